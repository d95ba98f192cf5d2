import { parse, parseFragment as parse5Fragment } from 'parse5';
import { createTreeAdapter, type TreeTypes } from './adapter.ts';
import { readPlainDocument } from './plainHtml.ts';
import type { Markup } from './serialize.ts';
import type { ChildNode, Root, SettledFormula } from './tree.ts';

/**
 * Parses a whole page as a document, as cheerio does. Each element's origin is where it stands in `html`. Never fails.
 *
 * @param settle as for `readPlainDocument`
 */
export function parseDocument(html: string, settle?: (html: string) => SettledFormula | undefined): Root {
  return readPlainDocument(html, undefined, settle) ?? parseAnyDocument(html);
}

/** Parses what an earlier step wrote; elements keep the origin that they had before. */
export function reparseDocument({ html, origins }: Markup): Root {
  return readPlainDocument(html, origins) ?? parseAnyDocument(html, origins);
}

/** The same without the quicker way that plain HTML is read. */
export function parseAnyDocument(html: string, origins?: Markup['origins']): Root {
  return parse<TreeTypes>(html, { treeAdapter: createTreeAdapter(origins), sourceCodeLocationInfo: true });
}

/** Parses the inside of an element, as cheerio does with HTML that is put into a document; elements keep the origin that they had before. */
export function parseFragment({ html, origins }: Markup): readonly ChildNode[] {
  return parse5Fragment<TreeTypes>(html, { treeAdapter: createTreeAdapter(origins), sourceCodeLocationInfo: true })
    .children;
}
