import type { PageAddress } from '../../wiki/address.ts';
import type { RenderingSettings, WikiSettings } from '../../wiki/settings.ts';
import { markCodeBlocks, unwrapDiagrams, unwrapMermaid } from './codeBlocks.ts';
import { type FinalFacts, finalFacts } from './finalFacts.ts';
import { settledFormula } from './formulas.ts';
import { anchorHeadings, isHeading } from './headings.ts';
import { guardInterpolation } from './interpolation.ts';
import { type LinkState, linkStates, resolveLinks } from './links.ts';
import { parseDocument } from './parse.ts';
import { createRemovalLog, logHead, type Removal } from './removedHtml.ts';
import { wrapRootNodes } from './rootNodes.ts';
import { roundTrip, type Settled } from './roundTrip.ts';
import { type SanitizerOptions, sanitize } from './sanitize.ts';
import { serialize } from './serialize.ts';
import { buildTabsets } from './tabset.ts';
import type { TabsetNotice } from './tabsetShape.ts';
import { bodyOf, type Element, elementsIn, type Origin, type Root } from './tree.ts';

/** A page after all of Wiki.js's HTML steps, but for the classes that tell whether the pages it links to exist. */
export interface FinalDocument extends FinalFacts {
  /** What Wiki.js stores, as a tree; it belongs to the caller, who may change it. */
  readonly document: Root;
  /** Its elements in document order. */
  readonly elements: readonly Element[];
  readonly linkStates: ReadonlyMap<Origin, LinkState>;
  /** What the steps did that an author will hardly want. */
  readonly noticed: readonly (Removal | TabsetNotice)[];
}

/**
 * Takes a page's HTML, as the Markdown step or an HTML page gives it, through Wiki.js's HTML steps.
 * Offsets in the result are those in `html`. Never fails. Rules reference (d), (e), (f).
 *
 * @param settle what becomes of formulas, where that is known; the tree has no more than that of them
 */
export function buildDocument(
  html: string,
  address: PageAddress,
  { site, rendering }: Pick<WikiSettings, 'site' | 'rendering'>,
  settle: typeof settledFormula = settledFormula,
): FinalDocument {
  const sanitizer = sanitizerOptions(rendering);
  const parsed = parseDocument(html, sanitizer && settle);
  const tabsets: TabsetNotice[] = [];
  const elements = transformBlocks(parsed, rendering, tabsets);
  const anchors = elements.filter(({ name }) => name === 'a');
  const links = resolveLinks(anchors, { address, site, ...linkSettings(rendering) });
  const states = linkStates(anchors, links, site);
  const headings = anchorHeadings(elements.filter(isHeading));
  wrapRootNodes(parsed);
  const log = createRemovalLog();
  logHead(parsed, log);
  const { document, isStable } = withoutDanger(parsed, sanitizer && { ...sanitizer, log });
  const stored = elementsIn(document);
  guardInterpolation(stored);
  const seen = isStable ? stored : elementsIn(roundTrip(document).document);
  const noticed = [...tabsets, ...log.removals];
  return { document, elements: stored, linkStates: states, noticed, ...finalFacts(seen, links, states, headings) };
}

/** The steps before the link step, in the order of their modules; gives all elements that they leave. */
function transformBlocks(document: Root, rendering: RenderingSettings, tabsets: TabsetNotice[]): readonly Element[] {
  let elements = elementsIn(document);
  const after = (isChanged: boolean) => {
    if (isChanged) elements = elementsIn(document);
  };
  if (isEnabled(rendering, 'htmlCodehighlighter')) markCodeBlocks(elements);
  if (isEnabled(rendering, 'htmlDiagram')) after(unwrapDiagrams(elements));
  if (isEnabled(rendering, 'htmlMermaid')) after(unwrapMermaid(elements));
  return isEnabled(rendering, 'htmlTabset') ? buildTabsets(document, elements, tabsets) : elements;
}

/** The sanitised document after Wiki.js has parsed it anew; only parsed anew where the site does not sanitise. */
function withoutDanger(document: Root, sanitizer: SanitizerOptions | undefined): Settled {
  const settled = roundTrip(document);
  const body = bodyOf(settled.document);
  if (sanitizer === undefined || body === undefined) return settled;
  const isRestructured = sanitize(body, sanitizer);
  return settled.isStable && !isRestructured ? settled : roundTrip(settled.document, () => serialize(body.children));
}

/** Undefined where the site does not sanitise. */
function sanitizerOptions(rendering: RenderingSettings): SanitizerOptions | undefined {
  const security = rendering.htmlSecurity;
  if (!isEnabled(rendering, 'htmlSecurity') || security?.safeHTML === false) return undefined;
  return {
    allowDrawIoUnsafe: security?.allowDrawIoUnsafe !== false,
    allowIFrames: security?.allowIFrames === true,
  };
}

function linkSettings({ htmlCore }: RenderingSettings): { absoluteLinks: boolean; newTabRel: string | undefined } {
  return {
    absoluteLinks: htmlCore?.absoluteLinks === true,
    newTabRel: htmlCore?.openExternalLinkNewTab === true ? String(htmlCore.relAttributeExternalLink ?? '') : undefined,
  };
}

/** The HTML modules that Wiki.js has run by default run unless they are switched off. */
function isEnabled(rendering: RenderingSettings, module: string): boolean {
  return rendering[module]?.enabled !== false;
}
