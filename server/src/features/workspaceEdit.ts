import type { ChangeAnnotation, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { EditPlan, TextChange } from '../edits/plan.ts';
import type { Wiki } from '../index/wiki.ts';
import type { WikiDocuments } from './context.ts';
import { rangeIn } from './positions.ts';

const annotationId = 'auxWiki';

const fileStart = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/**
 * A plan as an edit that the editor can show and undo. A plan's ranges are of the texts before any step, so each
 * file's changes go together and before the renames. Undefined if a step cannot be said in LSP.
 *
 * @param annotation of every change of a text and every rename: with it the editor can ask, and can show the changes first
 */
export function workspaceEditOf(
  plan: EditPlan,
  wiki: Wiki,
  documents: WikiDocuments,
  annotation?: ChangeAnnotation,
): WorkspaceEdit | undefined {
  const mark = annotation && { annotationId };
  const changes = new Map<string, TextChange[]>();
  const creations: WorkspaceEdit['documentChanges'] = [];
  const renames: WorkspaceEdit['documentChanges'] = [];
  for (const step of plan.steps) {
    switch (step.kind) {
      case 'change':
        changes.set(step.file, [...(changes.get(step.file) ?? []), step]);
        break;
      case 'create': {
        const uri = documents.uriOf(step.file);
        creations.push({ kind: 'create', uri, options: { overwrite: false, ignoreIfExists: true } });
        creations.push({ textDocument: { uri, version: null }, edits: [{ range: fileStart, newText: step.text }] });
        break;
      }
      case 'rename':
        renames.push({ kind: 'rename', oldUri: documents.uriOf(step.from), newUri: documents.uriOf(step.to), ...mark });
        break;
      case 'remove-byte-order-mark':
        return undefined;
    }
  }
  const edits: TextDocumentEdit[] = [];
  for (const [file, steps] of changes) {
    const page = wiki.files.get(file);
    if (page === undefined) return undefined;
    edits.push({
      textDocument: { uri: documents.uriOf(file), version: documents.versionOf(file) },
      edits: steps.map(({ range, newText }) => ({ range: rangeIn(page, range), newText, ...mark })),
    });
  }
  const documentChanges = [...edits, ...creations, ...renames];
  return annotation === undefined
    ? { documentChanges }
    : { documentChanges, changeAnnotations: { [annotationId]: annotation } };
}
