/** Zero-based line and character, the character in UTF-16 units: the shape of an LSP position. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

/** The offset at which each line of a text begins; `\n`, `\r\n` and a lone `\r` end a line, as in LSP. */
export function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 13 && text.charCodeAt(i + 1) === 10) i++;
    if (code === 10 || code === 13) starts.push(i + 1);
  }
  return starts;
}

/** The position of an offset, found by bisection in the starts of the lines. */
export function positionAt(lineStarts: readonly number[], offset: number): LinePosition {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: offset - (lineStarts[low] ?? 0) };
}

/** The offset of a position; a line past the end gives the start of the last line. */
export function offsetAt(lineStarts: readonly number[], position: LinePosition): number {
  const line = Math.min(position.line, lineStarts.length - 1);
  return (lineStarts[line] ?? 0) + position.character;
}
