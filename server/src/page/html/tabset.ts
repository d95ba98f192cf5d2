import { hasClass } from './attributes.ts';
import { isHeading, levelOf } from './headings.ts';
import { reparsed } from './reparsed.ts';
import { addNotice, noticeHiddenEnd, noticeShape, type TabContent, type TabsetNotice } from './tabsetShape.ts';
import {
  append,
  type ChildNode,
  cloneOf,
  createElement,
  type Element,
  elementsIn,
  type ParentNode,
  type Root,
  someElement,
} from './tree.ts';

const outermostLevels = [1, 2, 3, 4, 5];

/**
 * Makes tabs out of the headings below each heading with the class `tabset`; gives all elements that there are then.
 * Rules reference (f), tabset.
 *
 * @param elements those of the document, in its order
 * @param noticed gets what authors will hardly want of it
 */
export function buildTabsets(
  document: Root,
  elements: readonly Element[],
  noticed: TabsetNotice[] = [],
): readonly Element[] {
  if (!elements.some((element) => isHeading(element) && hasClass(element, 'tabset'))) return elements;
  let current = elements;
  for (const level of outermostLevels) {
    const tag = `h${level}`;
    const headings = current.filter((element) => element.name === tag && hasClass(element, 'tabset'));
    if (headings.length === 0) continue;
    replaceHeadings(headings, level, noticed);
    current = elementsIn(document);
  }
  for (const heading of elements) {
    if (heading.name === 'h6' && hasClass(heading, 'tabset')) addNotice(noticed, { kind: 'tabset-too-deep' }, heading);
  }
  return current;
}

/** What becomes of nodes while the headings of one level are replaced. */
interface Changes {
  /** What stands in the place of a heading. */
  readonly replacements: Map<ChildNode, readonly ChildNode[]>;
  /** What has gone into a tab. */
  readonly moved: Set<ChildNode>;
  /** Where the last heading was found among the children of a parent. */
  readonly found: Map<ParentNode, number>;
  /** Whether one of the headings may stand in what goes into a tab, which is copied then, so that it is not seen in there. */
  readonly hasInner: boolean;
  readonly noticed: TabsetNotice[];
}

/** Headings come in document order, and each changes only what follows it: so every parent is put together anew just once. */
function replaceHeadings(headings: readonly Element[], level: number, noticed: TabsetNotice[]): void {
  const hasInner = headings.some(({ parent }) => parent !== headings[0]?.parent);
  const changes: Changes = { replacements: new Map(), moved: new Set(), found: new Map(), hasInner, noticed };
  for (const heading of headings) {
    if (heading.parent === undefined || changes.moved.has(heading)) continue;
    const index = heading.parent.children.indexOf(heading, changes.found.get(heading.parent));
    changes.found.set(heading.parent, index);
    changes.replacements.set(heading, tabsetOf(heading, heading.parent, index, level, changes));
  }
  for (const parent of changes.found.keys()) {
    const kept = parent.children.filter((child) => !changes.moved.has(child));
    parent.children = kept.flatMap((child) => changes.replacements.get(child) ?? [child]);
    for (const child of parent.children) child.parent = parent;
  }
}

/**
 * The tabs made from what follows a heading. It stands where its heading stood, and each panel where its tab's did. Wiki.js
 * copies the HTML, so what is in there is not seen again while the headings of this level are replaced.
 */
function tabsetOf(heading: Element, parent: ParentNode, index: number, level: number, changes: Changes) {
  const { moved, hasInner, noticed } = changes;
  const tabs = createElement('template', { 'v-slot:tabs': '' });
  const panels = createElement('template', { 'v-slot:content': '' });
  const section = sectionOf(parent.children, index, level, changes);
  const contents: TabContent[] = [];
  for (const [at, tab] of section) {
    if (tab.name !== `h${level + 1}`) continue;
    append(tabs, copied('li', tab.children));
    const panel = createElement('div', { class: 'tabset-panel' });
    panel.origin = tab.origin;
    append(panels, panel);
    // A tab that the one before it has swallowed is a tab still.
    if (moved.has(tab)) continue;
    moved.add(tab);
    const content = sectionOf(parent.children, at, level + 1, changes).map(([, element]) => element);
    for (const element of content) {
      append(panel, hasInner ? cloneOf(element) : element);
      moved.add(element);
    }
    contents.push({ tab, content });
  }
  const siblings = section.map(([, element]) => element);
  const isLast = parent.children.findLast(({ kind }) => kind === 'element') === siblings.at(-1);
  noticeShape({ heading, level, siblings, tabs: contents, isLater: changes.replacements.size > 0, isLast }, noticed);
  const tabset = createElement('tabset');
  append(tabset, tabs);
  append(tabset, panels);
  const origins = panels.children.map((panel) => (panel.kind === 'element' ? panel.origin : undefined));
  const parsed = reparsed(tabset);
  const [first] = parsed;
  if (first?.kind === 'element') {
    first.origin = heading.origin;
    const content = first.children.at(-1);
    (content?.kind === 'element' ? content.children : []).forEach((panel, number) => {
      if (panel.kind === 'element') panel.origin = origins[number];
    });
  }
  return parsed;
}

function copied(name: string, nodes: readonly ChildNode[]): Element {
  const element = createElement(name);
  for (const node of nodes) append(element, cloneOf(node));
  return element;
}

/**
 * The elements that follow, with their indexes among the siblings, up to the next heading of this level or above. Wiki.js
 * looks for that heading inside the siblings too, and if the first one lies in one of them, it goes on to the last sibling.
 */
function sectionOf(siblings: readonly ChildNode[], start: number, level: number, { moved, noticed }: Changes) {
  const ends = (element: Element): boolean => isHeading(element) && levelOf(element) <= level;
  const section: [index: number, element: Element][] = [];
  let isOpen = true;
  let hidesEnd: Element | undefined;
  for (let index = start + 1; index < siblings.length; index++) {
    const sibling = siblings[index];
    if (sibling?.kind !== 'element' || moved.has(sibling)) continue;
    if (ends(sibling)) {
      if (isOpen) break;
      if (hidesEnd !== undefined) noticeHiddenEnd(hidesEnd, ends, noticed);
      hidesEnd = undefined;
    }
    if (isOpen && someElement(sibling.children, ends)) {
      isOpen = false;
      hidesEnd = sibling;
    }
    section.push([index, sibling]);
  }
  return section;
}
