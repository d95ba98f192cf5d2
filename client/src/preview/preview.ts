import * as vscode from 'vscode';
import { type RenderBlocksResult, type RenderParams, requests } from '../../../server/src/protocol.ts';
import { createLatestTask } from '../latestTask.ts';
import type { WikiServer } from '../wikiServer.ts';
import type { Wikis } from '../wikis.ts';
import { askForDiagramServers, diagramServersAllowed, remoteImagesAllowed } from './allowDiagrams.ts';
import { type EditorSync, syncWithEditor } from './editorSync.ts';
import { followLink } from './followLink.ts';
import { createHistory } from './history.ts';
import { isFromPreview, type ShowPage, type ToPreview } from './messages.ts';
import { pageBody } from './pageBody.ts';
import { type PreviewDocumentOptions, scriptedDocument, staticDocument, webviewResources } from './previewDocument.ts';
import { imagesShown, noPage, restricted, strings, titleOf } from './previewWords.ts';
import { originsOf, type ShownPage, shownPage } from './shownPage.ts';
import { showSource } from './showSource.ts';

/** A panel that shows a page as Wiki.js does. */
export interface Preview {
  readonly panel: vscode.WebviewPanel;
  /** URI of the page that is shown. */
  readonly uri: string;
  /** Whether it stays with its page when another becomes active. */
  readonly locked: boolean;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
  /** Shows a page, and the heading that a fragment (without `#`) names. */
  show(uri: string, fragment?: string): void;
  go(step: -1 | 1): void;
  toggleLock(): void;
  /** Renders again: the text, the wiki, a setting or the trust has changed. */
  refresh(): void;
  /** The page, the lock or the history has changed. */
  readonly onDidChange: vscode.Event<void>;
}

export interface PreviewContext {
  readonly extension: vscode.Uri;
  readonly server: WikiServer;
  readonly wikis: Wikis;
}

/** What the webview shows, or will when it is ready. */
type Shown = Pick<ShowPage, 'uri' | 'locked' | 'visit' | 'frame' | 'fragment'> & { readonly page: ShownPage };

const nothing: ShownPage = { id: 0, blocks: [], changes: undefined };

/** From a keystroke to its rendering, in milliseconds: the editor's change must reach the server first. */
const delay = 15;

/** Makes a panel a preview; the panel's end is the preview's end. */
export function createPreview(
  panel: vscode.WebviewPanel,
  { extension, server, wikis }: PreviewContext,
  start: { readonly uri: string; readonly locked: boolean },
): Preview {
  const history = createHistory(start.uri);
  const changed = new vscode.EventEmitter<void>();
  let locked = start.locked;
  let fragment: string | undefined;
  /** Gone back or forward to: the reader finds the place that they left. */
  let isReturning = false;
  /** What the document was made for: where that changes, it is made anew. */
  let documentKey = '';
  let isReady = false;
  let isDisposed = false;
  let shown: Shown | undefined;
  /** The server's last answer, and what it was asked. */
  let received: { readonly asked: string; readonly page: ShownPage } | undefined;
  /** The blocks that the webview was sent last. */
  let sent: ShownPage['blocks'] | undefined;
  let serial = 0;

  panel.iconPath = vscode.Uri.joinPath(extension, 'media', 'icon.png');
  const rendering = createLatestTask(render, delay);

  async function render(): Promise<void> {
    if (!panel.visible) return;
    const uri = history.current;
    const root = wikis.wikiOf(vscode.Uri.parse(uri))?.root;
    const isTrusted = vscode.workspace.isTrusted;
    const loadsDiagrams = isTrusted && diagramServersAllowed(uri);
    const params: RenderParams = {
      uri,
      resourceBase: root && panel.webview.asWebviewUri(vscode.Uri.parse(root)).toString(),
      sanitize: !isTrusted,
    };
    const remote = isTrusted && remoteImagesAllowed(uri);
    const asked = JSON.stringify([params, loadsDiagrams, remote]);
    const before = received?.asked === asked ? received.page : undefined;
    const answer = await server.request<RenderBlocksResult>(requests.renderBlocks, { ...params, since: before?.id });
    if (isDisposed) return;
    if (uri !== history.current) return rendering.run();
    // While the server starts, or starts again, what is shown stays.
    if (answer === undefined && (server.state === 'starting' || (server.state === 'stopped' && documentKey !== '')))
      return;
    panel.title = titleOf(answer, locked);
    const images = imagesShown({ loadsDiagrams, remote }, params.resourceBase);
    const page = answer === undefined ? nothing : shownPage(answer, before, images);
    received = answer && { asked, page };
    const frame = (contents?: string) =>
      answer === undefined
        ? noPage(uri, server)
        : pageBody(isTrusted ? answer : restricted(answer), strings(isTrusted), params.resourceBase, contents);
    const options = { extension, remote, imageOrigins: loadsDiagrams ? originsOf(page) : [] };
    const isNewDocument = prepare(root, isTrusted, options);
    if (!isTrusted) {
      const contents = page.blocks.map(({ html }) => html).join('');
      panel.webview.html = staticDocument(panel.webview, options, frame(contents));
      return;
    }
    const next: Shown = { uri, locked, visit: history.visitId, frame: frame(), fragment, page };
    // A change elsewhere in the wiki seldom changes this page.
    const isNew = shown === undefined || fragment !== undefined || differ(shown, next);
    const isOtherPage = shown?.uri !== uri;
    shown = next;
    const isPlaced = isReturning || fragment !== undefined;
    fragment = undefined;
    if (isNewDocument) panel.webview.html = scriptedDocument(panel.webview, options);
    else if (isNew && isReady) {
      send(shown, before);
      if (isOtherPage) sync.pageShown(isPlaced);
    }
  }

  /** @param before the page that the webview may show, which the new one was made of */
  function send({ page, ...message }: Shown, before?: ShownPage): void {
    const isUpdate = before !== undefined && before.blocks === sent && page.changes !== undefined;
    const changes = isUpdate ? (page.changes ?? []) : page.blocks.map(({ html, lines }) => ({ html, lines }));
    const show: ToPreview = { type: 'show', ...message, serial: ++serial, isUpdate, changes };
    void panel.webview.postMessage(show);
    sent = page.blocks;
    // When the preview is hidden and comes back, the reader's place counts.
    shown = { page, ...message, fragment: undefined };
  }

  /** Sets what the webview may do and read; gives back whether it needs a new document. */
  function prepare(
    root: string | undefined,
    isTrusted: boolean,
    { remote, imageOrigins }: PreviewDocumentOptions,
  ): boolean {
    const key = JSON.stringify([root, isTrusted, remote, imageOrigins]);
    if (key === documentKey) return false;
    documentKey = key;
    isReady = false;
    panel.webview.options = {
      enableScripts: isTrusted,
      enableForms: false,
      enableCommandUris: false,
      localResourceRoots: [webviewResources(extension), ...(root === undefined ? [] : [vscode.Uri.parse(root)])],
    };
    return true;
  }

  async function receive(message: unknown): Promise<void> {
    if (!isFromPreview(message)) return;
    if (message.type === 'ready') {
      isReady = true;
      if (shown !== undefined) {
        const isPlaced = isReturning || shown.fragment !== undefined;
        send(shown);
        sync.pageShown(isPlaced);
      }
      rendering.run();
    } else if (message.type === 'go') {
      preview.go(message.direction === 'back' ? -1 : 1);
    } else if (message.type === 'scroll' || message.type === 'edit') {
      if (message.uri !== history.current) return;
      if (message.type === 'scroll') sync.scrollEditor(message.line);
      else await showSource(preview, message.line);
    } else if (message.type === 'load-diagrams') {
      await askForDiagramServers(history.current, originsOf(shown?.page ?? nothing));
    } else {
      await followLink(message.href, preview, server, wikis);
    }
  }

  const preview: Preview = {
    panel,
    get uri() {
      return history.current;
    },
    get locked() {
      return locked;
    },
    get canGoBack() {
      return history.canGoBack;
    },
    get canGoForward() {
      return history.canGoForward;
    },
    show(uri, target) {
      if (uri === history.current && target !== undefined && isReady) {
        const message: ToPreview = { type: 'reveal', fragment: target };
        void panel.webview.postMessage(message);
        return;
      }
      isReturning = isReturning && uri === history.current;
      history.visit(uri);
      fragment = target;
      rendering.run();
      changed.fire();
    },
    go(step) {
      isReturning = true;
      history.go(step);
      rendering.run();
      changed.fire();
    },
    toggleLock() {
      locked = !locked;
      rendering.run();
      changed.fire();
    },
    refresh: rendering.run,
    onDidChange: changed.event,
  };

  const sync: EditorSync = syncWithEditor(preview, (message) => {
    if (isReady && shown?.uri === history.current) void panel.webview.postMessage(message);
  });
  const subscriptions = [
    changed,
    rendering,
    sync,
    panel.webview.onDidReceiveMessage(receive),
    panel.onDidChangeViewState(() => {
      if (panel.visible) rendering.run();
    }),
  ];
  panel.onDidDispose(() => {
    isDisposed = true;
    for (const subscription of subscriptions) subscription.dispose();
  });
  rendering.run();
  return preview;
}

function differ(one: Shown, other: Shown): boolean {
  return (
    one.uri !== other.uri ||
    one.locked !== other.locked ||
    one.frame !== other.frame ||
    one.page.blocks !== other.page.blocks
  );
}
