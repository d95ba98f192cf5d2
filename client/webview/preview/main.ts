// The preview's script: shows what the extension sends, keeps the reader's place, and tells of links that are followed.
import type { BlockChange, PageBlock } from '../../../server/src/protocol.ts';
import { isPreviewState, isToPreview, type PreviewState, type ShowPage } from '../../src/preview/messages.ts';
import { createAnnouncer } from './announcer.ts';
import { createCursorBar } from './cursorBar.ts';
import { mermaidDiagrams } from './diagrams.ts';
import { createEnhancer } from './enhance.ts';
import { replaceFailedImages } from './failedImages.ts';
import { focusedIndex, focusOn, keepFocus, restoreFocus } from './focus.ts';
import { goToSource } from './goToSource.ts';
import { followLinks } from './links.ts';
import { askForDiagrams } from './loadDiagrams.ts';
import { createPageBlocks } from './pageBlocks.ts';
import { type ReadingPlace, readingPlace, restorePlace } from './readingPlace.ts';
import { revealFragment } from './revealFragment.ts';
import { sanitize } from './sanitize.ts';
import { reachScrollers } from './scrollers.ts';
import { syncScroll } from './scrollSync.ts';
import { listenToTabs } from './tabs.ts';
import { updateFrame } from './updateNodes.ts';
import { post, savedState, saveState } from './vscodeApi.ts';

const body = document.body;
let page: { readonly uri: string; readonly locked: boolean } | undefined;
let visit = 0;
/** Where the reader was when they left a page, by visit. */
const places = new Map<number, LeftPlace>();
const announcer = createAnnouncer();
const scrollersChanged = reachScrollers(body);
const failedImages = replaceFailedImages(body, (image) => redraw((node) => node.contains(image)));
const cursorBar = createCursorBar(body);
const sync = syncScroll(body, (line) => {
  if (page !== undefined) post({ type: 'scroll', uri: page.uri, line });
});
const enhancer = createEnhancer((selector) => redraw((node) => holds(node, selector)));
const blocks = createPageBlocks(enhancer, failedImages);
/** The number of the last message that was shown. */
let serial = 0;
/** What is around the shown page. */
let frame = '';

type LeftPlace = ReadingPlace & { readonly focused?: number };

function show(message: ShowPage): void {
  if (message.isUpdate && message.serial !== serial + 1) {
    post({ type: 'ready' });
    return;
  }
  serial = message.serial;
  const before = page;
  page = { uri: message.uri, locked: message.locked };
  const isNew = before?.uri !== message.uri;
  if (isNew) failedImages.clear();
  const next = frame === message.frame && !isNew ? undefined : sanitize(message.frame);
  frame = message.frame;
  const shownPage = body.querySelector('.aux-page');
  const nextPage = next === undefined ? shownPage : next.querySelector('.aux-page');
  const contents = body.querySelector('.contents');
  if (!isNew && shownPage !== null && nextPage !== null && contents !== null) {
    keepFocus(body, () => {
      if (nextPage !== shownPage) updateFrame(shownPage, nextPage);
      if (message.isUpdate) blocks.update(contents, message.changes);
      else blocks.replace(contents, message.changes.filter(isBlock));
    });
  } else if (next !== undefined) {
    if (before !== undefined) places.set(visit, { ...readingPlace(body), focused: focusedIndex(body) });
    const place: LeftPlace | undefined = before === undefined ? savedPlace(message.uri) : places.get(message.visit);
    const nextContents = next.querySelector('.contents');
    if (nextContents !== null) blocks.fill(nextContents, message.changes.filter(isBlock));
    foldTableOfContents(next);
    body.replaceChildren(next, announcer.element);
    if (place === undefined) window.scrollTo(0, 0);
    else restorePlace(body, place);
    if (before !== undefined) tellOfPage(body, place?.focused);
  }
  // For whoever measures: the page is the new one, and what follows it comes next.
  performance.clearMarks('changed');
  performance.mark('changed');
  visit = message.visit;
  sync.pageChanged(isNew);
  cursorBar.pageChanged(isNew);
  scrollersChanged();
  if (message.fragment !== undefined) reveal(message.fragment);
  if (isNew || before?.locked !== message.locked) save();
  else saveSoon();
}

/** Whoever reads with the keyboard goes on at the page's start, or where they were before; for others it is said. */
function tellOfPage(shownPage: ParentNode, focused: number | undefined): void {
  const title = shownPage.querySelector('.aux-title, .aux-empty');
  if (title === null) return;
  if (!document.hasFocus()) announcer.announce(title.textContent);
  focusOn(title);
  if (focused !== undefined && document.hasFocus()) restoreFocus(shownPage, focused);
}

function reveal(fragment: string): void {
  const element = revealFragment(body, fragment);
  if (element !== undefined) sync.wentTo(element);
}

function holds(node: Element, selector: string): boolean {
  return node.matches(selector) || node.querySelector(selector) !== null;
}

function isBlock(change: BlockChange): change is PageBlock {
  return 'html' in change;
}

/** Makes blocks anew that would look otherwise by now. */
function redraw(isConcerned: (node: Element) => boolean): void {
  const contents = body.querySelector('.contents');
  if (contents === null) return;
  keepFocus(body, () => blocks.remake(contents, isConcerned));
  sync.pageChanged(false);
  cursorBar.pageChanged(false);
}

/** Beside a narrow page there is no room for the table of contents, and above it, it would push the page out of sight. */
function foldTableOfContents(next: ParentNode): void {
  const details = next.querySelector<HTMLDetailsElement>('.aux-toc > details');
  const shown = body.querySelector<HTMLDetailsElement>('.aux-toc > details');
  if (details !== null) details.open = shown?.open ?? window.matchMedia('(min-width: 900px)').matches;
}

/** The place to bring back after the document was made anew: in the background a preview has none. */
function savedPlace(uri: string): ReadingPlace | undefined {
  const state = savedState();
  return isPreviewState(state) && state.uri === uri ? state : undefined;
}

function save(): void {
  if (page === undefined) return;
  const state: PreviewState = { ...page, ...readingPlace(body) };
  saveState(state);
}

window.addEventListener('message', ({ data, origin }: MessageEvent<unknown>) => {
  // VS Code hands the extension's messages over from the frame around this one, which has the same origin.
  if (origin !== window.origin || !isToPreview(data)) return;
  if (data.type === 'show') show(data);
  else if (data.type === 'scroll') sync.follow(data.line, data.lineCount);
  else if (data.type === 'cursor') cursorBar.show(data.line);
  else reveal(data.fragment);
});

let saving: number | undefined;
function saveSoon(): void {
  window.clearTimeout(saving);
  saving = window.setTimeout(save, 100);
}
window.addEventListener('scroll', saveSoon, { passive: true });
body.addEventListener('toggle', saveSoon, true);
new MutationObserver(() => redraw((node) => holds(node, mermaidDiagrams))).observe(body, {
  attributeFilter: ['class'],
});
listenToTabs(body, saveSoon);
followLinks(body, reveal);
askForDiagrams(body);
goToSource(body, (line) => {
  if (page !== undefined) post({ type: 'edit', uri: page.uri, line });
});
post({ type: 'ready' });
