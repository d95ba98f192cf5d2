import type { WikiIndex } from '../index/wikiIndex.ts';
import { checkPage } from '../rules/check.ts';
import type { Problem } from '../rules/rule.ts';
import { checkSettings } from '../rules/settings/checkSettings.ts';
import { lineStartsOf, positionAt } from '../util/lines.ts';
import { prettyProblems } from './pretty.ts';
import type { ReportedProblem } from './reportedProblem.ts';
import { exitCodes, type Terminal } from './terminal.ts';
import { openWiki } from './wikiFolder.ts';

/** `aux-wiki check`: all problems of a wiki. */
export async function check(root: string, format: 'pretty' | 'json', terminal: Terminal): Promise<number> {
  const { wiki, folder, settingsFile } = await openWiki(root, terminal);
  const problems = [...settingsProblems(settingsFile), ...pageProblems(wiki)];
  const pages = wiki.files.size;
  const output =
    format === 'json'
      ? `${JSON.stringify({ root: folder, pages, problems }, undefined, 2)}\n`
      : prettyProblems(problems, pages, terminal.colours);
  await terminal.write(output);
  return problems.some(({ severity }) => severity === 'error') ? exitCodes.problems : exitCodes.clean;
}

function settingsProblems({ file, text }: { file: string; text: string }): ReportedProblem[] {
  const lineStarts = lineStartsOf(text);
  return checkSettings(text).map((problem) => reported(file, lineStarts, problem));
}

function* pageProblems(wiki: WikiIndex): Iterable<ReportedProblem> {
  for (const file of [...wiki.files.keys()].sort()) {
    const page = wiki.files.get(file);
    if (page === undefined) continue;
    for (const problem of checkPage(page, wiki)) yield reported(file, page.lineStarts, problem);
  }
}

function reported(file: string, lineStarts: readonly number[], problem: Problem): ReportedProblem {
  const start = positionAt(lineStarts, problem.range.start);
  const end = positionAt(lineStarts, problem.range.end);
  const { code, severity, message, target } = problem;
  return {
    file,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    code,
    severity,
    message,
    ...(target === undefined ? {} : { target }),
  };
}
