/** Shows the images that could not be loaded as words. */
export interface FailedImages {
  /** Puts the words into the nodes of a block that is to be shown. */
  replaceIn(block: ParentNode): void;
  /** Another page begins with no failures. */
  clear(): void;
}

/**
 * Listens to the images that are shown in `root`. Its `.aux-page` has the words to use, in the user's language; `redraw` is
 * called with an image whose block shall be shown with the words.
 */
export function replaceFailedImages(root: HTMLElement, redraw: (image: Element) => void): FailedImages {
  const failed = new Set<string>();
  root.addEventListener(
    'error',
    ({ target }) => {
      if (!(target instanceof HTMLImageElement) || target.closest('.contents') === null) return;
      failed.add(target.src);
      redraw(target);
    },
    // Errors of images go no way up.
    true,
  );
  return {
    replaceIn(block) {
      if (failed.size === 0) return;
      for (const image of block.querySelectorAll('img')) if (failed.has(image.src)) replace(image, root);
    },
    clear: () => failed.clear(),
  };
}

function replace(image: HTMLImageElement, page: ParentNode): void {
  const { label = '', files = '' } = page.querySelector<HTMLElement>('.aux-page')?.dataset ?? {};
  const words = document.createElement('span');
  words.className = 'missing-image';
  for (const name of image.classList) if (name.startsWith('align-')) words.classList.add(name);
  const line = image.getAttribute('data-line');
  if (line !== null) words.setAttribute('data-line', line);
  const path = document.createElement('code');
  path.textContent = pathOf(image.src, files);
  words.append(image.alt === '' ? `${label} ` : `${label}: ${image.alt} `, path);
  image.replaceWith(words);
}

/** The URL as the author knows it: a file of the wiki by its path. */
function pathOf(url: string, files: string): string {
  if (files === '' || !url.startsWith(`${files}/`)) return url;
  const path = url.slice(files.length);
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
