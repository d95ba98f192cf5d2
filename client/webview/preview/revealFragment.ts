import { focusOn } from './focus.ts';
import { showInTabs } from './tabs.ts';

/**
 * Scrolls to the element that a fragment names, without `#`, as a browser would; opens what hides it, and puts the focus
 * there. Gives back the element; undefined where there is none.
 */
export function revealFragment(root: ParentNode, fragment: string): Element | undefined {
  const element = find(root, fragment) ?? find(root, decoded(fragment));
  if (element === undefined) return undefined;
  showInTabs(element);
  for (let details = element.closest('details'); details !== null; ) {
    details.open = true;
    details = details.parentElement?.closest('details') ?? null;
  }
  element.scrollIntoView({ behavior: 'instant' });
  focusOn(element);
  return element;
}

function find(root: ParentNode, fragment: string): Element | undefined {
  if (fragment === '') return undefined;
  const name = CSS.escape(fragment);
  return root.querySelector(`#${name}`) ?? root.querySelector(`a[name="${name}"]`) ?? undefined;
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
