import assert from 'node:assert/strict';
import { type CompletionItem, type CompletionList, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionInput } from '../../server/src/features/completion/completionInput.ts';
import { completion } from '../../server/src/features/completion.ts';
import { offsetAt } from '../../server/src/util/lines.ts';
import { type FeatureInput, featureInput, notCancelled } from './feature.ts';

/** How the client asks; as one that is not VS Code, and for no character, if not said otherwise. */
export type Asking = Partial<Pick<CompletionInput, 'snippets' | 'clientCommands' | 'trigger'>>;

export const now = new Date('2026-11-26T08:00:00.000Z');

/** What is offered at the cursor of a fixture, in the order in which an editor shows it. */
export async function completionOf(fixture: string, asking: Asking = {}): Promise<CompletionList | undefined> {
  return completionIn(featureInput(fixture), asking);
}

/** The same for a wiki that has been made already. */
export async function completionIn(input: FeatureInput, asking: Asking = {}): Promise<CompletionList | undefined> {
  const { context, position } = input;
  const client = { snippets: false, clientCommands: false, trigger: undefined, now, ...asking };
  const list = await completion({ ...context, ...client }, position, notCancelled);
  if (list === undefined) return undefined;
  // What is typed later would be compared with what was typed before, and not with the names.
  const line = context.text.slice(offsetAt(context.page.lineStarts, { ...position, character: 0 }));
  for (const { filterText, textEdit } of list.items) {
    const start = TextEdit.is(textEdit) ? textEdit.range.start.character : position.character;
    const typed = line.slice(start, position.character);
    // What is typed later would be compared with what was typed before, and not with the names.
    assert.ok(list.isIncomplete || typed === '' || filterText?.startsWith(`${typed} `) !== true, filterText);
  }
  const keyOf = ({ sortText, label }: CompletionItem) => sortText ?? label;
  return { ...list, items: [...list.items].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)) };
}

/** The text of a fixture's page after the item with a label is chosen. */
export async function textAfter(fixture: string, label: string, asking: Asking = {}): Promise<string> {
  const input = featureInput(fixture);
  const list = await completionIn(input, asking);
  const edit = list?.items.find((item) => item.label === label)?.textEdit;
  if (!TextEdit.is(edit)) throw new Error(`${label} is not offered, but ${list?.items.map((item) => item.label)}`);
  const { text, page } = input.context;
  return TextDocument.applyEdits(TextDocument.create('file:///x', page.contentType, 1, text), [edit]);
}
