/** Above this, in UTF-16 units, a page takes remark a fifth of a second. */
const longestText = 100_000;
/** What may begin or end something within a text: its cost grows with the square of their number in a paragraph. */
const marks = /[*_~`$<>[\]@!:&\\]|www\./g;
const mostMarksOfParagraph = 1000;
const mostMarks = 8000;
const mostPipes = 8000;
const mostLines = 3000;
const deepestIndentation = 120;
/** Lists and quotes that begin one within the other on one line. */
const nestedStarts = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*){24}/;

/**
 * Whether a page is small and plain enough for remark to make a tree of it at once. People write no others; somebody who
 * wants to keep the server busy does.
 */
export function fitsTree(text: string): boolean {
  if (text.length > longestText || count(text, /\|/g) > mostPipes || count(text, marks) > mostMarks) return false;
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.length > mostLines) return false;
  let inParagraph = 0;
  for (const line of lines) {
    const content = line.trimStart();
    // The rows of a table are texts of their own.
    const carried = content === '' || line.includes('|') ? 0 : inParagraph;
    inParagraph = carried + count(line, marks);
    if (inParagraph > mostMarksOfParagraph || line.length - content.length > deepestIndentation) return false;
    if (nestedStarts.test(line)) return false;
  }
  return true;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
