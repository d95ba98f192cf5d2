import type { TabsetHazard } from '../hazard.ts';
import { hasClass } from './attributes.ts';
import { isHeading, levelOf } from './headings.ts';
import { type Element, elementsIn, type Origin, textOf } from './tree.ts';

/** Something about a tabset that an author will hardly want, at an element. */
export interface TabsetNotice {
  readonly facts: TabsetHazard;
  readonly origin: Origin;
}

export interface TabContent {
  readonly tab: Element;
  readonly content: readonly Element[];
}

/** A tabset as Wiki.js finds it. */
interface TabsetShape {
  readonly heading: Element;
  readonly level: number;
  /** What follows the heading, up to where the tabset ends. */
  readonly siblings: readonly Element[];
  readonly tabs: readonly TabContent[];
  /** Whether a tabset of the same level comes before it. */
  readonly isLater: boolean;
  /** Whether no heading ends it. */
  readonly isLast: boolean;
}

/** Where something was noticed already. */
const told = new WeakSet<Origin>();

/** Adds a notice, if its element stands in a source and nothing was said of it yet. */
export function addNotice(noticed: TabsetNotice[], facts: TabsetHazard, { origin }: Element): void {
  if (origin === undefined || told.has(origin)) return;
  told.add(origin);
  noticed.push({ facts, origin });
}

/** Notices the first heading inside a block for which Wiki.js looks over one that comes later. */
export function noticeHiddenEnd(block: Element, ends: (element: Element) => boolean, noticed: TabsetNotice[]): void {
  const hidden = elementsIn(block).find(ends);
  if (hidden !== undefined) addNotice(noticed, { kind: 'tabset-hidden-end' }, hidden);
}

/** Notices text that goes where its author will not have wanted it. */
export function noticeShape(shape: TabsetShape, noticed: TabsetNotice[]): void {
  const { heading, level, siblings, tabs, isLater, isLast } = shape;
  const first = tabs[0];
  if (first === undefined) {
    // A tabset with nothing below it is how authors end the one before it.
    const isMeant = !isLater && siblings.some((element) => isHeading(element) && levelOf(element) > level + 1);
    if (isMeant) addNotice(noticed, { kind: 'tabset-without-tabs', level }, heading);
    return;
  }
  const intro = siblings.slice(0, siblings.indexOf(first.tab)).find(isVisible);
  if (intro !== undefined) addNotice(noticed, { kind: 'tabset-intro' }, intro);
  if (isLast) noticeSwallowed(tabs, noticed);
}

/** What belongs to the page rather than to the last tab, but comes before the next heading. */
function noticeSwallowed(tabs: readonly TabContent[], noticed: TabsetNotice[]): void {
  const last = tabs.at(-1);
  if (last === undefined) return;
  const { tab, content } = last;
  if (content.some((element) => hasClass(element, 'footnotes'))) {
    addNotice(noticed, { kind: 'tabset-footnotes' }, tab);
  }
  if (tabs.slice(0, -1).some((other) => other.content.some(isRule))) return;
  const at = content.findIndex(isRule);
  const follows = content.slice(at + 1).some((element) => isVisible(element) && !isFootnotes(element));
  const rule = content[at];
  if (rule !== undefined && follows) addNotice(noticed, { kind: 'tabset-rule' }, rule);
}

function isRule(element: Element): boolean {
  return element.name === 'hr' && !isFootnotes(element);
}

function isFootnotes(element: Element): boolean {
  return hasClass(element, 'footnotes') || hasClass(element, 'footnotes-sep');
}

function isVisible(element: Element): boolean {
  if (textOf(element).trim() !== '' || element.name === 'hr') return true;
  return [element, ...elementsIn(element)].some(({ name }) =>
    /^(?:img|svg|video|audio|iframe|input|canvas)$/.test(name),
  );
}
