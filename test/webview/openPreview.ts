import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { FromPreview, ToPreview } from '../../client/src/preview/messages.ts';
import { pageBody } from '../../client/src/preview/pageBody.ts';
import { blockChanges } from '../../server/src/features/blockChanges.ts';
import { parseDocument } from '../../server/src/page/html/parse.ts';
import { elementsIn } from '../../server/src/page/html/tree.ts';
import type { PageBlock, PageDescription } from '../../server/src/protocol.ts';
import { pageBlocks } from '../../server/src/render/pageBlocks.ts';
import { openBrowser } from '../host/embedded/browser.ts';
import { projectRoot } from '../host/embedded/paths.ts';

/** The preview's script and styles as they ship, in a browser, with VS Code's side played by the test. */
export interface OpenPreview {
  readonly page: Page;
  /**
   * Sends a page as the extension does, and waits until it is shown: of a page that is shown already, what has changed.
   *
   * @param html with lines as `data-line`; or blocks, as they are
   */
  show(
    html: string | readonly PageBlock[],
    changes?: Partial<PageDescription> & { readonly fragment?: string; readonly visit?: number },
  ): Promise<void>;
  /** Sends anything. */
  send(message: unknown): Promise<void>;
  /** What the preview has sent since the last call. */
  received(): Promise<FromPreview[]>;
  /** Begins anew with the state that was saved last, as VS Code does when a hidden preview is shown again. */
  reopen(): Promise<void>;
  /** Every URL that was asked for since the last call. */
  requested(): string[];
  close(): Promise<void>;
}

const plain: PageDescription = {
  uri: 'file:///wiki/home.md',
  version: 1,
  toc: [],
  title: 'Home',
  description: '',
  tags: [],
  locale: 'en',
  path: 'home',
  notices: [],
};
const strings = {
  skip: 'Skip to the page',
  about: 'About this page',
  contents: 'Page contents',
  tags: 'Tags',
  notices: 'Notices',
  goToLine: (line: number) => `Go to line ${line}`,
  failedImage: 'Image that cannot be loaded',
};
const resource = (name: string) => readFileSync(join(projectRoot, 'dist', 'webview', name), 'utf8');

/** Opens a browser with an empty preview. */
export async function openPreview(): Promise<OpenPreview> {
  const { browser, page } = await openBrowser({ width: 1000, height: 600 });
  // What runs in a page, or leaves the machine, is noticed.
  const requests: string[] = [];
  await page.route('**/*', (route) => {
    const url = route.request().url();
    requests.push(url);
    if (url === address) return route.fulfill(document);
    const script = /^http:\/\/preview\.test\/(\w+\.js)$/.exec(url)?.[1];
    if (script === undefined) return route.abort();
    return route.fulfill({ contentType: 'text/javascript', body: resource(script) });
  });

  let visits = 1000;
  let serial = 0;
  let last: { readonly uri: string; readonly blocks: readonly PageBlock[] } | undefined;

  async function start(state: unknown): Promise<void> {
    last = undefined;
    await page.goto(address);
    await page.evaluate(`window.api = {
      posted: [],
      state: ${JSON.stringify(state)},
      postMessage: (message) => window.api.posted.push(message),
      getState: () => window.api.state,
      setState: (next) => { window.api.state = next; },
    };
    window.acquireVsCodeApi = () => window.api;`);
    await page.addStyleTag({ content: resource('preview-style.css') });
    await page.addScriptTag({ url: `${address}preview.js` });
  }

  async function send(message: unknown): Promise<void> {
    // Messages are handled in their order: what is sent last is handled when all are.
    await page.evaluate(`window.postMessage(${JSON.stringify(message)}, window.origin);
      new Promise((resolve) => setTimeout(resolve, 0))`);
  }

  await start(undefined).catch(async (error) => {
    await browser.close();
    throw error;
  });
  return {
    page,
    send,
    async show(html, { fragment, visit = visits++, ...changes } = {}) {
      const page = { ...plain, ...changes };
      const { uri } = page;
      const blocks = typeof html === 'string' ? blocksOf(html) : html;
      const before = last?.uri === uri ? last.blocks : undefined;
      last = { uri, blocks };
      const message: ToPreview = {
        type: 'show',
        uri,
        locked: false,
        visit,
        frame: pageBody(page, strings, 'http://files.test/wiki'),
        serial: ++serial,
        isUpdate: before !== undefined,
        changes: before === undefined ? blocks : blockChanges(before, blocks),
        fragment,
      };
      await send(message);
    },
    received: () => page.evaluate(`window.api.posted.splice(0)`) as Promise<FromPreview[]>,
    async reopen() {
      // Longer than the preview waits before it saves.
      await page.waitForTimeout(200);
      await start(await page.evaluate(`window.api.getState()`));
    },
    requested: () => requests.splice(0),
    close: () => browser.close(),
  };
}

/** The blocks that a page has whose HTML is this. */
export function blocksOf(html: string): PageBlock[] {
  const document = parseDocument(html);
  return pageBlocks(document, elementsIn(document));
}

const address = 'http://preview.test/';
const document = {
  contentType: 'text/html',
  body: '<!doctype html><html lang="en"><title>Preview</title><body></body>',
};
