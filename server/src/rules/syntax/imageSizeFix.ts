import { planOf } from '../../edits/plan.ts';
import type { OffsetRange } from '../../util/range.ts';
import type { Fix, FixContext } from '../rule.ts';

const size = /(?<![\w-])(width|height)=(?:"(\d+%?)(?:px)?"|(\d+%?)(?:px)?(?=[\s}]))/g;

/** Writes the size of an image in Wiki.js's way; undefined where braces hold none that it can say, or no image stands before them. */
export function imageSizeFix(
  { range }: { readonly range: OffsetRange },
  { page, text }: FixContext,
): Fix[] | undefined {
  const image = page.images.find((candidate) => candidate.form === 'inline' && candidate.range.end === range.start);
  const close = range.start - 1;
  if (image === undefined || text[close] !== ')' || / =\d*%?x\d*%?\s*$/.test(text.slice(image.srcRange.end, close))) {
    return undefined;
  }
  const braces = text.slice(range.start, range.end);
  const sizes = new Map<string, string>();
  const rest = braces.replace(size, (_, name: string, quoted?: string, bare?: string) => {
    sizes.set(name, quoted ?? bare ?? '');
    return '';
  });
  if (sizes.size === 0) return undefined;
  const left = rest.slice(1, -1).trim().replace(/\s+/g, ' ');
  const written = `=${sizes.get('width') ?? ''}x${sizes.get('height') ?? ''}`;
  const plan = planOf({
    kind: 'change',
    file: page.file,
    range: { start: close, end: range.end },
    newText: ` ${written})${left === '' ? '' : `{${left}}`}`,
  });
  return [{ title: `Write the size as ${written}`, preferred: true, safe: true, plan }];
}
