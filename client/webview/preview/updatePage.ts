import morphdom from 'morphdom';
import { chooseTab, chosenTab } from './tabs.ts';

/** What each shown block was made from: the page itself changes later, by the tabs and details that a reader opens. */
const sources = new WeakMap<Node, string>();

/**
 * Makes the shown page (`.aux-page`) the next one of the same shape, in place: the reader's place in it, chosen tabs
 * and open details stay.
 */
export function updatePage(shown: Element, next: Element): void {
  morphdom(shown, next, {
    onBeforeElUpdated(from, to) {
      if (from.classList.contains('contents')) {
        updateBlocks(from, to);
        return false;
      }
      return keepChoices(from, to);
    },
  });
}

/** Takes a page that is shown for the first time into account for later updates. */
export function rememberBlocks(contents: ParentNode): void {
  for (const block of contents.childNodes) sources.set(block, sourceOf(block));
}

/**
 * Makes `shown` show `next` with as few changes as can be: blocks at the start and the end that stay the same are not
 * touched (images do not load again), those between are changed in place, with their chosen tabs and open details.
 */
function updateBlocks(shown: Element, next: ParentNode): void {
  const before = [...shown.childNodes];
  const after = [...next.childNodes];
  rememberBlocks(next);
  let start = 0;
  while (isSame(before[start], after[start])) start++;
  let end = 0;
  while (start + end < Math.min(before.length, after.length) && isSame(before.at(-1 - end), after.at(-1 - end))) end++;
  const afterChanged = before[before.length - end] ?? null;
  const kept = [...after.slice(0, start), ...after.slice(after.length - end)];
  const keptShown = [...before.slice(0, start), ...before.slice(before.length - end)];
  keptShown.forEach((block, index) => {
    copyLines(block, kept[index]);
  });
  const changedBefore = before.slice(start, before.length - end);
  const changedAfter = after.slice(start, after.length - end);
  changedAfter.forEach((block, index) => {
    const old = changedBefore[index];
    if (old === undefined) shown.insertBefore(block, afterChanged);
    else updateBlock(old, block);
  });
  for (const block of changedBefore.slice(changedAfter.length)) block.remove();
}

function updateBlock(shown: ChildNode, next: ChildNode): void {
  const source = sources.get(next) ?? '';
  if (shown.nodeName !== next.nodeName || !(shown instanceof Element)) {
    shown.replaceWith(next);
    return;
  }
  const updated = morphdom(shown, next, { onBeforeElUpdated: keepChoices });
  sources.set(updated, source);
}

/** Carries what the reader has opened over to the new element; gives back whether the two differ. */
function keepChoices(from: Element, to: Element): boolean {
  if (from instanceof HTMLDetailsElement && to instanceof HTMLDetailsElement) to.open = from.open;
  if (from.classList.contains('aux-tabset') && to.classList.contains('aux-tabset')) chooseTab(to, chosenTab(from));
  return !from.isEqualNode(to);
}

function isSame(shown: Node | undefined, next: Node | undefined): boolean {
  return shown !== undefined && next !== undefined && sources.get(shown) === sources.get(next);
}

/** The block as it came from the server, without the source lines, which every line typed above it changes. */
function sourceOf(block: Node): string {
  const html = block instanceof Element ? block.outerHTML : `${block.nodeName} ${block.nodeValue}`;
  return html.replace(/ data-line="\d+"/g, '');
}

function copyLines(shown: Node, next: Node | undefined): void {
  if (!(shown instanceof Element) || !(next instanceof Element)) return;
  copyLine(shown, next);
  const from = next.querySelectorAll('[data-line]');
  shown.querySelectorAll('[data-line]').forEach((element, index) => {
    copyLine(element, from[index]);
  });
}

function copyLine(shown: Element, next: Element | undefined): void {
  const line = next?.getAttribute('data-line');
  if (line != null && line !== shown.getAttribute('data-line')) shown.setAttribute('data-line', line);
}
