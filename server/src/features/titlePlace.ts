import { lineStartsOf, positionAt } from '../util/lines.ts';

/** Where the title stands in the text of a new page, without quotes: zero-based line, UTF-16 characters. */
export function titlePlace(text: string): { line: number; start: number; end: number } {
  const match = /^title: *(["']?)(.*?)\1 *$/m.exec(text);
  if (match === null) return { line: 0, start: 0, end: 0 };
  const title = match[2] ?? '';
  const start = match.index + match[0].lastIndexOf(title);
  const { line, character } = positionAt(lineStartsOf(text), title === '' ? match.index + match[0].length : start);
  return { line, start: character, end: character + title.length };
}
