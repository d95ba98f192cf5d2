import { lineEndingOf } from '../../edits/lineEnding.ts';
import { planOf } from '../../edits/plan.ts';
import type { OffsetRange } from '../../util/range.ts';
import type { Fix, FixContext } from '../rule.ts';
import { lineAfter, lineAround } from '../textLines.ts';
import { classOfBox } from './boxClasses.ts';

const opening = /^(:::+|!!!|\?\?\?\+?)[ \t]*\{?\.?([a-z][\w-]*)\}?[ \t]*"?([^"\r\n]*)"?$/i;

/** What cannot stand last in a quote that gets a class on the line below, or has a meaning of its own there. */
const otherBlock = /^\s*(?:[#>|`~<:!=*+-]|\d+[.)]|\$\$|\{)/;

/** Writes a box of other tools, `:::` or `!!!`, as a quote; only one whose text is plain paragraphs, on lines of its own. */
export function boxFix(range: OffsetRange, { page, text }: FixContext): Fix[] {
  const first = lineAround(text, range.start);
  const [, marks = '', kind, title = ''] = opening.exec(text.slice(first.start, first.end).trimEnd()) ?? [];
  const box = marks.startsWith(':') ? upToClosing(text, first, marks) : indentedBelow(text, first);
  if (kind === undefined || box === undefined) return [];
  const lines = box.lines.join('\n').trim().split('\n');
  if (lines[0] === '' || lines.some((line) => otherBlock.test(line))) return [];
  const quoted = [...(title.trim() === '' ? [] : [`**${title.trim()}**`]), ...lines].map((line) =>
    `> ${line}`.trimEnd(),
  );
  const className = classOfBox(kind);
  const newText = [...quoted, `{.${className}}`].join(lineEndingOf(text)) + (box.isFollowed ? lineEndingOf(text) : '');
  const plan = planOf({ kind: 'change', file: page.file, range: { start: first.start, end: box.end }, newText });
  return [{ title: `Write it as a quote with {.${className}}`, preferred: true, plan }];
}

interface Box {
  readonly lines: readonly string[];
  readonly end: number;
  /** Whether the next line has text on it. */
  readonly isFollowed: boolean;
}

function upToClosing(text: string, first: OffsetRange, marks: string): Box | undefined {
  const lines: string[] = [];
  for (let line = lineAfter(text, first.end); line !== undefined; line = lineAfter(text, line.end)) {
    const content = text.slice(line.start, line.end);
    if (content.trim() === marks) return { lines, end: line.end, isFollowed: isText(text, lineAfter(text, line.end)) };
    if (content.startsWith(':::')) return undefined;
    lines.push(content);
  }
  return undefined;
}

function indentedBelow(text: string, first: OffsetRange): Box | undefined {
  const lines: string[] = [];
  let { end } = first;
  let blank = 0;
  for (let line = lineAfter(text, first.end); line !== undefined; line = lineAfter(text, line.end)) {
    const content = text.slice(line.start, line.end);
    if (content.trim() === '') {
      blank++;
      continue;
    }
    if (!/^(?: {4}|\t)/.test(content)) break;
    lines.push(...Array<string>(blank).fill(''), content.replace(/^(?: {4}|\t)/, ''));
    blank = 0;
    end = line.end;
  }
  return lines.length === 0 ? undefined : { lines, end, isFollowed: isText(text, lineAfter(text, end)) };
}

function isText(text: string, line: OffsetRange | undefined): boolean {
  return line !== undefined && text.slice(line.start, line.end).trim() !== '';
}
