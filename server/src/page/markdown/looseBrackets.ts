import type { MarkdownIt, StateInline } from 'markdown-it';

/** What an opening bracket begins that Wiki.js leaves as text, though somebody meant more. */
export type LooseBracket = {
  /** From the bracket to the end of what was meant, in characters of the inline text. */
  readonly length: number;
} & (
  | { readonly kind: 'reference'; readonly label: string; readonly labelStart: number; readonly labelEnd: number }
  | { readonly kind: 'refused-link'; readonly scheme: string }
  | { readonly kind: 'text'; readonly text: string }
);

/** The type of the tokens that `markLooseBrackets` gives; their `meta` is a `LooseBracket`. */
export const looseBracketType = 'loose_bracket';

/**
 * Has a parser give a token for each opening bracket that is part of no link, and that may have been meant as something:
 * escaped brackets and those in code never come to it. For a parser whose HTML nobody wants.
 */
export function markLooseBrackets(md: MarkdownIt): void {
  md.inline.ruler.after('link', looseBracketType, (state, silent) => {
    if (silent || state.src.charCodeAt(state.pos) !== 0x5b) return false;
    const meta = looseBracketAt(state);
    if (meta === undefined) return false;
    state.push(looseBracketType, '', 0).meta = meta;
    state.pos++;
    return true;
  });
}

function looseBracketAt(state: StateInline): LooseBracket | undefined {
  const { src, pos, md } = state;
  const textEnd = md.helpers.parseLinkLabel(state, pos, true);
  if (textEnd < 0) return undefined;
  const text = src.slice(pos + 1, textEnd);
  // A footnote's mark, or a task that is open.
  if (text.startsWith('^') || text.trim() === '') return undefined;
  const next = src.charCodeAt(textEnd + 1);
  if (next === 0x5b) return undefinedReference(state, text, textEnd);
  if (next === 0x28) return refusedLink(state, textEnd + 2);
  return { kind: 'text', text, length: textEnd + 1 - pos };
}

/** `[text][label]` and `[text][]`, as far as no array, no citation and no footnote is written so. */
function undefinedReference(state: StateInline, text: string, textEnd: number): LooseBracket | undefined {
  const { src, pos, md, env } = state;
  const labelStart = textEnd + 2;
  const labelEnd = md.helpers.parseLinkLabel(state, textEnd + 1);
  if (labelEnd < 0) return undefined;
  const written = src.slice(labelStart, labelEnd);
  const label = written.trim() === '' ? text : written;
  const isArray = /[A-Za-z0-9_\])]/.test(src.charAt(pos - 1));
  const isCitation = /^\d+$/.test(text) && /^\d*$/.test(written);
  if (isArray || isCitation || label.startsWith('^')) return undefined;
  // A reference that another link around it keeps from being one.
  if (Object.hasOwn(env.references ?? {}, md.utils.normalizeReference(label))) return undefined;
  return {
    kind: 'reference',
    label,
    labelStart: labelStart - pos,
    labelEnd: labelEnd - pos,
    length: labelEnd + 1 - pos,
  };
}

/** A destination that the parser takes for dangerous: the whole link stays as text. */
function refusedLink({ src, pos, md, posMax }: StateInline, destinationStart: number): LooseBracket | undefined {
  const start = destinationStart + (/^\s*/.exec(src.slice(destinationStart))?.[0].length ?? 0);
  const destination = md.helpers.parseLinkDestination(src, start, posMax);
  if (!destination.ok || md.validateLink(md.normalizeLink(destination.str))) return undefined;
  const end = /^(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/.exec(src.slice(destination.pos))?.[0].length;
  const scheme = /^\s*([a-z]+:)/i.exec(destination.str)?.[1];
  if (end === undefined || scheme === undefined) return undefined;
  return { kind: 'refused-link', scheme, length: destination.pos + end - pos };
}
