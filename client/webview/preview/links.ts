import { post } from './vscodeApi.ts';

/**
 * Hands the links that are followed in a page to the extension, before VS Code's own handling sees them; those within the
 * page to `reveal`, as fragments without `#`.
 */
export function followLinks(root: HTMLElement, reveal: (fragment: string) => void): void {
  root.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a, area') : null;
      const href = link?.getAttribute('href') ?? link?.getAttribute('xlink:href');
      if (href == null) return;
      event.preventDefault();
      event.stopPropagation();
      if (href.startsWith('#')) reveal(href.slice(1));
      else post({ type: 'follow', href });
    },
    true,
  );
  // The middle button opens what it clicks on in a window of its own, and a form sends what is in it: neither asks us.
  for (const type of ['auxclick', 'submit']) root.addEventListener(type, (event) => event.preventDefault(), true);
  root.addEventListener('mouseup', (event) => {
    if (event.button === 3) post({ type: 'go', direction: 'back' });
    if (event.button === 4) post({ type: 'go', direction: 'forward' });
  });
}
