import * as vscode from 'vscode';
import { type RenderParams, type RenderResult, requests } from '../../../server/src/protocol.ts';
import { createLatestTask } from '../latestTask.ts';
import type { WikiServer } from '../wikiServer.ts';
import type { Wikis } from '../wikis.ts';
import { askForDiagramServers, diagramServersAllowed } from './allowDiagrams.ts';
import { withBlockedImages } from './blockedImages.ts';
import { type EditorSync, syncWithEditor } from './editorSync.ts';
import { escapeHtml } from './escapeHtml.ts';
import { followLink } from './followLink.ts';
import { diagramOrigins, withHeldDiagrams } from './heldDiagrams.ts';
import { createHistory } from './history.ts';
import { isFromPreview, type ToPreview } from './messages.ts';
import { withMissingImages } from './missingImages.ts';
import { type PageBodyStrings, pageBody } from './pageBody.ts';
import { type PreviewDocumentOptions, scriptedDocument, staticDocument, webviewResources } from './previewDocument.ts';
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

type ShowPage = Extract<ToPreview, { type: 'show' }>;

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
  let shown: ShowPage | undefined;
  /** Where the diagrams of the shown page come from. */
  let origins: readonly string[] = [];

  panel.iconPath = vscode.Uri.joinPath(extension, 'media', 'icon.png');
  const rendering = createLatestTask(render, delay);

  async function render(): Promise<void> {
    if (!panel.visible) return;
    const uri = history.current;
    const root = wikis.wikiOf(vscode.Uri.parse(uri))?.root;
    const isTrusted = vscode.workspace.isTrusted;
    const params: RenderParams = {
      uri,
      resourceBase: root && panel.webview.asWebviewUri(vscode.Uri.parse(root)).toString(),
      sanitize: !isTrusted,
    };
    const page = await server.request<RenderResult>(requests.render, params);
    if (isDisposed) return;
    if (uri !== history.current) return rendering.run();
    // While the server starts, or starts again, what is shown stays.
    if (page === undefined && (server.state === 'starting' || (server.state === 'stopped' && documentKey !== '')))
      return;
    panel.title = titleOf(page, locked);
    origins = page === undefined ? [] : diagramOrigins(page.html);
    const loadsDiagrams = isTrusted && diagramServersAllowed(uri);
    const imageOrigins = loadsDiagrams ? origins : [];
    const options = { extension, remote: isTrusted && remoteImagesAllowed(uri), imageOrigins };
    const body =
      page === undefined
        ? noPage(uri, server)
        : pageBody(
            withShownImages(isTrusted ? page : restricted(page), loadsDiagrams, options, params.resourceBase),
            strings(isTrusted),
            params.resourceBase,
          );
    const isNewDocument = prepare(root, isTrusted, options);
    if (!isTrusted) {
      panel.webview.html = staticDocument(panel.webview, options, body);
      return;
    }
    // A change elsewhere in the wiki seldom changes this page.
    const isNew = shown?.uri !== uri || shown.locked !== locked || shown.body !== body || fragment !== undefined;
    const isOtherPage = shown?.uri !== uri;
    shown = { type: 'show', uri, locked, visit: history.visitId, body, fragment };
    const isPlaced = isReturning || fragment !== undefined;
    fragment = undefined;
    if (isNewDocument) panel.webview.html = scriptedDocument(panel.webview, options);
    else if (isNew && isReady) {
      send(shown);
      if (isOtherPage) sync.pageShown(isPlaced);
    }
  }

  function send(message: ShowPage): void {
    void panel.webview.postMessage(message);
    // When the preview is hidden and comes back, the reader's place counts.
    shown = { ...message, fragment: undefined };
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
      await askForDiagramServers(history.current, origins);
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

function titleOf(page: RenderResult | undefined, locked: boolean): string {
  const title = page?.title ?? '';
  return locked ? vscode.l10n.t('[Preview] {0}', title) : vscode.l10n.t('Preview {0}', title);
}

function noPage(uri: string, server: WikiServer): string {
  const file = vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
  const reason =
    server.state === 'running'
      ? vscode.l10n.t('{0} is not a page of a wiki.', file)
      : vscode.l10n.t('The language server is not running.');
  return `<main class="aux-empty"><p>${escapeHtml(reason)}</p></main>`;
}

/**
 * The page with what is shown in place of images that are missing or that the policy keeps out, and of diagrams that
 * would come from a server.
 */
function withShownImages(
  page: RenderResult,
  loadsDiagrams: boolean,
  { remote, imageOrigins }: PreviewDocumentOptions,
  files: string | undefined,
): RenderResult {
  const isTrusted = vscode.workspace.isTrusted;
  const load = isTrusted ? (host: string) => vscode.l10n.t('Load diagrams from {0}', host) : undefined;
  const held = loadsDiagrams ? page.html : withHeldDiagrams(page.html, load);
  const html = withMissingImages(held, vscode.l10n.t('Missing image'));
  if (remote) return { ...page, html };
  const isLoaded = (url: string) =>
    (files !== undefined && url.startsWith(`${files}/`)) || imageOrigins.some((origin) => url.startsWith(`${origin}/`));
  const label = isTrusted
    ? vscode.l10n.t('Image not loaded (auxWiki.preview.remoteImages is off)')
    : vscode.l10n.t('Image not loaded (Restricted Mode)');
  return { ...page, html: withBlockedImages(html, isLoaded, label) };
}

/** The page with a word on what is missing of it in Restricted Mode. */
function restricted(page: RenderResult): RenderResult {
  const notice = vscode.l10n.t('Restricted Mode: tabs stand one below the other, and links to other pages do nothing.');
  return { ...page, notices: [...page.notices, { message: notice, line: undefined }] };
}

function strings(hasScript: boolean): PageBodyStrings {
  return {
    skip: vscode.l10n.t('Skip to the page'),
    about: vscode.l10n.t('About this page'),
    contents: vscode.l10n.t('Page contents'),
    tags: vscode.l10n.t('Tags'),
    notices: vscode.l10n.t('What Wiki.js will do with this page'),
    failedImage: vscode.l10n.t('Image that cannot be loaded'),
    goToLine: hasScript ? (line) => vscode.l10n.t('Go to line {0}', line) : undefined,
  };
}

function remoteImagesAllowed(uri: string): boolean {
  const scope = vscode.Uri.parse(uri);
  return vscode.workspace.getConfiguration('auxWiki.preview', scope).get<boolean>('remoteImages', true);
}
