/** Says things to who listens to the page and cannot see it change. */
export interface Announcer {
  /** Stands in the document all the time: what is said is what changes in it. */
  readonly element: HTMLElement;
  announce(words: string): void;
}

/** How long the empty element has to stand before its words count as a change, in milliseconds. */
const pause = 100;

export function createAnnouncer(): Announcer {
  const element = document.createElement('div');
  element.className = 'aux-announcer';
  element.setAttribute('role', 'status');
  let waiting: number | undefined;
  return {
    element,
    announce(words) {
      element.textContent = '';
      window.clearTimeout(waiting);
      waiting = window.setTimeout(() => {
        element.textContent = words;
      }, pause);
    },
  };
}
