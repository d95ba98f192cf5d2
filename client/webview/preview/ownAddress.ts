const loading = ['src', 'srcset', 'poster', 'background', 'href', 'xlink:href'];

/**
 * Takes off what would be loaded from the preview's own address. No file of a wiki lies there, but in a browser VS Code
 * itself does, which gives its user any file of the machine.
 */
export function keepRequestsElsewhere(nodes: ParentNode): void {
  const selector = 'template, [src], [srcset], [poster], [background], svg [href], svg [*|href]';
  for (const element of nodes.querySelectorAll(selector)) {
    if (element instanceof HTMLTemplateElement) keepRequestsElsewhere(element.content);
    // What a link leads to is not loaded.
    if (element.localName === 'a') continue;
    for (const name of loading) {
      const value = element.getAttribute(name);
      if (value === null || value.startsWith('#')) continue;
      const urls = name === 'srcset' ? value.split(',').map((source) => source.trim().replace(/\s.*/s, '')) : [value];
      if (urls.some((url) => leadsHere(url))) element.removeAttribute(name);
    }
  }
}

function leadsHere(url: string): boolean {
  if (!URL.canParse(url, document.baseURI)) return true;
  const { origin, protocol } = new URL(url, document.baseURI);
  return protocol !== 'data:' && (origin === window.origin || !/^https?:$/.test(protocol));
}
