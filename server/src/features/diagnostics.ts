import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { Wiki } from '../index/wiki.ts';
import type { Page } from '../page/page.ts';
import type { Problem } from '../rules/rule.ts';
import { checkSettings } from '../rules/settings/checkSettings.ts';
import { lineStartsOf, positionAt } from '../util/lines.ts';
import type { Severity } from '../wiki/settings.ts';
import type { WikiDocuments } from './context.ts';
import { rangeIn } from './positions.ts';

/** Where the page of each rule is. */
export const ruleDocumentation = 'https://github.com/auxolotl/aux-wiki/blob/main/docs/rules';

const diagnosticSource = 'aux-wiki';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A problem as LSP says it. */
export function diagnosticOf(problem: Problem, page: Page, wiki: Wiki, documents: WikiDocuments): Diagnostic {
  const related = problem.related?.flatMap(({ file, range, message }) => {
    const other = wiki.files.get(file);
    if (other === undefined) return [];
    return [{ location: { uri: documents.uriOf(file), range: rangeIn(other, range) }, message }];
  });
  return {
    range: rangeIn(page, problem.range),
    severity: severities[problem.severity],
    code: problem.code,
    codeDescription: { href: `${ruleDocumentation}/${problem.code}.md` },
    source: diagnosticSource,
    message: problem.message,
    tags: problem.unnecessary ? [DiagnosticTag.Unnecessary] : undefined,
    relatedInformation: related,
    data: { code: problem.code, target: problem.target },
  };
}

/** What is wrong with `.aux-wiki.yml`, at its places in that file's text. */
export function settingsDiagnostics(text: string): Diagnostic[] {
  const lineStarts = lineStartsOf(text);
  return checkSettings(text).map(({ code, severity, message, range }) => ({
    range: { start: positionAt(lineStarts, range.start), end: positionAt(lineStarts, range.end) },
    severity: severities[severity],
    code,
    codeDescription: { href: `${ruleDocumentation}/${code}.md` },
    source: diagnosticSource,
    message,
  }));
}
