import type { StateInline } from 'markdown-it';
import { openOrCloseTag } from './htmlTags.ts';

const tag = new RegExp(openOrCloseTag, 'y');
const declarationStart = /<![A-Z]+\s+/y;

/** For each inline text, from where on which ends are known to be missing: many unclosed starts stay linear. */
const missingEnds = new WeakMap<StateInline, Map<string, number>>();

/** A tag, comment, processing instruction, declaration or CDATA section, by the rules of CommonMark 0.29. */
export function htmlInline(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (!state.md.options.html || src.charCodeAt(pos) !== 0x3c || pos + 2 >= posMax) return false;
  const end = endOfHtml(state);
  if (end === undefined) return false;
  if (!silent) state.push('html_inline', '', 0).content = src.slice(pos, end);
  state.pos = end;
  return true;
}

function endOfHtml(state: StateInline): number | undefined {
  const { src, pos } = state;
  if (src.startsWith('<!--', pos)) return endOfComment(src, pos);
  if (src.startsWith('<?', pos)) return endOfInstruction(state);
  if (src.startsWith('<![CDATA[', pos)) return endAfter(state, ']]>', pos + 9);
  if (src.startsWith('<!', pos)) {
    declarationStart.lastIndex = pos;
    return declarationStart.test(src) ? endAfter(state, '>', declarationStart.lastIndex) : undefined;
  }
  tag.lastIndex = pos;
  return tag.test(src) ? tag.lastIndex : undefined;
}

/** A comment holds no `--`, and starts neither with `>` nor with `->`. */
function endOfComment(src: string, pos: number): number | undefined {
  const start = pos + 4;
  if (src.startsWith('-->', start)) return start + 3;
  if (src.startsWith('>', start) || src.startsWith('->', start)) return undefined;
  const hyphens = src.indexOf('--', start);
  return hyphens > start && src.charCodeAt(hyphens + 2) === 0x3e ? hyphens + 3 : undefined;
}

/** A processing instruction ends on its own line. */
function endOfInstruction(state: StateInline): number | undefined {
  const missing = missingEndsOf(state);
  const isKnown = state.pos >= (missing.get('line start') ?? 0) && state.pos < (missing.get('line end') ?? 0);
  if (isKnown) return undefined;
  const end = endAfter(state, '?>', state.pos + 2);
  const lineEnd = end === undefined ? -1 : state.src.slice(state.pos, end).search(/[\n\r\u2028\u2029]/);
  if (lineEnd < 0) return end;
  missing.set('line start', state.pos).set('line end', state.pos + lineEnd);
  return undefined;
}

function endAfter(state: StateInline, terminator: string, from: number): number | undefined {
  const missing = missingEndsOf(state);
  if (from >= (missing.get(terminator) ?? Number.POSITIVE_INFINITY)) return undefined;
  const at = state.src.indexOf(terminator, from);
  if (at >= 0) return at + terminator.length;
  missing.set(terminator, from);
  return undefined;
}

function missingEndsOf(state: StateInline): Map<string, number> {
  const missing = missingEnds.get(state) ?? new Map<string, number>();
  missingEnds.set(state, missing);
  return missing;
}
