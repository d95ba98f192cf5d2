import morphdom from 'morphdom';
import { chooseTab, chosenTab } from './tabs.ts';

/**
 * Makes shown nodes the next ones, in place: the reader's chosen tabs and open details stay, and what stays the same is not
 * touched. What is more than before comes in before `following`, or at the end.
 *
 * @returns the nodes that are shown now
 */
export function updateNodes(
  parent: Node,
  shown: readonly ChildNode[],
  next: readonly ChildNode[],
  following: ChildNode | null,
): ChildNode[] {
  const updated = next.map((node, index) => {
    const before = shown[index];
    return before === undefined ? parent.insertBefore(node, following) : updateNode(before, node);
  });
  for (const node of shown.slice(next.length)) node.remove();
  return updated;
}

/** Makes what is around the shown page (`.aux-page`) the next one of the same shape, and leaves the page itself alone. */
export function updateFrame(shown: Element, next: Element): void {
  morphdom(shown, next, {
    onBeforeElUpdated: (from, to) => !from.classList.contains('contents') && keepChoices(from, to),
  });
}

function updateNode(shown: ChildNode, next: ChildNode): ChildNode {
  if (shown.isEqualNode(next)) return shown;
  if (shown.nodeName !== next.nodeName || !(shown instanceof Element)) {
    shown.replaceWith(next);
    return next;
  }
  const updated = morphdom(shown, next, { onBeforeElUpdated: keepChoices });
  return updated instanceof Element ? updated : shown;
}

/** Carries what the reader has opened over to the new element; gives back whether the two differ. */
function keepChoices(from: Element, to: Element): boolean {
  if (from instanceof HTMLDetailsElement && to instanceof HTMLDetailsElement) to.open = from.open;
  if (from.classList.contains('aux-tabset') && to.classList.contains('aux-tabset')) chooseTab(to, chosenTab(from));
  return !from.isEqualNode(to);
}
