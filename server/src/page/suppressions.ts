import { positionAt } from '../util/lines.ts';
import type { ContentType } from '../wiki/address.ts';
import type { RenderingSettings } from '../wiki/settings.ts';
import type { Frontmatter } from './frontmatter.ts';
import { markdownComments } from './markdownComments.ts';
import { ownString } from './ownString.ts';
import type { PlacedText } from './placedText.ts';
import type { Suppression, SuppressionReach } from './suppression.ts';

/** What suppressions are looked for in. */
export interface SuppressionSource {
  /** The file's text, which every range is of. */
  readonly text: string;
  readonly content: string;
  /** Where the content begins in the text; -1 if it begins with the byte order mark that the text is without. */
  readonly contentStart: number;
  readonly contentType: ContentType;
  readonly frontmatter: Frontmatter;
  readonly rendering: RenderingSettings;
  readonly lineStarts: readonly number[];
}

const none: readonly Suppression[] = [];

/** The suppressions of a file, in the order of the text. Looking for them costs something only where there may be one. */
export function findSuppressions(source: SuppressionSource): readonly Suppression[] {
  if (!source.text.includes('aux-wiki-disable')) return none;
  const comments = [...frontmatterComments(source), ...contentComments(source)];
  const found = comments.flatMap((comment) => suppressionOf(comment) ?? []);
  return found.length === 0 ? none : withLines(found, source);
}

function contentComments({ text, content, contentStart, contentType, rendering }: SuppressionSource): PlacedText[] {
  switch (contentType) {
    case 'markdown':
      try {
        return markdownComments(content, contentStart, rendering);
      } catch {
        // A page that breaks the parser has no other facts either.
        return [];
      }
    case 'html':
      return matchesOf(text, /<!--[\s\S]*?-->/g, Math.max(0, contentStart));
    case 'asciidoc':
      return matchesOf(text, /^\/\/(?!\/).*$/gm, 0);
  }
}

/** YAML's comments, behind which the rest of a line is one. */
function frontmatterComments({ text, frontmatter: { innerRange, entries } }: SuppressionSource): PlacedText[] {
  if (innerRange === undefined) return [];
  const inner = text.slice(0, innerRange.end);
  return matchesOf(inner, /(?<=^|\s)#.*$/gm, innerRange.start).filter(
    ({ range }) => !entries.some(({ valueRange }) => valueRange.start <= range.start && range.start < valueRange.end),
  );
}

function matchesOf(text: string, pattern: RegExp, start: number): PlacedText[] {
  pattern.lastIndex = start;
  const found: PlacedText[] = [];
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [whole] = match;
    found.push({ text: whole, range: { start: match.index, end: match.index + whole.trimEnd().length } });
  }
  return found;
}

const reaches: Readonly<Record<string, SuppressionReach>> = {
  'disable-next-line': 'next-line',
  disable: 'disable',
  enable: 'enable',
  'disable-file': 'file',
};

/** Reads a comment, its marks included; undefined for one that says something else. */
function suppressionOf({ text, range }: PlacedText): Suppression | undefined {
  const said = /^(?:<!--|#+|\/\/)\s*aux-wiki-([\w-]*\w)(?=[\s:,>-]|$)/.exec(text);
  if (said === null) return undefined;
  const [head, command = ''] = said;
  const at = (start: number, word: string): PlacedText => ({
    text: ownString(word),
    range: { start: range.start + start, end: range.start + start + word.length },
  });
  const body = text.replace(/\s*-->$/, '');
  const codes = [...body.slice(head.length).matchAll(/[^\s:,]+/g)].map(({ 0: word, index }) =>
    at(head.length + index, word),
  );
  const reach = Object.hasOwn(reaches, command) ? reaches[command] : undefined;
  return { reach, command: at(head.length - command.length, command), codes, range, line: undefined };
}

/** Finds the line that each `next-line` means: blank lines and other suppressions are passed over. */
function withLines(found: readonly Suppression[], { text, lineStarts }: SuppressionSource): Suppression[] {
  const lineOf = (offset: number) => positionAt(lineStarts, offset).line;
  const taken = new Set(found.map(({ range }) => lineOf(range.start)));
  return found.map((suppression) => {
    if (suppression.reach !== 'next-line') return suppression;
    let line = lineOf(suppression.range.end) + 1;
    const isPassedOver = () =>
      line < lineStarts.length && (taken.has(line) || text.slice(lineStarts[line], lineStarts[line + 1]).trim() === '');
    while (isPassedOver()) line++;
    return { ...suppression, line };
  });
}
