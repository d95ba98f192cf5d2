// The preview's script: shows what the extension sends, keeps the reader's place, and tells of links that are followed.
import { isPreviewState, isToPreview, type PreviewState, type ToPreview } from '../../src/preview/messages.ts';
import { createAnnouncer } from './announcer.ts';
import { createCursorBar } from './cursorBar.ts';
import { createEnhancer } from './enhance.ts';
import { replaceFailedImages } from './failedImages.ts';
import { focusedIndex, focusOn, keepFocus, restoreFocus } from './focus.ts';
import { goToSource } from './goToSource.ts';
import { labelTasks } from './labels.ts';
import { followLinks } from './links.ts';
import { askForDiagrams } from './loadDiagrams.ts';
import { type ReadingPlace, readingPlace, restorePlace } from './readingPlace.ts';
import { revealFragment } from './revealFragment.ts';
import { sanitizeBody } from './sanitize.ts';
import { syncScroll } from './scrollSync.ts';
import { listenToTabs, upgradeTabsets } from './tabs.ts';
import { rememberBlocks, updatePage } from './updatePage.ts';
import { post, savedState, saveState } from './vscodeApi.ts';

const body = document.body;
let page: { readonly uri: string; readonly locked: boolean } | undefined;
let visit = 0;
/** Where the reader was when they left a page, by visit. */
const places = new Map<number, LeftPlace>();
const announcer = createAnnouncer();
const failedImages = replaceFailedImages(body);
const cursorBar = createCursorBar(body);
const sync = syncScroll(body, (line) => {
  if (page !== undefined) post({ type: 'scroll', uri: page.uri, line });
});
/** What was shown last, without the place to scroll to. */
let shown: ShowPage | undefined;
const enhance = createEnhancer(showAgain);

type LeftPlace = ReadingPlace & { readonly focused?: number };
type ShowPage = Extract<ToPreview, { type: 'show' }>;

function show(message: ShowPage): void {
  shown = { ...message, fragment: undefined };
  const next = sanitizeBody(message.body);
  upgradeTabsets(next);
  enhance(next);
  labelTasks(next);
  const before = page;
  failedImages.replaceIn(next, before?.uri !== message.uri);
  page = { uri: message.uri, locked: message.locked };
  const shownPage = body.querySelector('.aux-page');
  const nextPage = next.querySelector('.aux-page');
  if (before?.uri === message.uri && shownPage !== null && nextPage !== null) {
    keepFocus(body, () => updatePage(shownPage, nextPage));
  } else {
    if (before !== undefined) places.set(visit, { ...readingPlace(body), focused: focusedIndex(body) });
    const place: LeftPlace | undefined = before === undefined ? savedPlace(message.uri) : places.get(message.visit);
    const contents = next.querySelector('.contents');
    if (contents !== null) rememberBlocks(contents);
    foldTableOfContents(next);
    body.replaceChildren(next, announcer.element);
    if (place === undefined) window.scrollTo(0, 0);
    else restorePlace(body, place);
    if (before !== undefined) tellOfPage(body, place?.focused);
  }
  visit = message.visit;
  const isNew = before?.uri !== message.uri;
  sync.pageChanged(isNew);
  cursorBar.pageChanged(isNew);
  if (message.fragment !== undefined) reveal(message.fragment);
  save();
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

function showAgain(): void {
  if (shown !== undefined) show(shown);
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
new MutationObserver(showAgain).observe(body, { attributeFilter: ['class'] });
listenToTabs(body, saveSoon);
followLinks(body, reveal);
askForDiagrams(body);
goToSource(body, (line) => {
  if (page !== undefined) post({ type: 'edit', uri: page.uri, line });
});
post({ type: 'ready' });
