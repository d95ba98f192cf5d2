/** Shows the images that could not be loaded as words. */
export interface FailedImages {
  /** Puts the words into the nodes of a page that is to be shown; another page begins with no failures. */
  replaceIn(page: ParentNode, isNew: boolean): void;
}

/** Listens to the images that are shown in `root`. Its `.aux-page` has the words to use, in the user's language. */
export function replaceFailedImages(root: HTMLElement): FailedImages {
  const failed = new Set<string>();
  root.addEventListener(
    'error',
    ({ target }) => {
      if (!(target instanceof HTMLImageElement) || target.closest('.contents') === null) return;
      failed.add(target.src);
      replace(target, root);
    },
    // Errors of images go no way up.
    true,
  );
  return {
    replaceIn(page, isNew) {
      if (isNew) failed.clear();
      for (const image of page.querySelectorAll<HTMLImageElement>('.contents img')) {
        if (failed.has(image.src)) replace(image, page);
      }
    },
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
