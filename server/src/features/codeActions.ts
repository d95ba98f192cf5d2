import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type Range,
} from 'vscode-languageserver';
import type { TextChange } from '../edits/plan.ts';
import { fixesFor } from '../rules/check.ts';
import type { Fix, Problem } from '../rules/rule.ts';
import { silencingFixes } from '../rules/suppress/silencingFixes.ts';
import { clientCommand } from './clientCommand.ts';
import type { PageContext } from './context.ts';
import { rangeIn } from './positions.ts';
import { workspaceEditOf } from './workspaceEdit.ts';

/** Mends everything on a page that can be mended without looking; editors can run it on save. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.auxWiki`;

export interface CodeActionContext extends PageContext {
  readonly problems: readonly Problem[];
  readonly now: Date;
  /** Whether the client runs our commands. */
  readonly clientCommands: boolean;
}

/** The fixes of the problems in a range, and "fix all" where it is asked for by name. */
export async function codeActions(
  context: CodeActionContext,
  { range, context: asked }: CodeActionParams,
  token: CancellationToken,
): Promise<CodeAction[] | undefined> {
  const wants = (kind: string) => asked.only === undefined || asked.only.some((only) => isSameOrBelow(kind, only));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    for (const problem of context.problems) {
      if (token.isCancellationRequested) return undefined;
      if (!overlaps(rangeIn(context.page, problem.range), range)) continue;
      const diagnostics = asked.diagnostics.filter((it) => isOf(it, problem, context));
      const fixes = [...fixesFor(problem, context), ...silencingFixes(problem, context)];
      for (const fix of fixes) actions.push(...quickFix(context, fix, diagnostics));
    }
  }
  if (asked.only !== undefined && wants(fixAllKind)) actions.push(...fixAll(context));
  return actions;
}

function quickFix(context: CodeActionContext, fix: Fix, diagnostics: Diagnostic[]): CodeAction[] {
  const action: CodeAction = {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    isPreferred: fix.preferred,
    diagnostics,
  };
  const command = context.clientCommands ? clientCommand(fix, context.documents) : undefined;
  if (command !== undefined) return [{ ...action, command }];
  const edit = workspaceEditOf(fix.plan, context.wiki, context.documents);
  return edit === undefined ? [] : [{ ...action, edit }];
}

/** One edit of all safe fixes of a page; of fixes that touch the same text the first one is taken. */
function fixAll(context: CodeActionContext): CodeAction[] {
  const taken: TextChange[] = [];
  for (const problem of context.problems) {
    const fix = fixesFor(problem, context).find(({ safe }) => safe === true);
    const changes = fix?.plan.steps.filter((step) => step.kind === 'change') ?? [];
    if (fix === undefined || changes.length !== fix.plan.steps.length) continue;
    if (changes.some(({ file }) => file !== context.page.file)) continue;
    if (changes.every((change) => taken.every((other) => areApart(change, other)))) taken.push(...changes);
  }
  if (taken.length === 0) return [];
  const edit = workspaceEditOf({ steps: taken }, context.wiki, context.documents);
  return edit === undefined ? [] : [{ title: 'Fix all that is safe to fix on this page', kind: fixAllKind, edit }];
}

function areApart({ range: a }: TextChange, { range: b }: TextChange): boolean {
  return a.end < b.start || b.end < a.start;
}

function isOf(diagnostic: Diagnostic, problem: Problem, { page }: CodeActionContext): boolean {
  const { start } = rangeIn(page, problem.range);
  const { line, character } = diagnostic.range.start;
  return diagnostic.code === problem.code && line === start.line && character === start.character;
}

function overlaps(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

function isSameOrBelow(kind: string, only: string): boolean {
  return kind === only || kind.startsWith(`${only}.`);
}
