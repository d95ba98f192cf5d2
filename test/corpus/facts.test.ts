import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { TestContext } from 'node:test';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { remark } from 'remark';
import { resolveLink } from '../../server/src/index/resolveLink.ts';
import { analyzePage } from '../../server/src/page/analyze.ts';
import { contentHtml } from '../../server/src/page/contentHtml.ts';
import { createMarkdown } from '../../server/src/page/markdown/markdown.ts';
import type { Link, Page } from '../../server/src/page/page.ts';
import { fileOfAddress } from '../../server/src/wiki/pageFile.ts';
import type { WikiSettings } from '../../server/src/wiki/settings.ts';
import { featureGoldens, type Golden, wikiGoldens } from '../support/goldens.ts';
import { sharedTest } from '../support/shared.ts';
import { assertSoundFacts } from '../support/sound.ts';

// What the facts say of pages that the real Wiki.js rendered.

interface AnalyzedGolden {
  readonly golden: Golden;
  readonly settings: WikiSettings;
  readonly text: string;
  readonly page: Page;
}

/** The feature pages as they were fed to the renderer; the real wiki's pages with their frontmatter. */
function analyzedGoldens(shared: string): AnalyzedGolden[] {
  const wiki = wikiGoldens(shared);
  return [...featureGoldens(shared), ...wiki].map((golden) => {
    const settings: WikiSettings = {
      ...golden.settings,
      rules: {},
      images: { maxSize: 1e6 },
      ignore: [],
      templates: '',
    };
    const file = fileOfAddress(golden.address, golden.contentType, settings.site);
    const text = wiki.includes(golden) ? readFileSync(`${shared}/corpora/aux-wiki/${file}`, 'utf8') : golden.content;
    return { golden, settings, text, page: analyzePage(file, text, settings) };
  });
}

sharedTest('every page has the links of the page that Wiki.js stored: resolved href and kind', (shared, context) => {
  compare(context, analyzedGoldens(shared), ({ golden, page, settings }) => ({
    actual: page.links.map((link) => {
      const { resolved, kind, target } = resolveLink(link, page, settings);
      if (kind !== 'internal') return `${kind} ${resolved}`;
      return `${target && golden.pageExists(target) ? 'internal-valid' : 'internal-invalid'} ${resolved}`;
    }),
    expected: golden.links
      .filter(({ kind }) => kind !== 'toc-anchor' && kind !== 'footnote-backref')
      .map(({ kind, href }) => `${kind} ${href ?? undefined}`),
  }));
});

sharedTest('every page has the heading ids of the page that Wiki.js stored', (shared, context) => {
  compare(context, analyzedGoldens(shared), ({ golden, page }) => ({
    actual: page.headings.map(({ level, id }) => `h${level} ${id}`),
    expected: storedHeadings(golden.html),
  }));
});

sharedTest('every destination is cut out of its page by its range, and its URL follows from it', (shared, context) => {
  const looked = analyzedGoldens(shared).map(({ page, text }) => assertSoundFacts(page, text));
  const total = looked.reduce((sum, count) => sum + count, 0);
  context.diagnostic(`${total} of ${total} destinations`);
  assert.ok(total > 1000);
});

sharedTest('the HTML that the places are found in is the one that markdown-it renders', (shared, context) => {
  const pages = analyzedGoldens(shared).filter(({ golden }) => golden.contentType === 'markdown');
  compare(context, pages, ({ golden: { content, settings } }) => ({
    actual: [contentHtml(content, 'markdown', 0, settings.rendering).html],
    expected: [createMarkdown(settings.rendering).render(content, {})],
  }));
});

sharedTest('remark finds the same links at the same places, where a page is plain Markdown', (shared, context) => {
  compare(context, analyzedGoldens(shared).filter(isCommonMark), ({ page, text }) => ({
    actual: page.links
      .filter(isPlainMarkdown)
      .map(({ range, url }) => `${range.start}–${range.end} ${decoded(url ?? '')}`),
    expected: remarkLinks(text, page.contentStart),
  }));
});

const plainForms: ReadonlySet<Link['form']> = new Set(['inline', 'reference', 'autolink']);

function isPlainMarkdown({ form }: Link): boolean {
  return plainForms.has(form);
}

function isCommonMark({ golden }: AnalyzedGolden): boolean {
  // Footnotes and the schemes that markdown-it refuses are not CommonMark's.
  return golden.contentType === 'markdown' && !/\[\^|\]\((?:javascript|data|vbscript):/.test(golden.content);
}

/** Links with `start–end url`, offsets of the whole text. */
function remarkLinks(text: string, contentStart: number): string[] {
  const tree = remark().parse(text.slice(contentStart));
  type Node = typeof tree | (typeof tree.children)[number];
  const nodes: Node[] = [tree];
  for (const node of nodes) if ('children' in node) nodes.push(...node.children);
  const definitions = new Map<string, string>();
  for (const node of nodes) {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node.url);
  }
  return nodes.flatMap((node) => {
    const url =
      node.type === 'link' ? node.url : node.type === 'linkReference' ? definitions.get(node.identifier) : undefined;
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (url === undefined || start === undefined || end === undefined) return [];
    return [`${contentStart + start}–${contentStart + end} ${decoded(url)}`];
  });
}

/** Percent-encoding differs between the two parsers. */
function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

/** The headings that Wiki.js gave anchors, read off the stored HTML by parse5 itself. */
function storedHeadings(html: string): string[] {
  const found: string[] = [];
  const pending: DefaultTreeAdapterTypes.Node[] = [parseFragment(html)];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if ('attrs' in node && /^h[1-6]$/.test(node.tagName)) {
      const { attrs, tagName } = node;
      const id = attrs.find(({ name }) => name === 'id')?.value ?? null;
      found.push(`${tagName} ${id}`);
    }
    if ('content' in node) pending.push(node.content);
    if ('childNodes' in node) pending.push(...node.childNodes);
  }
  return found;
}

/** Compares two multisets for each page, and prints how many pages agree. */
function compare(
  context: TestContext,
  pages: readonly AnalyzedGolden[],
  facts: (page: AnalyzedGolden) => { actual: string[]; expected: string[] },
): void {
  const compared = pages.map((page) => {
    const { actual, expected } = facts(page);
    return { name: page.golden.name, actual: actual.sort(), expected: expected.sort() };
  });
  const differing = compared.filter(({ actual, expected }) => actual.join('\n') !== expected.join('\n'));
  context.diagnostic(`${compared.length - differing.length} of ${compared.length}`);
  assert.ok(compared.length > 0);
  const [first] = differing;
  if (first !== undefined) assert.deepEqual(first.actual, first.expected, first.name);
}
