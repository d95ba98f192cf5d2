import type { Env, Token } from 'markdown-it';
import { elementsOfThemeClass, meantThemeClass } from '../../../wiki/themeClasses.ts';
import type { BlockBefore, BracesHazard } from '../../hazard.ts';
import { explained, type FindPlace, notice, placeInContent } from '../notices.ts';

/** Braces that the plugin for attributes has taken out of a text. */
export interface TakenBraces {
  /** From `{` to `}`, as the parser sees it. */
  readonly braces: string;
  /** The inline token that they stand in. */
  readonly inline: Token | undefined;
  /** What their attributes go to. */
  readonly target: Token | undefined;
  /** What stands right before them, if they follow an inline element. */
  readonly follows?: Token | undefined;
  /** The formula that they were the end of. */
  readonly formula?: Token | undefined;
}

/** One part of what stands in braces: a class, an id, `name=value`, or whatever has no such form. */
const part = /(?:[^\s"=]|=(?!"))+(?:="[^"]*"?)?|"[^"]*"?/g;

/** Attributes that authors try, of which Wiki.js lets none through. */
const htmlAttribute =
  /^(?:width|height|style|title|alt|align|rel|lang|dir|loading|start|type|name|value|colspan|rowspan|src|href|on[a-z]+|(?:data|aria)-[\w-]+)$/i;

/** Notices taken braces that do not do what they look like. */
export function noticeBraces(env: Env, taken: TakenBraces): void {
  const element = taken.target?.tag ?? '';
  const parts = taken.braces.slice(1, -1).match(part) ?? [];
  const note = (facts: BracesHazard) => notice(env, facts, placeOf(taken));
  if (taken.formula !== undefined) explained.add(taken.formula);
  if (taken.formula !== undefined || !parts.some(isAttribute)) {
    note({ kind: 'braces-eaten', isHeading: /^h[1-6]$/.test(element), inMaths: taken.formula !== undefined });
    return;
  }
  for (const text of parts) {
    const name = /^\.([^.]+)$/.exec(text)?.[1];
    if (name !== undefined) noteClass(name, element, note);
    const ignored = /^([a-z-]+)=/i.exec(text)?.[1];
    if (ignored !== undefined && htmlAttribute.test(ignored))
      note({ kind: 'attribute-ignored', name: ignored, element });
  }
}

/** Notices a paragraph that has nothing in it but attributes, which it has taken itself. */
export function noticeEmptyParagraph(env: Env, taken: TakenBraces, after: BlockBefore): void {
  const parts = taken.braces.slice(1, -1).match(part) ?? [];
  // An empty paragraph with an id is an anchor, which links can lead to.
  if (parts.some((text) => text.startsWith('.') && isAttribute(text))) {
    notice(env, { kind: 'attributes-detached', after }, placeOf(taken));
  } else if (!parts.some((text) => text.startsWith('#') && isAttribute(text))) noticeBraces(env, taken);
}

/** What stands before the paragraph whose opening token follows this one. */
export function blockBefore(tokens: readonly Token[], index: number): BlockBefore {
  const before = tokens[index];
  if (before?.type === 'heading_close') return 'heading';
  if (before?.type === 'paragraph_close')
    return tokens[index - 1]?.children?.at(-1)?.type === 'image' ? 'image' : 'text';
  if (before?.type !== 'blockquote_close') return 'other';
  if (tokens[index - 1]?.type === 'paragraph_close') return 'quote';
  for (let i = index - 1; i >= 0; i--) {
    const token = tokens[i];
    if (token?.type === 'blockquote_open') return token.level === before.level ? 'quote-without-text' : 'other';
  }
  return 'other';
}

/** Notices attributes of a fenced block, which are not in its HTML; its `info` is what they have left. */
export function noticeFence(env: Env, fence: Token, braces: string): void {
  const isLanguage = fence.info.trim() === '' && /^\{ *\.?[a-z]/i.test(braces);
  notice(env, { kind: 'fence-attributes', isLanguage }, ({ blocks }, text) => {
    const { start } = blocks.get(fence) ?? { start: text.length };
    const lineEnd = text.indexOf('\n', start);
    const at = text.slice(start, lineEnd < 0 ? text.length : lineEnd).indexOf(braces);
    return at < 0 ? undefined : { start: start + at, end: start + at + braces.length };
  });
}

function noteClass(name: string, element: string, note: (facts: BracesHazard) => void): void {
  const elements = elementsOfThemeClass(name);
  if (elements !== undefined) {
    if (!elements.includes(element)) note({ kind: 'class-misplaced', name, element });
    return;
  }
  const meant = meantThemeClass(name, element);
  if (meant !== undefined) note({ kind: 'class-unknown', name, meant });
}

function isAttribute(text: string): boolean {
  if (/^[.#][\p{L}\p{N}_-]/u.test(text)) return true;
  const name = /^([a-z-]+)=/i.exec(text)?.[1];
  return name !== undefined && (/^(?:id|class|target)$/.test(name) || htmlAttribute.test(name));
}

/** How far the content of inline tokens has been searched. */
const searchedTo = new WeakMap<Token, number>();

/** Where braces are written. */
function placeOf({ braces, inline, follows }: TakenBraces): FindPlace {
  return (positions, text) => {
    const after = follows && positions.places.get(follows)?.range.end;
    if (after !== undefined && text.startsWith(braces, after)) return { start: after, end: after + braces.length };
    if (inline === undefined) return undefined;
    if (follows === undefined)
      return placeInContent(inline, braces, inline.content.lastIndexOf(braces))(positions, text);
    // What follows elements is found from left to right.
    const at = inline.content.indexOf(braces, searchedTo.get(inline));
    if (at >= 0) searchedTo.set(inline, at + braces.length);
    return placeInContent(inline, braces, at)(positions, text);
  };
}
