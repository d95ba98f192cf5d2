import { decodeText } from '../index/decode.ts';
import { checkedFiles, checkedPage } from '../index/lostPages.ts';
import type { FileSource } from '../index/wiki.ts';
import type { WikiIndex } from '../index/wikiIndex.ts';
import { openGitHistory } from '../node/gitHistory.ts';
import { loadMarkdownTools } from '../node/markdownTools.ts';
import type { Page } from '../page/page.ts';
import { checkPage } from '../rules/check.ts';
import type { Problem } from '../rules/rule.ts';
import { checkSettings } from '../rules/settings/checkSettings.ts';
import { asksForStyle, checkStyle } from '../rules/style/checkStyle.ts';
import { checkSync, syncLosses } from '../rules/sync/checkSync.ts';
import type { FileChange } from '../rules/sync/fileChange.ts';
import { lineStartsOf, positionAt } from '../util/lines.ts';
import { prettyProblems } from './pretty.ts';
import type { ReportedProblem } from './reportedProblem.ts';
import { exitCodes, type Terminal, UsageError } from './terminal.ts';
import { openWiki } from './wikiFolder.ts';

/** `aux-wiki check`: all problems of a wiki. */
export async function check(
  { root, format, sync }: { readonly root: string; readonly format: 'pretty' | 'json'; readonly sync?: string },
  terminal: Terminal,
): Promise<number> {
  const { wiki, folder, settingsFile, source } = await openWiki(root, terminal);
  const styleOf = asksForStyle(wiki.settings) ? await styleChecker(wiki, source) : undefined;
  const losses = syncLosses(sync === undefined ? [] : await changesSince(sync, folder), wiki.settings);
  const problems = settingsProblems(settingsFile);
  for (const file of [...checkedFiles(wiki)].sort()) {
    const page = checkedPage(file, wiki);
    if (page === undefined) continue;
    const found = [...checkPage(page, wiki), ...checkSync(page, wiki, losses), ...((await styleOf?.(page)) ?? [])];
    found.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
    problems.push(...found.map((problem) => reported(file, page.lineStarts, problem)));
  }
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

async function changesSince(base: string, folder: string): Promise<readonly FileChange[]> {
  const changes = await openGitHistory(folder).changesSince(base);
  if (changes !== undefined) return changes;
  throw new UsageError(`--sync needs git, a repository in ${folder}, and a commit ${base} in it.`);
}

/** What finds the style problems of a page, which takes its text again. */
async function styleChecker(wiki: WikiIndex, source: FileSource): Promise<(page: Page) => Promise<Problem[]>> {
  const tools = await loadMarkdownTools();
  return async (page) => {
    const bytes = await source.read(page.file);
    return bytes === undefined ? [] : checkStyle(page, decodeText(bytes).text, wiki, tools);
  };
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
