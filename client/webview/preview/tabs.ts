/**
 * Makes Wiki.js's `<tabset>` elements into tabs: a list of tabs and the panels that they show, by the roles and keys
 * that the ARIA Authoring Practices ask for. In the nodes of a new block, before they are shown.
 *
 * @param block the block's key: ids in it are those of no other
 */
export function upgradeTabsets(nodes: ParentNode, block: number): void {
  let number = 0;
  // Templates are documents of their own: a tabset within a panel is reached once the outer one is upgraded.
  for (let tabset = nodes.querySelector('tabset'); tabset !== null; tabset = nodes.querySelector('tabset')) {
    upgrade(tabset, `${block}-${number++}`);
  }
}

const tabsetSelector = '.aux-tabset';

/** The index of the chosen tab of each tabset, in document order. */
export function chosenTabs(page: ParentNode): number[] {
  return [...page.querySelectorAll(tabsetSelector)].map(chosenTab);
}

/** Chooses tabs by their index, as `chosenTabs` gives them. */
export function restoreTabs(page: ParentNode, chosen: readonly number[]): void {
  page.querySelectorAll(tabsetSelector).forEach((tabset, index) => {
    chooseTab(tabset, chosen[index] ?? 0);
  });
}

/** The index of a tabset's chosen tab. */
export function chosenTab(tabset: Element): number {
  return Math.max(
    tabsOf(tabset).findIndex((tab) => tab.getAttribute('aria-selected') === 'true'),
    0,
  );
}

/** Shows the panel of a tab; past the last tab, of the last. */
export function chooseTab(tabset: Element, index: number): void {
  const tabs = tabsOf(tabset);
  const chosen = Math.min(index, tabs.length - 1);
  tabs.forEach((tab, position) => {
    tab.setAttribute('aria-selected', String(position === chosen));
    tab.setAttribute('tabindex', position === chosen ? '0' : '-1');
  });
  panelsOf(tabset).forEach((panel, position) => {
    panel.toggleAttribute('hidden', position !== chosen);
  });
}

/** Chooses every tab that hides an element, so that it can be scrolled to. */
export function showInTabs(element: Element): void {
  for (let panel = element.closest('[role=tabpanel]'); panel !== null; ) {
    const tabset = panel.closest(tabsetSelector);
    if (tabset === null) return;
    chooseTab(tabset, panelsOf(tabset).indexOf(panel));
    panel = tabset.closest('[role=tabpanel]');
  }
}

/** Follows clicks and keys on tabs; `changed` is called after each choice. */
export function listenToTabs(root: HTMLElement, changed: () => void): void {
  const choose = (tab: Element, step: (index: number, count: number) => number) => {
    const tabset = tab.closest(tabsetSelector);
    if (tabset === null) return;
    const tabs = tabsOf(tabset);
    chooseTab(tabset, step(tabs.indexOf(tab), tabs.length));
    const chosen = tabs[chosenTab(tabset)];
    if (chosen instanceof HTMLElement) chosen.focus();
    changed();
  };
  root.addEventListener('click', (event) => {
    const tab = tabOf(event);
    if (tab !== undefined) choose(tab, (index) => index);
  });
  root.addEventListener('keydown', (event) => {
    const tab = tabOf(event);
    const step = steps[event.key];
    if (tab === undefined || step === undefined) return;
    event.preventDefault();
    choose(tab, step);
  });
}

const steps: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowLeft: (index, count) => (index + count - 1) % count,
  ArrowRight: (index, count) => (index + 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
  Enter: (index) => index,
  ' ': (index) => index,
};

function upgrade(tabset: Element, number: string): void {
  const labels = slot(tabset, 'tabs').filter((child) => child.tagName === 'LI');
  const contents = slot(tabset, 'content').filter((child) => child.classList.contains('tabset-panel'));
  const upgraded = document.createElement('div');
  upgraded.className = 'aux-tabset';
  const line = tabset.getAttribute('data-line');
  if (line !== null) upgraded.setAttribute('data-line', line);
  const list = document.createElement('div');
  list.setAttribute('role', 'tablist');
  upgraded.append(list);
  labels.forEach((label, index) => {
    const id = `aux-tab-${number}-${index}`;
    const tab = document.createElement('div');
    tab.setAttribute('role', 'tab');
    tab.id = id;
    tab.append(...label.childNodes);
    list.append(tab);
    const panel = contents[index] ?? document.createElement('div');
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', id);
    panel.setAttribute('tabindex', '0');
    panel.id = `${id}-panel`;
    tab.setAttribute('aria-controls', panel.id);
    upgraded.append(panel);
  });
  tabset.replaceWith(upgraded);
  chooseTab(upgraded, 0);
}

/** The elements of one of a tabset's two templates. */
function slot(tabset: Element, name: 'tabs' | 'content'): Element[] {
  const template = [...tabset.children].find((child) => child.hasAttribute(`v-slot:${name}`));
  const content = template instanceof HTMLTemplateElement ? template.content : template;
  return [...(content?.children ?? [])];
}

function tabOf(event: Event): Element | undefined {
  const element = event.target instanceof Element ? event.target.closest('[role=tab]') : null;
  return element?.closest(tabsetSelector) ? (element ?? undefined) : undefined;
}

function tabsOf(tabset: Element): Element[] {
  return [...tabset.querySelectorAll(':scope > [role=tablist] > [role=tab]')];
}

function panelsOf(tabset: Element): Element[] {
  return [...tabset.querySelectorAll(':scope > [role=tabpanel]')];
}
