import type { StateInline } from 'markdown-it';

/** A code span, or a run of backticks that opens none. One made of spaces only loses one at either end. */
export function codeSpan(state: StateInline, silent: boolean): boolean {
  const { src, pos: start, posMax } = state;
  if (src.charCodeAt(start) !== 0x60) return false;
  const contentStart = endOfRun(src, start, posMax);
  const length = contentStart - start;
  const close = closingRun(state, contentStart, length);
  if (close === undefined) {
    if (!silent) state.pending += src.slice(start, contentStart);
    state.pos = contentStart;
    return true;
  }
  if (!silent) {
    const token = state.push('code_inline', 'code', 0);
    token.markup = src.slice(start, contentStart);
    token.content = src
      .slice(contentStart, close)
      .replace(/\n/g, ' ')
      .replace(/^ (.+) $/, '$1');
  }
  state.pos = close + length;
  return true;
}

/** Where the next run of this length starts. The search remembers its failures: many unclosed runs stay linear. */
function closingRun(state: StateInline, from: number, length: number): number | undefined {
  const { src, posMax, backticks } = state;
  if (backticks[-length] === posMax && from >= (backticks[length] ?? 0)) return undefined;
  let start = src.indexOf('`', from);
  while (start !== -1) {
    const end = endOfRun(src, start, posMax);
    if (end - start === length) return start;
    start = src.indexOf('`', end);
  }
  backticks[length] = from;
  backticks[-length] = posMax;
  return undefined;
}

function endOfRun(src: string, start: number, max: number): number {
  let end = start + 1;
  while (end < max && src.charCodeAt(end) === 0x60) end++;
  return end;
}
