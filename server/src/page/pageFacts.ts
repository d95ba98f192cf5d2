import type { OffsetRange } from '../util/range.ts';
import type { ElementSource, FindSource } from './elementSources.ts';
import { hazardsOf } from './finalHazards.ts';
import type { Hazard } from './hazard.ts';
import { attributeOf } from './html/attributes.ts';
import type { FinalDocument } from './html/document.ts';
import type { FinalHeading, FinalLink } from './html/finalFacts.ts';
import type { Element } from './html/tree.ts';
import type { DefinitionPlace } from './markdown/linkPlaces.ts';
import type { Definition, Heading, Image, Link, Media, Page } from './page.ts';

/** The facts that a page's content gives. */
export type ContentFacts = Pick<
  Page,
  'renderFailure' | 'headings' | 'links' | 'images' | 'media' | 'otherIds' | 'definitions' | 'hazards'
>;

/** What the facts are put together from besides the final document. */
export interface FactsContext {
  /** The file's text. */
  readonly text: string;
  readonly findSource: FindSource;
  readonly definitions: readonly DefinitionPlace[];
  readonly failure: string | undefined;
  /** Those that were noticed before the HTML steps. */
  readonly hazards: readonly Hazard[];
  /** Gives a string memory of its own. */
  readonly own: (slice: string) => string;
}

/** Compact facts, which hold on to neither text nor trees. */
export function pageFacts(final: FinalDocument, context: FactsContext): ContentFacts {
  return {
    renderFailure: context.failure,
    headings: final.headings.map((heading) => headingOf(heading, context)),
    links: final.links.map((link) => linkOf(link, context)),
    images: final.images.flatMap((element) => imageOf(element, context)),
    media: final.media.flatMap((element) => mediaOf(element, context)),
    otherIds: final.otherIds.map(({ id }) => context.own(id)),
    definitions: context.definitions.map((definition) => definitionOf(definition, context)),
    hazards: hazardsOf(final, context),
  };
}

function headingOf(heading: FinalHeading, { findSource, own }: FactsContext): Heading {
  const { id, slug, level, text, ownId, origin, element } = heading;
  const { range, textRange } = findSource(origin, 'id');
  return {
    id: id && own(id),
    slug: own(slug),
    level,
    text: own(text),
    range,
    textRange,
    ...(ownId !== undefined && { ownId: own(ownId) }),
    ...(isInTab(element) && { isInTab: true }),
  };
}

function isInTab(heading: Element): boolean {
  for (let { parent } = heading; parent?.kind === 'element'; parent = parent.parent) {
    if (parent.name === 'tabset') return true;
  }
  return false;
}

function linkOf({ url, href, resolution, text, origin }: FinalLink, context: FactsContext): Link {
  const { form, range, value } = context.findSource(origin, 'href');
  return {
    form: form === 'generated' ? 'html' : form,
    href: slice(value, context),
    url: url === undefined ? undefined : context.own(url),
    ...(resolution.resolved !== undefined && href === undefined && { isHrefDeleted: true }),
    ...(href !== undefined && resolution.resolved !== href && { isHrefTrimmed: true }),
    hrefRange: value ?? range,
    range,
    text: context.own(text),
  };
}

function imageOf(element: Element, context: FactsContext): Image[] {
  const source = element.origin && context.findSource(element.origin, 'src');
  if (source === undefined || !isImageForm(source.form)) return [];
  const { form, range, value } = source;
  const url = attributeOf(element, 'src');
  return [
    {
      form,
      src: slice(value, context),
      url: url === undefined ? undefined : context.own(url),
      srcRange: value ?? range,
      range,
      alt: context.own(attributeOf(element, 'alt') ?? ''),
      ...(form === 'html' && isDecorative(element) ? { isDecorative: true } : {}),
    },
  ];
}

function mediaOf(element: Element, { findSource, own, text }: FactsContext): Media[] {
  return ['src', 'poster'].flatMap((attribute): Media[] => {
    const url = attributeOf(element, attribute);
    const source = url === undefined ? undefined : element.origin && findSource(element.origin, attribute);
    if (url === undefined || source?.value === undefined || source.form !== 'html') return [];
    const { value: srcRange, range } = source;
    return [{ form: 'html', src: own(text.slice(srcRange.start, srcRange.end)), url: own(url), srcRange, range }];
  });
}

function isDecorative(element: Element): boolean {
  const role = attributeOf(element, 'role');
  return (
    attributeOf(element, 'alt') === '' ||
    attributeOf(element, 'aria-hidden') === 'true' ||
    role === 'presentation' ||
    role === 'none'
  );
}

function isImageForm(form: ElementSource['form']): form is Image['form'] {
  return form === 'inline' || form === 'reference' || form === 'html';
}

function definitionOf({ label, destination, range }: DefinitionPlace, { text, own }: FactsContext): Definition {
  const href = own(text.slice(destination.start, destination.end));
  return { label: own(label), href, hrefRange: destination, range };
}

function slice(range: OffsetRange | undefined, { text, own }: FactsContext): string | undefined {
  return range && own(text.slice(range.start, range.end));
}
