import type { Image, Link, Media } from '../page/page.ts';
import type { OffsetRange } from '../util/range.ts';
import { destinationStyleAt, writeDestination } from './destination.ts';
import type { TextChange } from './plan.ts';

/** What of a link or an image its edits need. */
export interface Referring {
  readonly form: Link['form'] | Image['form'];
  readonly written: string | undefined;
  readonly url: string | undefined;
  readonly hrefRange: OffsetRange;
  readonly range: OffsetRange;
}

/** A link, seen as what the edits of this file work on. */
export function referringLink(link: Link): Referring {
  return { form: link.form, written: link.href, url: link.url, hrefRange: link.hrefRange, range: link.range };
}

/** An image, likewise. */
export function referringImage(image: Media): Referring {
  return { form: image.form, written: image.src, url: image.url, hrefRange: image.srcRange, range: image.range };
}

/**
 * Points a link or an image at another path; the bytes of its query and fragment stay as they are.
 * `label` is the text for a bare URL, which has to become a whole link, since a path alone is none.
 * A reference is changed where it is defined, and with it every use.
 */
export function changePath(file: string, text: string, referring: Referring, path: string, label: string): TextChange {
  const range = pathRange(referring);
  if (range === undefined) return changeUrl(file, text, referring, path + suffixOf(referring.url ?? ''), label);
  const style = destinationStyleAt(text, range.start, referring.form === 'html');
  return { kind: 'change', file, range, newText: writeDestination(path, style) };
}

/**
 * As `changePath`, without the text: possible where the path means the same in every style and where the written one
 * holds no escapes; undefined elsewhere.
 */
export function changePlainPath(file: string, referring: Referring, path: string): TextChange | undefined {
  const range = pathRange(referring);
  if (range === undefined || !/^[\p{L}\p{N}/_.~-]+$/u.test(path)) return undefined;
  return { kind: 'change', file, range, newText: path };
}

/** The place of the path before query and fragment; undefined where that cannot be told, or where there is no destination of its own. */
function pathRange({ form, written, hrefRange: { start } }: Referring): OffsetRange | undefined {
  if (form === 'autolink' || form === 'linkified' || written === undefined || /[&\\]/.test(written)) return undefined;
  return { start, end: start + written.length - suffixOf(written).length };
}

/** Points a link or an image at another URL, suffix and all. */
export function changeUrl(file: string, text: string, referring: Referring, url: string, label: string): TextChange {
  const { form, hrefRange, range } = referring;
  if (form === 'autolink' || form === 'linkified') {
    const newText = `[${label.replace(/[[\]\\]/g, '\\$&')}](${writeDestination(url, 'bare')})`;
    return { kind: 'change', file, range, newText };
  }
  const style = destinationStyleAt(text, hrefRange.start, form === 'html');
  return { kind: 'change', file, range: hrefRange, newText: writeDestination(url, style) };
}

/** Query and fragment of a URL. */
function suffixOf(url: string): string {
  return /[?#].*$/s.exec(url)?.[0] ?? '';
}
