import { escapeHtml } from './escapeHtml.ts';
import { replaceImages } from './imageTags.ts';

/**
 * The HTML with its missing images as text. The server has given every image that there is a URL with a scheme; what is
 * still a path leads to no file of the wiki.
 *
 * @param label what to call one, `Missing image`
 */
export function withMissingImages(html: string, label: string): string {
  return replaceImages(html, (attributes) => {
    const path = attributes.get('src');
    // Emojis lie on the site only, and are shown as text.
    if (path === undefined || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(path) || path.startsWith('/_assets/'))
      return undefined;
    return imageWords('missing-image', attributes, label, path);
  });
}

/** What stands in place of an image that is not there: what it is called, the author's words for it, and where it lies. */
export function imageWords(
  kind: 'missing-image' | 'blocked-image',
  attributes: ReadonlyMap<string, string>,
  label: string,
  place: string,
): string {
  const alternative = attributes.get('alt') ?? '';
  const alignment = /\balign-(?:left|right|center|abstopright)\b/.exec(attributes.get('class') ?? '')?.[0] ?? '';
  const words = alternative === '' ? label : `${label}: ${alternative}`;
  return `<span class="${kind} ${alignment}">${escapeHtml(words)} <code>${escapeHtml(place)}</code></span>`;
}
