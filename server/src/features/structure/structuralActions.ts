import { type CodeAction, CodeActionKind, type CodeActionParams, CodeActionTriggerKind } from 'vscode-languageserver';
import type { StructuralEditName } from '../../protocol.ts';
import { touches } from '../../util/range.ts';
import type { PageContext } from '../context.ts';
import { offsetIn } from '../positions.ts';
import { workspaceEditOf } from '../workspaceEdit.ts';
import { type StructuralContext, structuralEdit } from './structuralEdit.ts';

/** What a client sends back to have the edit of an action made. */
export interface StructuralActionData {
  readonly structuralEdit: StructuralEditName;
  readonly uri: string;
  readonly offset: number;
  /** Whether the editor asks by itself, as it does when a page is saved. */
  readonly isAutomatic: boolean;
}

interface Offered {
  readonly name: StructuralEditName;
  readonly title: string;
  readonly kind: string;
  /** Whether it may fit, by what the facts and the line tell: the tree is made only for who asks for the edit. */
  mayFit(context: PageContext, offset: number): boolean;
}

const offered: readonly Offered[] = [
  {
    name: 'formatTable',
    title: 'Format the table',
    kind: `${CodeActionKind.RefactorRewrite}.auxWiki.formatTable`,
    mayFit: ({ page, text }, offset) => isMarkdown(page) && lineAt(text, offset).includes('|'),
  },
  {
    name: 'extractSection',
    title: 'Extract the section into a new page',
    kind: `${CodeActionKind.RefactorExtract}.auxWiki.extractSection`,
    mayFit: ({ page }, offset) => isMarkdown(page) && page.headings.some(({ range }) => touches(range, offset)),
  },
  {
    name: 'tableOfContents',
    title: 'Insert or update the table of contents',
    kind: `${CodeActionKind.Source}.auxWiki.tableOfContents`,
    mayFit: ({ page }) => isMarkdown(page) && page.headings.length > 0,
  },
  {
    name: 'normalizeLinks',
    title: "Write all links in Wiki.js's form",
    kind: `${CodeActionKind.Source}.auxWiki.normalizeLinks`,
    mayFit: ({ page }) => page.links.length + page.images.length > 0,
  },
];

/** The kinds of these actions, for the server's capabilities. */
export const structuralKinds: readonly string[] = offered.map(({ kind }) => kind);

/** The structural edits that may fit at a place, without their edits; those of the whole source where they are asked for. */
export function structuralActions(
  context: PageContext,
  { range, context: { only, triggerKind }, textDocument }: CodeActionParams,
): CodeAction[] {
  const offset = offsetIn(context.page, range.start);
  return offered
    .filter(({ kind }) =>
      only === undefined ? !kind.startsWith(CodeActionKind.Source) : only.some((it) => isSameOrBelow(kind, it)),
    )
    .filter(({ mayFit }) => mayFit(context, offset))
    .map(({ name, title, kind }) => {
      const isAutomatic = triggerKind === CodeActionTriggerKind.Automatic;
      const data: StructuralActionData = { structuralEdit: name, uri: textDocument.uri, offset, isAutomatic };
      return { title, kind, data };
    });
}

/** The action with its edit, or why there is none. */
export async function resolveStructuralAction(
  context: StructuralContext,
  action: CodeAction,
  { structuralEdit: name, offset, isAutomatic }: StructuralActionData,
): Promise<{ readonly action: CodeAction; readonly reason?: string }> {
  const found = await structuralEdit(context, name, offset, { isAutomatic });
  if ('reason' in found) return { action, reason: found.reason };
  return { action: { ...action, edit: workspaceEditOf(found.plan, context.wiki, context.documents) } };
}

/** Whether the data of an action is ours. */
export function isStructuralActionData(data: unknown): data is StructuralActionData {
  return typeof data === 'object' && data !== null && 'structuralEdit' in data && 'uri' in data && 'offset' in data;
}

function isMarkdown({ contentType, renderedAs }: PageContext['page']): boolean {
  return contentType === 'markdown' && renderedAs === 'markdown';
}

function lineAt(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return /[^\r\n]*/y.exec(text.slice(start))?.[0] ?? '';
}

function isSameOrBelow(kind: string, only: string): boolean {
  return kind === only || kind.startsWith(`${only}.`);
}
