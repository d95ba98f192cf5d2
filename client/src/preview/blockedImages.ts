import { replaceImages } from './imageTags.ts';
import { imageWords } from './missingImages.ts';

/**
 * The HTML with the images that the preview's policy keeps out as words, with their URLs.
 *
 * @param isLoaded whether the policy lets an image with this URL in
 * @param label what to call one, and why it is not there
 */
export function withBlockedImages(html: string, isLoaded: (url: string) => boolean, label: string): string {
  return replaceImages(html, (attributes) => {
    const url = attributes.get('src') ?? '';
    if (!/^(?:https?:)?\/\//i.test(url) || isLoaded(url)) return undefined;
    return imageWords('blocked-image', attributes, label, url);
  });
}
