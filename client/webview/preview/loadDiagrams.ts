import { post } from './vscodeApi.ts';

/** Hands the wish to see the diagrams that a server draws to the extension, which asks and remembers. */
export function askForDiagrams(root: HTMLElement): void {
  root.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button.load-diagrams') : null;
    if (button !== null && event.isTrusted) post({ type: 'load-diagrams' });
  });
}
