import type { PageAddress } from '../../wiki/address.ts';
import { addressKey } from '../../wiki/address.ts';
import { type HrefResolution, resolveHref } from '../../wiki/href.ts';
import { parseUrlPath } from '../../wiki/pageUrl.ts';
import type { SiteSettings } from '../../wiki/settings.ts';
import { addClasses, attributeOf, hasClass, setAttribute } from './attributes.ts';
import type { Element, Origin } from './tree.ts';

/** What the link step found out about an `<a>`. */
export interface LinkFacts {
  /** The href before the step. */
  readonly url: string | undefined;
  readonly resolution: HrefResolution;
}

export interface LinkOptions {
  readonly address: PageAddress;
  readonly site: SiteSettings;
  readonly absoluteLinks: boolean;
  /** The `rel` of links that open in a new tab; undefined where external links open in the same one. */
  readonly newTabRel: string | undefined;
}

const classes = {
  internal: 'is-internal-link',
  system: 'is-system-link',
  asset: 'is-asset-link',
  external: 'is-external-link',
} as const;

/**
 * Resolves and classifies links, as Wiki.js does, but for the question whether their pages exist.
 * The facts are kept by the origin of the `<a>`. Rules reference (d).
 */
export function resolveLinks(anchors: readonly Element[], options: LinkOptions): ReadonlyMap<Origin, LinkFacts> {
  const facts = new Map<Origin, LinkFacts>();
  for (const anchor of anchors) {
    const url = attributeOf(anchor, 'href');
    const resolution = resolveHref(url, options.address, options.site, options.absoluteLinks);
    if (anchor.origin !== undefined) facts.set(anchor.origin, { url, resolution });
    if (resolution.resolved === undefined || !isClassified(resolution.kind)) continue;
    addClasses(anchor, classes[resolution.kind]);
    if (resolution.kind === 'external' && options.newTabRel !== undefined) {
      setAttribute(anchor, 'target', '_blank');
      setAttribute(anchor, 'rel', options.newTabRel);
    }
    setAttribute(anchor, 'href', resolution.resolved);
  }
  return facts;
}

function isClassified(kind: HrefResolution['kind']): kind is keyof typeof classes {
  return Object.hasOwn(classes, kind);
}

/** What decides on a link's `is-valid-page` or `is-invalid-page`: whether a page is at the address and some internal link of the page leads there. */
export interface LinkState {
  readonly target: PageAddress;
  readonly isLinked: boolean;
}

/**
 * The links that Wiki.js looks up pages for: those with the class `is-internal-link`, written by the author or by the link
 * step, if that made any internal link at all. Rules reference (d).
 */
export function linkStates(
  anchors: readonly Element[],
  facts: ReadonlyMap<Origin, LinkFacts>,
  site: SiteSettings,
): ReadonlyMap<Origin, LinkState> {
  const linked = new Set<string>();
  for (const { resolution } of facts.values()) {
    if (resolution.kind === 'internal') linked.add(addressKey(resolution.target));
  }
  const states = new Map<Origin, LinkState>();
  if (linked.size === 0) return states;
  for (const anchor of anchors) {
    if (anchor.origin === undefined || !hasClass(anchor, classes.internal)) continue;
    const target = addressOfHref(attributeOf(anchor, 'href'), site.locale);
    if (target !== undefined) states.set(anchor.origin, { target, isLinked: linked.has(addressKey(target)) });
  }
  return states;
}

function addressOfHref(href: string | undefined, siteLocale: string): PageAddress | undefined {
  const url = `http://x${href}`;
  return URL.canParse(url) ? parseUrlPath(new URL(url).pathname, siteLocale) : undefined;
}

/** Marks links whose pages are there or missing, on elements of the final document. */
export function markLinkStates(
  anchors: readonly Element[],
  states: ReadonlyMap<Origin, LinkState>,
  pageExists: (address: PageAddress) => boolean,
): void {
  for (const anchor of anchors) {
    const state = anchor.origin && states.get(anchor.origin);
    if (state === undefined || !hasClass(anchor, classes.internal)) continue;
    addClasses(anchor, state.isLinked && pageExists(state.target) ? 'is-valid-page' : 'is-invalid-page');
  }
}
