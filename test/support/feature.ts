import type { CancellationToken, Position } from 'vscode-languageserver';
import type { PageContext } from '../../server/src/features/context.ts';
import { uriOfFile } from '../../server/src/features/uris.ts';
import { positionAt } from '../../server/src/util/lines.ts';
import { createWiki, type TestWiki } from './wiki.ts';

export const wikiRoot = 'file:///wiki';

export const notCancelled: CancellationToken = {
  isCancellationRequested: false,
  onCancellationRequested: () => ({ dispose() {} }),
};

export const cancelled: CancellationToken = { ...notCancelled, isCancellationRequested: true };

/** What a feature is given for the page with the cursor, of a wiki that a fixture makes. */
export interface FeatureInput {
  readonly context: PageContext;
  readonly position: Position;
  readonly wiki: TestWiki;
}

/** Reads a fixture (see `parseFixture`) with a cursor. Files have the URI `file:///wiki/…`; none is open. */
export function featureInput(fixture: string): FeatureInput {
  const wiki = createWiki(fixture);
  const { file, offset } = wiki.cursor();
  const page = wiki.page(file);
  const documents = { uriOf: (name: string) => uriOfFile(wikiRoot, name), versionOf: () => null };
  const files = {
    textOf: async (name: string) => wiki.fixture.files.get(name),
    bytesOf: async (name: string) => {
      const text = wiki.fixture.files.get(name);
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
  };
  return {
    context: { wiki: wiki.wiki, page, text: wiki.text(file), documents, files },
    position: positionAt(page.lineStarts, offset),
    wiki,
  };
}
