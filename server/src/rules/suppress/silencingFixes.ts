import { applyChanges } from '../../edits/applyChanges.ts';
import { lineEndingOf } from '../../edits/lineEnding.ts';
import { type EditPlan, planOf, type TextChange } from '../../edits/plan.ts';
import { positionAt } from '../../util/lines.ts';
import { looksLikePage } from '../../wiki/pageFile.ts';
import type { Fix, FixContext, Problem } from '../rule.ts';
import { blockAround, commentPrefixes, lineText } from './commentPlaces.ts';
import { sameRendering } from './sameRendering.ts';

/** Above this many UTF-16 units a page is not rendered to see whether a comment spoils something: only the file form is offered. */
const longestRendered = 100_000;

/**
 * The ways to silence a problem by a comment: for its line, or, where a comment above the line would tear a paragraph, a list
 * or a table apart, for its block; and for the whole file. What is offered leaves the page as it is: that is tried out.
 */
export function silencingFixes(problem: Problem, context: FixContext): Fix[] {
  const { code, range } = problem;
  const { page, text } = context;
  // Of a file that is no page nothing is read, comments neither.
  if (code.startsWith('suppress/') || looksLikePage(page.file)) return [];
  const isSame = sameRendering(context);
  const fits = (plan: EditPlan) => isSame(applyChanges(text, page.file, plan));
  // What is wrong with a file as a whole is told of on its first line, above which no line is.
  const isOfFile = range.start === 0;
  const candidates = isOfFile || text.length > longestRendered ? [] : nearCandidates(problem, context);
  const near = candidates.find(({ plan }) => fits(plan));
  const whole = fileCandidates(problem, context).find(({ plan }) => text.length > longestRendered || fits(plan));
  return [near, whole].filter((fix) => fix !== undefined);
}

function nearCandidates({ code, range }: Problem, { page, text }: FixContext): Fix[] {
  const { lineStarts, frontmatter, file } = page;
  const line = positionAt(lineStarts, range.start).line;
  const start = lineStarts[line] ?? 0;
  const end = lineEndingOf(text);
  const insert = (at: number, newText: string): TextChange => ({
    kind: 'change',
    file,
    range: { start: at, end: at },
    newText,
  });
  const title = `Silence ${code} for this line`;
  const { innerRange } = frontmatter;
  if (innerRange !== undefined && innerRange.start <= start && start < innerRange.end) {
    return [{ title, plan: planOf(insert(start, `# aux-wiki-disable-next-line ${code}${end}`)) }];
  }
  const comment = (command: string) => `<!-- aux-wiki-${command} ${code} -->`;
  const ofLine = commentPrefixes(lineText(page, text, line)).map((prefix): Fix => {
    return { title, plan: planOf(insert(start, `${prefix}${comment('disable-next-line')}${end}`)) };
  });
  const { first, last } = blockAround(page, text, line);
  const blockStart = lineStarts[first] ?? 0;
  const blockEnd = lineStarts[last + 1] ?? text.length;
  const isEnded = /[\r\n]$/.test(text);
  const ofBlock = commentPrefixes(lineText(page, text, first)).flatMap((prefix) => {
    const opening = insert(blockStart, `${prefix}${comment('disable')}${end}`);
    return [prefix, `${end}${prefix}`].map((before): Fix => {
      const closing = `${before}${comment('enable')}`;
      const isLast = blockEnd === text.length && !isEnded;
      const plan = planOf(opening, insert(blockEnd, isLast ? `${end}${closing}` : `${closing}${end}`));
      return { title: `Silence ${code} for this block`, plan };
    });
  });
  return [...ofLine, ...ofBlock];
}

function fileCandidates({ code }: Problem, { page, text }: FixContext): Fix[] {
  const { contentType, contentStart, file, frontmatter } = page;
  const end = lineEndingOf(text);
  const command = `aux-wiki-disable-file ${code}`;
  const [open, close] = contentType === 'asciidoc' ? ['// ', ''] : ['<!-- ', ' -->'];
  const title = `Silence ${code} in this file`;
  const comment = `${open}${command}${close}`;
  const at = (offset: number, newText: string): Fix => ({
    title,
    plan: planOf({ kind: 'change', file, range: { start: offset, end: offset }, newText }),
  });
  const { state, range, innerRange } = frontmatter;
  const isContent = contentStart < text.length && text.slice(contentStart).trim() !== '';
  const atContent = isContent ? [at(contentStart, `${comment}${end}${end}`)] : [];
  // A comment would be text enough for an empty page to be imported, so that it goes into the frontmatter.
  if (state === 'read' && innerRange !== undefined) return [...atContent, at(innerRange.start, `# ${command}${end}`)];
  // Frontmatter that is not read stays where it is.
  if (range !== undefined && range.start >= contentStart) return [at(range.end, `${end}${end}${comment}${end}`)];
  return atContent;
}
