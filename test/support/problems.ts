import assert from 'node:assert/strict';
import { checkedFiles, checkedPage } from '../../server/src/index/lostPages.ts';
import { WikiIndex } from '../../server/src/index/wikiIndex.ts';
import { checkPage, fixesFor } from '../../server/src/rules/check.ts';
import type { Fix, Problem } from '../../server/src/rules/rule.ts';
import { positionAt } from '../../server/src/util/lines.ts';
import { readSettingsFile } from '../../server/src/wiki/settingsFile.ts';
import { applyPlan } from './applyPlan.ts';
import { parseFixture } from './fixture.ts';

/** Files by name; a byte order mark at the beginning of a text is one on the disk. */
export type Files = ReadonlyMap<string, string>;

/** A problem with the page that has it. */
export interface FoundProblem {
  readonly file: string;
  readonly problem: Problem;
}

/** The moment at which all tests take place. */
export const testTime = new Date('2026-11-22T10:20:30.400Z');

/** The index of some files, with the settings of the `.aux-wiki.yml` among them. */
export function indexOf(files: Files): WikiIndex {
  const wiki = new WikiIndex(readSettingsFile(files.get('.aux-wiki.yml') ?? '').settings);
  wiki.update(
    [...files].map(([file, content]) => {
      const text = content.replace(/^\uFEFF/, '');
      const size = new TextEncoder().encode(content).length;
      return { file, text, size, hasByteOrderMark: text !== content };
    }),
  );
  return wiki;
}

/** Every problem of every page. */
export function problemsOf(wiki: WikiIndex): FoundProblem[] {
  const files = [...checkedFiles(wiki)].sort();
  const pages = files.flatMap((file) => checkedPage(file, wiki) ?? []);
  return pages.flatMap((page) => checkPage(page, wiki).map((problem) => ({ file: page.file, problem })));
}

/** The fixes of a problem. */
export function fixesOf({ file, problem }: FoundProblem, wiki: WikiIndex, files: Files): readonly Fix[] {
  const page = checkedPage(file, wiki);
  assert(page, `no page ${file}`);
  return fixesFor(problem, { page, wiki, text: textOf(files, file), now: testTime });
}

/**
 * Checks which problems the pages of a fixture have, each as `file:line code 'marked text'`, in the order of files and
 * places. Problems of `frontmatter/title-missing`, so that fixtures can be short, and of `frontmatter/unsafe-roundtrip`, which
 * every quoted value may have, are left out unless one of the code is expected.
 */
export function check(fixture: string, expected: readonly string[]): void {
  const { files } = parseFixture(fixture);
  const wiki = indexOf(files);
  const quiet = quietCodes.filter((code) => !expected.some((line) => line.includes(code)));
  const order = [...files.keys()];
  const found = problemsOf(wiki)
    .sort((a, b) => order.indexOf(a.file) - order.indexOf(b.file))
    .filter(({ problem }) => !quiet.includes(problem.code))
    .map((found) => describe(found, wiki, files));
  assert.deepEqual(found, expected);
}

const quietCodes: readonly string[] = ['frontmatter/title-missing', 'frontmatter/unsafe-roundtrip'];

/** Checks what one fix, the preferred one if no title is given, makes of the fixture's files; only those that change are named. */
export function checkFix(
  fixture: string,
  code: string,
  title: string | undefined,
  expected: Record<string, string | undefined>,
): void {
  const { files } = parseFixture(fixture);
  const after = applyFix(files, code, title);
  const names = new Set([...files.keys(), ...after.keys()]);
  const changes = [...names].filter((file) => files.get(file) !== after.get(file)).sort();
  assert.deepEqual(Object.fromEntries(changes.map((file) => [file, after.get(file)])), expected);
}

/** The files after a fix of the first problem of a code. */
export function applyFix(files: Files, code: string, title?: string): Files {
  const wiki = indexOf(files);
  const found = problemsOf(wiki).find(({ problem }) => problem.code === code);
  assert(found, `no problem ${code}`);
  const fixes = fixesOf(found, wiki, files);
  const fix = fixes.find((candidate) => (title === undefined ? candidate.preferred : candidate.title === title));
  assert(fix, `no fix ${title ?? '(preferred)'} of ${code}, but ${fixes.map((other) => other.title).join(' | ')}`);
  return applyPlan(files, fix.plan);
}

/** The titles of the fixes of the first problem of a code. */
export function fixTitles(fixture: string, code: string): string[] {
  const { files } = parseFixture(fixture);
  const wiki = indexOf(files);
  const found = problemsOf(wiki).find(({ problem }) => problem.code === code);
  assert(found, `no problem ${code}`);
  return fixesOf(found, wiki, files).map(({ title }) => title);
}

/** Checks that a fix takes its problem away and brings no error that was not there. */
export function assertMends(found: FoundProblem, fix: Fix, before: readonly FoundProblem[], files: Files): void {
  const after = problemsOf(indexOf(applyPlan(files, fix.plan)));
  const count = (problems: readonly FoundProblem[], like: FoundProblem) =>
    problems.filter(
      ({ file, problem }) =>
        file === like.file && problem.code === like.problem.code && problem.message === like.problem.message,
    ).length;
  const context = `${found.file}: ${found.problem.code}: ${fix.title}`;
  assert(count(after, found) < count(before, found), `${context} leaves the problem`);
  const errors = (problems: readonly FoundProblem[]) =>
    problems
      .filter(({ problem }) => problem.severity === 'error')
      .map(({ file, problem }) => `${file} ${problem.code} ${problem.message}`);
  // Once a block is read, what is wrong inside it, and below it, comes to light.
  if (revealing.has(found.problem.code)) return;
  const known = errors(before);
  const added = errors(after).filter((error) => !known.includes(error));
  assert(errors(after).length <= known.length, `${context} brings ${added.join(' and ')}`);
}

const revealing: ReadonlySet<string> = new Set([
  'frontmatter/not-read',
  'frontmatter/unreadable',
  'frontmatter/duplicate-key',
  'frontmatter/rule-eaten',
]);

function describe({ file, problem }: FoundProblem, wiki: WikiIndex, files: Files): string {
  const { range, code, severity } = problem;
  const page = wiki.files.get(file);
  const line = positionAt(page?.lineStarts ?? [0], range.start).line + 1;
  const marked = textOf(files, file).slice(range.start, range.end).trimEnd();
  const mild = severity === 'information' || severity === 'hint' ? ` (${severity})` : '';
  return `${file}:${line} ${code}${mild} '${marked}'`;
}

function textOf(files: Files, file: string): string {
  return (files.get(file) ?? '').replace(/^\uFEFF/, '');
}
