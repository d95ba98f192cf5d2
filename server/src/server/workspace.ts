import type { CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { PageContext } from '../features/context.ts';
import { fileOfUri, uriOfFile } from '../features/uris.ts';
import { findWikis } from '../index/detect.ts';
import { settingsFileName } from '../index/scan.ts';
import { attempt } from './guard.ts';
import { OpenWiki } from './openWiki.ts';
import type { Platform } from './platform.ts';
import type { WikiHost } from './wikiHost.ts';

/** Files whose coming or going can make a folder a wiki, or no wiki. */
export const signatureFiles: readonly string[] = [settingsFileName, 'home.md', 'home.html'];

/** What a workspace needs of the server. */
export interface WorkspaceHost extends WikiHost {
  readonly platform: Platform;
  /** There are other wikis than before; these are their roots. */
  wikisChanged(roots: readonly string[]): void;
}

/** Which wiki a page was found in. */
export interface InWiki {
  readonly openWiki: OpenWiki;
}

/** The folders that the editor has open, and the wikis in them. */
export class Workspace {
  readonly #host: WorkspaceHost;
  /** Roots of the wikis by workspace folder; both URIs. */
  readonly #folders = new Map<string, readonly string[]>();
  readonly #wikis = new Map<string, OpenWiki>();
  readonly #documents = new Map<string, TextDocument>();
  /** Searches run one after the other, so that the last one has the last word. */
  #search: Promise<unknown> = Promise.resolve();

  constructor(host: WorkspaceHost) {
    this.#host = host;
  }

  /** Every wiki, when the folders that are open by now have been searched. */
  async wikis(): Promise<readonly OpenWiki[]> {
    await this.#search;
    return [...this.#wikis.values()];
  }

  /** The wiki that a file belongs to, and its path there; of nested wikis the inner one. */
  find(uri: string): { wiki: OpenWiki; file: string } | undefined {
    let found: { wiki: OpenWiki; file: string } | undefined;
    for (const wiki of this.#wikis.values()) {
      const file = fileOfUri(wiki.root, uri);
      if (file !== undefined && (found === undefined || file.length < found.file.length)) found = { wiki, file };
    }
    return found;
  }

  /** The wiki at a root; undefined if it has been closed. */
  wikiAt(root: string): OpenWiki | undefined {
    return this.#wikis.get(root);
  }

  /** What features are given for a page, once its wiki has been read; undefined if the URI is no page of a wiki. */
  async pageContext(uri: string, token: CancellationToken): Promise<(PageContext & InWiki) | undefined> {
    await this.#search;
    const found = this.find(uri);
    if (found === undefined) return undefined;
    await found.wiki.ready;
    if (token.isCancellationRequested) return undefined;
    const context = await found.wiki.pageContext(found.file);
    return context === undefined ? undefined : { ...context, openWiki: found.wiki };
  }

  /** Takes notice of folders that were opened and closed. */
  foldersChanged(added: readonly string[], removed: readonly string[]): void {
    for (const folder of removed) this.#folders.delete(folder);
    for (const folder of added) this.#folders.set(folder, []);
    this.#searchIn(added);
  }

  documentChanged(document: TextDocument): void {
    this.#documents.set(document.uri, document);
    const found = this.find(document.uri);
    found?.wiki.documentChanged(found.file, document);
  }

  documentClosed(uri: string): void {
    this.#documents.delete(uri);
    const found = this.find(uri);
    found?.wiki.documentClosed(found.file);
  }

  /** Takes notice of files and folders that have changed on disk; thousands at once are one update. */
  filesChanged(uris: readonly string[]): void {
    const byWiki = new Map<OpenWiki, string[]>();
    for (const uri of uris) {
      const found = this.find(uri);
      if (found === undefined) continue;
      const files = byWiki.get(found.wiki);
      if (files === undefined) byWiki.set(found.wiki, [found.file]);
      else files.push(found.file);
    }
    for (const [wiki, files] of byWiki) wiki.filesChanged(files);
    const signs = uris.filter(
      (uri) => signatureFiles.some((name) => uri.endsWith(`/${name}`)) || this.#isAboveWiki(uri),
    );
    const folders = [...this.#folders.keys()];
    this.#searchIn(folders.filter((folder) => signs.some((uri) => fileOfUri(folder, uri) !== undefined)));
  }

  /** Sends all diagnostics again, since the person's own settings have changed. */
  republish(): void {
    for (const wiki of this.#wikis.values()) wiki.republish();
  }

  #isAboveWiki(uri: string): boolean {
    return [...this.#wikis.keys()].some((root) => fileOfUri(uri, root) !== undefined);
  }

  #searchIn(folders: readonly string[]): void {
    this.#search = this.#search.then(() =>
      attempt(this.#host.log, 'Looking for wikis', async () => {
        for (const folder of folders) {
          const roots = await this.#rootsIn(folder);
          if (this.#folders.has(folder)) this.#folders.set(folder, roots);
        }
        this.#openAndClose();
      }),
    );
  }

  async #rootsIn(folder: string): Promise<string[]> {
    const reader = this.#host.platform.openFolder(folder);
    if (reader === undefined) {
      this.#host.log.info(`${folder} cannot be read here, so it is not looked at`);
      return [];
    }
    const roots = await findWikis(reader);
    return roots.map((root) => (root === '' ? folder : uriOfFile(folder, root)));
  }

  #openAndClose(): void {
    const roots = new Set([...this.#folders.values()].flat());
    let differs = false;
    for (const [root, wiki] of this.#wikis) {
      if (roots.has(root)) continue;
      differs = true;
      wiki.close();
      this.#wikis.delete(root);
    }
    for (const root of roots) {
      const source = this.#wikis.has(root) ? undefined : this.#host.platform.openFolder(root);
      if (source === undefined) continue;
      differs = true;
      this.#wikis.set(root, new OpenWiki(root, source, this.#host));
    }
    if (!differs) return;
    for (const document of this.#documents.values()) this.documentChanged(document);
    this.#host.wikisChanged([...this.#wikis.keys()]);
  }
}
