import assert from 'node:assert/strict';
import { markdownTools } from '../../server/src/remark/tools.ts';
import type { Problem } from '../../server/src/rules/rule.ts';
import { checkStyle } from '../../server/src/rules/style/checkStyle.ts';
import { parseFixture } from './fixture.ts';
import { type Files, type FoundProblem, indexOf } from './problems.ts';

/** The files with all styles switched on, or those of the codes. */
export function withStyles(files: Files, ...codes: readonly string[]): Files {
  const names = codes.length === 0 ? ['style'] : codes;
  return new Map([...files, ['.aux-wiki.yml', `rules:\n${names.map((name) => `  ${name}: hint\n`).join('')}`]]);
}

/** Every style problem of every page, by the files' own settings. */
export function styleProblemsOf(files: Files): FoundProblem[] {
  const wiki = indexOf(files);
  return [...wiki.files.values()].flatMap((page) =>
    checkStyle(page, files.get(page.file) ?? '', wiki, markdownTools).map((problem) => ({ file: page.file, problem })),
  );
}

/** Checks the style problems of a page when all styles are on, or those named, each as `code 'marked text'`. */
export function checkStyles(text: string, expected: readonly string[], ...codes: readonly string[]): void {
  const { files } = parseFixture(text);
  const found = styleProblemsOf(withStyles(files, ...codes));
  assert.deepEqual(
    found.map(({ file, problem }) => describe(files.get(file) ?? '', problem)),
    expected,
  );
}

function describe(text: string, { code, range }: Problem): string {
  return `${code.replace('style/', '')} '${text.slice(range.start, range.end)}'`;
}
