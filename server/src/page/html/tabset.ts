import { hasClass } from './attributes.ts';
import { isHeading, levelOf } from './headings.ts';
import { parseFragment } from './parse.ts';
import { concatenate, type Markup, serialize } from './serialize.ts';
import {
  type ChildNode,
  detach,
  type Element,
  elementsAmong,
  elementsIn,
  type Origin,
  type Root,
  replace,
} from './tree.ts';

const outermostLevels = [1, 2, 3, 4, 5];

/**
 * Makes tabs out of the headings below each heading with the class `tabset`; gives whether there are any.
 * Rules reference (f), tabset.
 */
export function buildTabsets(document: Root, elements: readonly Element[]): boolean {
  if (!elements.some((element) => isHeading(element) && hasClass(element, 'tabset'))) return false;
  for (const level of outermostLevels) {
    for (const heading of elementsIn(document)) {
      if (heading.name === `h${level}` && hasClass(heading, 'tabset')) buildTabset(heading, level);
    }
  }
  return true;
}

function buildTabset(heading: Element, level: number): void {
  const tabs: Markup[] = [];
  const panels: Markup[] = [];
  const origins: (Origin | undefined)[] = [];
  for (const tab of siblingsUntilHeading(heading, level)) {
    if (tab.name !== `h${level + 1}`) continue;
    origins.push(tab.origin);
    tabs.push(concatenate('<li>', serialize(tab.children), '</li>'));
    const content = siblingsUntilHeading(tab, level + 1);
    panels.push(concatenate('<div class="tabset-panel">', serialize(content), '</div>'));
    for (const element of [...content, tab]) detach(element);
  }
  const tabset = concatenate(
    '<tabset><template v-slot:tabs>',
    ...tabs,
    '</template><template v-slot:content>',
    ...panels,
    '</template></tabset>',
  );
  const parsed = parseFragment(tabset);
  placeTabset(parsed, heading.origin, origins);
  replace(heading, parsed);
}

/** The tabset stands where its heading stood, and each panel where its tab's did. */
function placeTabset(parsed: readonly ChildNode[], origin: Origin | undefined, tabs: readonly (Origin | undefined)[]) {
  const [tabset] = parsed;
  if (tabset?.kind !== 'element') return;
  tabset.origin = origin;
  const content = tabset.children.at(-1);
  const panels = content?.kind === 'element' ? content.children : [];
  panels.forEach((panel, index) => {
    if (panel.kind === 'element') panel.origin = tabs[index];
  });
}

/**
 * The elements that follow, up to the next heading of this level or above. Wiki.js looks for that heading inside the
 * siblings too, and if the first one lies in one of them, it goes on to the last sibling.
 */
function siblingsUntilHeading(heading: Element, level: number): readonly Element[] {
  const following = elementsAfter(heading);
  for (const [index, sibling] of following.entries()) {
    const end = elementsAmong([sibling]).find((element) => isHeading(element) && levelOf(element) <= level);
    if (end !== undefined) return end === sibling ? following.slice(0, index) : following;
  }
  return following;
}

function elementsAfter(element: Element): readonly Element[] {
  const siblings = element.parent?.children ?? [];
  return siblings.slice(siblings.indexOf(element) + 1).filter((sibling) => sibling.kind === 'element');
}
