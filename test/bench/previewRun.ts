import type { ToPreview } from '../../client/src/preview/messages.ts';
import { pageBody } from '../../client/src/preview/pageBody.ts';
import { type ShownImages, type ShownPage, shownPage } from '../../client/src/preview/shownPage.ts';
import { type RenderBlocksResult, requests } from '../../server/src/protocol.ts';
import { openPreview } from '../webview/openPreview.ts';
import { startBenchServer } from './benchServer.ts';
import { keystrokes } from './keystrokes.ts';

/** Milliseconds by stage; `total` is from the change to the frame that shows it. */
export interface Timing {
  readonly name: string;
  readonly total: number;
  readonly server: number;
  readonly client: number;
  /** From the extension's side to the webview and back: here through the browser's debugging protocol. */
  readonly message: number;
  /** From the message to the changed page: sanitising what is new, and putting it in. */
  readonly change: number;
  /** Scroll, cursor's bar and whatever else follows the page. */
  readonly settle: number;
  /** Style, layout and paint, and the wait for the frame. */
  readonly paint: number;
}

/** What the preview itself measures, in milliseconds. */
type InPreview = Pick<Timing, 'change' | 'settle' | 'paint'>;

/** Milliseconds between keys, at an even pace of fast typing: what the server does when typing rests falls in between. */
const pace = 200;

const strings = {
  skip: 'Skip to the page',
  about: 'About this page',
  contents: 'Page contents',
  tags: 'Tags',
  notices: 'Notices',
  failedImage: 'Image that cannot be loaded',
  goToLine: (line: number) => `Go to line ${line}`,
};
const images: ShownImages = {
  missing: 'Missing image',
  load: (host) => `Load diagrams from ${host}`,
  loadsDiagrams: false,
  blocked: undefined,
};

/** Types into a page, and measures how long each change takes until the preview shows it. */
export async function measureTyping(page: string, rounds: number): Promise<{ first: number; timings: Timing[] }> {
  const server = await startBenchServer(page);
  const preview = await openPreview();
  const { connection, uri } = server;
  let before = page;
  let version = 1;
  let serial = 0;
  let shown: ShownPage | undefined;

  async function show(): Promise<Omit<Timing, 'name'>> {
    const start = performance.now();
    const asked = { uri, resourceBase: 'http://files.test', since: shown?.id };
    const answer = await connection.sendRequest<RenderBlocksResult>(requests.renderBlocks, asked);
    const answered = performance.now();
    const page = shownPage(answer, shown, images);
    const isUpdate = page.changes !== undefined;
    const message: ToPreview = {
      ...{ type: 'show', uri, locked: false, visit: 1, fragment: undefined },
      ...{ frame: pageBody(answer, strings), serial: ++serial, isUpdate, changes: page.changes ?? page.blocks },
    };
    shown = page;
    const ready = performance.now();
    const inPreview = (await preview.page.evaluate(painted(message))) as InPreview;
    const end = performance.now();
    const { change, settle, paint } = inPreview;
    return {
      total: end - start,
      server: answered - start,
      client: ready - answered,
      message: end - ready - change - settle - paint,
      ...inPreview,
    };
  }

  try {
    const { total: first } = await show();
    const timings: Timing[] = [];
    for (const { name, offset, insert, text } of keystrokes(page, rounds)) {
      const position = positionAt(before, offset);
      const lineCount = text.split('\n').length;
      await preview.send({ type: 'scroll', line: Math.max(0, position.line - 5), lineCount });
      await new Promise((resolve) => setTimeout(resolve, pace));
      void connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: ++version },
        contentChanges: [{ range: { start: position, end: position }, text: insert }],
      });
      void preview.page.evaluate(`postMessage({ type: 'cursor', line: ${position.line} }, origin)`);
      timings.push({ name, ...(await show()) });
      before = text;
    }
    return { first, timings };
  } finally {
    await preview.close();
    await server.close();
  }
}

function positionAt(text: string, offset: number): { line: number; character: number } {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

/** Hands a message over and waits until the frame with it is painted: then comes a task of its own. Runs in the browser. */
const painted = (message: ToPreview) => `(async () => {
  performance.clearMarks();
  const started = performance.now();
  // Listeners are called in their order: this one comes after the preview's own.
  const handled = await new Promise((resolve) => {
    const listener = ({ data }) => {
      if (data.type !== 'show') return;
      removeEventListener('message', listener);
      resolve(performance.now());
    };
    addEventListener('message', listener);
    postMessage(${JSON.stringify(message)}, origin);
  });
  await new Promise((resolve) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(undefined);
  }));
  const [changed] = performance.getEntriesByName('changed');
  return { change: changed.startTime - started, settle: handled - changed.startTime, paint: performance.now() - handled };
})()`;
