import type { WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { wikiRoot } from './feature.ts';

/** The files of a wiki under `wikiRoot` after an edit, which an editor makes in the order of its parts. */
export function applyEdit(
  files: ReadonlyMap<string, string>,
  { documentChanges = [] }: WorkspaceEdit,
): Map<string, string> {
  const after = new Map(files);
  const fileOf = (uri: string) => decodeURIComponent(uri.slice(wikiRoot.length + 1));
  for (const change of documentChanges) {
    if ('textDocument' in change) {
      const file = fileOf(change.textDocument.uri);
      const document = TextDocument.create('file:///x', 'markdown', 1, after.get(file) ?? '');
      const edits = change.edits.flatMap((edit) => ('newText' in edit ? [edit] : []));
      after.set(file, TextDocument.applyEdits(document, edits));
    } else if (change.kind === 'rename') {
      const from = fileOf(change.oldUri);
      const to = fileOf(change.newUri);
      if (after.has(to) || !after.has(from)) throw new Error(`${from} cannot become ${to}`);
      after.set(to, after.get(from) ?? '');
      after.delete(from);
    } else throw new Error(`a test cannot apply ${change.kind}`);
  }
  return after;
}
