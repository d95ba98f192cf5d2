// The preview's script: shows what the extension sends, keeps the reader's place, and tells of links that are followed.
import { isPreviewState, isToPreview, type PreviewState, type ToPreview } from '../../src/preview/messages.ts';
import { followLinks } from './links.ts';
import { revealFragment } from './revealFragment.ts';
import { sanitize } from './sanitize.ts';
import { chosenTabs, listenToTabs, restoreTabs, upgradeTabsets } from './tabs.ts';
import { rememberBlocks, updatePage } from './updatePage.ts';
import { post, savedState, saveState } from './vscodeApi.ts';

const body = document.body;
let page: { readonly uri: string; readonly locked: boolean } | undefined;

function show(message: Extract<ToPreview, { type: 'show' }>): void {
  const next = sanitize(message.body);
  upgradeTabsets(next);
  const before = page;
  page = { uri: message.uri, locked: message.locked };
  const shownPage = body.querySelector('.aux-page');
  const nextPage = next.querySelector('.aux-page');
  if (before?.uri === message.uri && shownPage !== null && nextPage !== null) {
    updatePage(shownPage, nextPage);
  } else {
    const contents = next.querySelector('.contents');
    if (contents !== null) rememberBlocks(contents);
    foldTableOfContents(next);
    body.replaceChildren(next);
    if (before === undefined) restore(message.uri);
    else window.scrollTo(0, 0);
  }
  if (message.fragment !== undefined) revealFragment(body, message.fragment);
  save();
}

/** Beside a narrow page there is no room for the table of contents, and above it, it would push the page out of sight. */
function foldTableOfContents(next: ParentNode): void {
  const details = next.querySelector<HTMLDetailsElement>('.aux-toc > details');
  const shown = body.querySelector<HTMLDetailsElement>('.aux-toc > details');
  if (details !== null) details.open = shown?.open ?? window.matchMedia('(min-width: 900px)').matches;
}

/** Brings the reader's place back after the document was made anew: in the background a preview has none. */
function restore(uri: string): void {
  const state = savedState();
  if (!isPreviewState(state) || state.uri !== uri) return;
  restoreTabs(body, state.tabs);
  allDetails().forEach((details, index) => {
    details.open = state.open[index] ?? details.open;
  });
  const scroll = () => window.scrollTo(0, state.scroll);
  scroll();
  // Images that load above the place push it down.
  const images = [...body.querySelectorAll('img')].filter((image) => !image.complete);
  for (const image of images) image.addEventListener('load', scroll, { once: true });
  const stop = () => {
    for (const image of images) image.removeEventListener('load', scroll);
  };
  for (const type of ['wheel', 'keydown', 'pointerdown']) window.addEventListener(type, stop, { once: true });
}

function save(): void {
  if (page === undefined) return;
  const state: PreviewState = {
    ...page,
    scroll: window.scrollY,
    tabs: chosenTabs(body),
    open: allDetails().map((details) => details.open),
  };
  saveState(state);
}

function allDetails(): HTMLDetailsElement[] {
  return [...body.querySelectorAll('details')];
}

window.addEventListener('message', ({ data, origin }: MessageEvent<unknown>) => {
  // VS Code hands the extension's messages over from the frame around this one, which has the same origin.
  if (origin !== window.origin || !isToPreview(data)) return;
  if (data.type === 'show') show(data);
  else revealFragment(body, data.fragment);
});

let saving: number | undefined;
function saveSoon(): void {
  window.clearTimeout(saving);
  saving = window.setTimeout(save, 100);
}
window.addEventListener('scroll', saveSoon, { passive: true });
body.addEventListener('toggle', saveSoon, true);
listenToTabs(body, saveSoon);
followLinks(body);
post({ type: 'ready' });
