import type { OffsetRange } from '../../util/range.ts';
import type { ContentType } from '../../wiki/address.ts';

/** A key or a value that is being typed in the frontmatter. */
export type FrontmatterTyping =
  | { readonly kind: 'frontmatter-key'; readonly range: OffsetRange; readonly presentKeys: ReadonlySet<string> }
  | {
      readonly kind: 'frontmatter-value';
      readonly key: string;
      /** The value; of a list of tags, the one under the cursor. */
      readonly range: OffsetRange;
      /** From the start of the range to the cursor. */
      readonly typed: string;
      /** The other values of the list. */
      readonly others: readonly string[];
    };

const fences = { markdown: { open: '---', close: '---' }, html: { open: '<!--', close: '-->' } } as const;

/** What is being typed in the frontmatter; `nothing` if the cursor is there but nothing can be completed, undefined outside it. */
export function frontmatterTypingAt(
  text: string,
  offset: number,
  contentType: Exclude<ContentType, 'asciidoc'>,
): FrontmatterTyping | 'nothing' | undefined {
  const { open, close } = fences[contentType];
  // Nearly always the cursor is far behind the frontmatter, and the text may be long.
  if (!text.startsWith(open) || text.lastIndexOf(`\n${close}`, offset - close.length - 1) > 0) return undefined;
  const linesBefore = text.slice(0, offset).split(/\r?\n/);
  const before = linesBefore.pop() ?? '';
  if (linesBefore[0] !== open || linesBefore.slice(1).some((line) => line.startsWith(close))) return undefined;
  const after = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
  if ((before + after).startsWith(close)) return undefined;

  const value = /^([A-Za-z]+):[ \t]*(.*)$/.exec(before);
  if (value !== null) return valueTyping(value[1] ?? '', value[2] ?? '', after, offset);
  if (!/^[A-Za-z]*$/.test(before) || /^[A-Za-z]*:/.test(after)) return 'nothing';
  const rest = /^[A-Za-z]*/.exec(after)?.[0] ?? '';
  return {
    kind: 'frontmatter-key',
    range: { start: offset - before.length, end: offset + rest.length },
    presentKeys: presentKeys(text, close),
  };
}

function valueTyping(key: string, before: string, after: string, offset: number): FrontmatterTyping {
  if (key !== 'tags') {
    const range = { start: offset - before.length, end: offset + after.trimEnd().length };
    return { kind: 'frontmatter-value', key, range, typed: before, others: [] };
  }
  // Quotes around the tags, or the brackets of a list, are none of theirs.
  const begun = before.slice(before.lastIndexOf(',') + 1).replace(/^[\s"'[]+/, '');
  const comma = after.indexOf(',');
  const rest = (comma === -1 ? after : after.slice(0, comma)).replace(/[\s"'\]]+$/, '');
  const others = [
    ...before.slice(0, before.length - begun.length).split(','),
    ...(comma === -1 ? [] : after.slice(comma).split(',')),
  ];
  return {
    kind: 'frontmatter-value',
    key,
    typed: begun,
    range: { start: offset - begun.length, end: offset + rest.length },
    others: others.map((tag) => tag.replace(/^[\s"'[]+|[\s"'\]]+$/g, '').toLowerCase()).filter((tag) => tag !== ''),
  };
}

function presentKeys(text: string, close: string): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const line of text.split(/\r?\n/).slice(1)) {
    if (line.startsWith(close)) break;
    const key = /^([^\s:#]+):/.exec(line)?.[1];
    if (key !== undefined) keys.add(key);
  }
  return keys;
}
