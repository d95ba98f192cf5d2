/** Whether an offset lies in code, where nothing of Markdown is read: a fence, an indented block, or a code span. */
export function isInCode(text: string, offset: number): boolean {
  return isInFence(text, offset) || isInIndentedCode(text, offset) || isInCodeSpan(text, offset);
}

/** Whether the line of an offset stands in a fenced block, or is the line that closes one. */
export function isInFence(text: string, offset: number): boolean {
  let fence: string | undefined;
  for (const match of text.slice(0, lineStartAt(text, offset)).matchAll(/^[ \t>]*(`{3,}|~{3,})(.*)$/gm)) {
    const marker = match[1] ?? '';
    if (fence === undefined) fence = marker;
    else if (marker.startsWith(fence) && match[2]?.trim() === '') fence = undefined;
  }
  return fence !== undefined;
}

/** Where the line of an offset begins. */
export function lineStartAt(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

const indented = /^(?: {4}|\t| {1,3}\t)/;

/** Four columns are code after a blank line, unless they stand in a list. */
function isInIndentedCode(text: string, offset: number): boolean {
  let start = lineStartAt(text, offset);
  if (!indented.test(text.slice(start, offset))) return false;
  let isAfterBlank = start === 0;
  while (start > 0) {
    const end = start - 1;
    start = lineStartAt(text, end);
    const line = text.slice(start, end);
    if (line.trim() === '') isAfterBlank = true;
    else if (!indented.test(line)) return isAfterBlank && !/^ {0,3}(?:[-*+]|\d+[.)])\s/.test(line);
    else isAfterBlank = false;
  }
  return isAfterBlank;
}

/** Whether a run of backticks of the same paragraph is open; one of an earlier line has to be closed after the offset. */
function isInCodeSpan(text: string, offset: number): boolean {
  const paragraph = paragraphStart(text, offset);
  const lineStart = lineStartAt(text, offset);
  let open: { length: number; at: number } | undefined;
  for (const { 0: run, index } of text.slice(paragraph, offset).matchAll(/\\[^`]|`+/g)) {
    if (run.startsWith('\\')) continue;
    if (open === undefined) open = { length: run.length, at: paragraph + index };
    else if (open.length === run.length) open = undefined;
  }
  if (open === undefined) return false;
  const { length } = open;
  if (open.at >= lineStart) return true;
  const blank = text.slice(offset).search(/\r?\n[ \t]*(?:\r?\n|$)/);
  const rest = text.slice(offset, blank === -1 ? text.length : offset + blank);
  return [...rest.matchAll(/`+/g)].some(([run]) => run.length === length);
}

function paragraphStart(text: string, offset: number): number {
  let start = lineStartAt(text, offset);
  while (start > 0) {
    const before = lineStartAt(text, start - 1);
    if (text.slice(before, start).trim() === '') break;
    start = before;
  }
  return start;
}
