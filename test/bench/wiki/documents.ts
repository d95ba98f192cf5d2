import type { Position, ProtocolConnection, Range } from 'vscode-languageserver/node';

/** The requests that both servers answer in the same way, over documents that the bench has opened. */
export function documentRequests(client: ProtocolConnection, uriOf: (file: string) => string) {
  const versions = new Map<string, number>();
  const at = (file: string, position: Position) => ({ textDocument: { uri: uriOf(file) }, position });
  return {
    async open(file: string, text: string): Promise<void> {
      versions.set(file, 1);
      await client.sendNotification('textDocument/didOpen', {
        textDocument: { uri: uriOf(file), languageId: 'markdown', version: 1, text },
      });
    },
    async change(file: string, range: Range, text: string): Promise<number> {
      const version = (versions.get(file) ?? 0) + 1;
      versions.set(file, version);
      await client.sendNotification('textDocument/didChange', {
        textDocument: { uri: uriOf(file), version },
        contentChanges: [{ range, text }],
      });
      return version;
    },
    async references(file: string, position: Position): Promise<number> {
      const found = await client.sendRequest<unknown[] | null>('textDocument/references', {
        ...at(file, position),
        context: { includeDeclaration: true },
      });
      return found?.length ?? 0;
    },
    async hover(file: string, position: Position): Promise<number> {
      return (await client.sendRequest('textDocument/hover', at(file, position))) === null ? 0 : 1;
    },
    async completion(file: string, position: Position): Promise<number> {
      const found = await client.sendRequest<unknown[] | { items: unknown[] } | null>(
        'textDocument/completion',
        at(file, position),
      );
      return Array.isArray(found) ? found.length : (found?.items.length ?? 0);
    },
  };
}

/** How many edits a WorkspaceEdit has. */
export function editCount(edit: unknown): number {
  const { changes = {}, documentChanges = [] } = (edit ?? {}) as {
    changes?: Record<string, unknown[]>;
    documentChanges?: { edits?: unknown[] }[];
  };
  const plain = Object.values(changes).reduce((sum, edits) => sum + edits.length, 0);
  return plain + documentChanges.reduce((sum, { edits = [] }) => sum + edits.length, 0);
}
