import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { WikiDocuments } from '../features/context.ts';
import { uriOfFile } from '../features/uris.ts';
import type { FileState } from '../index/change.ts';

/** The documents of one wiki that are open in the editor, by file. What is open counts, not what is on disk. */
export class OpenDocuments implements WikiDocuments {
  readonly #root: string;
  readonly #documents = new Map<string, TextDocument>();
  /** Documents whose newest text the index has not seen. */
  readonly #unseen = new Set<string>();

  constructor(root: string) {
    this.#root = root;
  }

  get(file: string): TextDocument | undefined {
    return this.#documents.get(file);
  }

  /** Takes notice of a document that was opened or typed in. */
  set(file: string, document: TextDocument): void {
    this.#documents.set(file, document);
    this.#unseen.add(file);
  }

  delete(file: string): void {
    this.#documents.delete(file);
    this.#unseen.delete(file);
  }

  files(): Iterable<string> {
    return this.#documents.keys();
  }

  isUnseen(file: string): boolean {
    return this.#unseen.has(file);
  }

  /** Hands over the documents whose newest text has not been seen; from then on it counts as seen. */
  takeUnseen(): string[] {
    const files = [...this.#unseen];
    this.#unseen.clear();
    return files;
  }

  /** All documents are to be handed over again, since the index is a new one. */
  forgetSeen(): void {
    for (const file of this.#documents.keys()) this.#unseen.add(file);
  }

  uriOf(file: string): string {
    return this.#documents.get(file)?.uri ?? uriOfFile(this.#root, file);
  }

  versionOf(file: string): number | null {
    return this.#documents.get(file)?.version ?? null;
  }

  /** The file as the editor has it; undefined if it is not open. Editors hide a byte order mark, so the disk knows of it. */
  stateOf(file: string, hasByteOrderMark: boolean): FileState | undefined {
    const text = this.#documents.get(file)?.getText();
    if (text === undefined) return undefined;
    return { file, text, size: new TextEncoder().encode(text).length, hasByteOrderMark };
  }
}
