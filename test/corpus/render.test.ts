import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { buildDocument } from '../../server/src/page/html/document.ts';
import type { FinalLink } from '../../server/src/page/html/finalFacts.ts';
import { createMarkdown } from '../../server/src/page/markdown/markdown.ts';
import { renderContent } from '../../server/src/render/renderPage.ts';
import { domLines, firstDifference } from '../support/domLines.ts';
import { featureGoldens, type Golden, wikiGoldens } from '../support/goldens.ts';
import { sharedTest } from '../support/shared.ts';

// What the real Wiki.js made of each page: its HTML as a DOM, its table of contents, its links and its heading ids.

sharedTest('each feature page is rendered as by Wiki.js', (shared, context) => {
  compare(context, featureGoldens(shared), differenceInHtml);
});

sharedTest('each page of a real wiki is rendered as by Wiki.js', (shared, context) => {
  compare(context, wikiGoldens(shared), differenceInHtml);
});

sharedTest('each table of contents is that of Wiki.js', (shared, context) => {
  compare(context, goldens(shared), (golden) => {
    return difference(JSON.parse(JSON.stringify(renderContent(golden).toc)), golden.toc);
  });
});

sharedTest('each link has the href and the kind that Wiki.js gives it', (shared, context) => {
  compare(context, goldens(shared), (golden) => {
    const expected = golden.links.filter(({ kind }) => kind !== 'toc-anchor' && kind !== 'footnote-backref');
    const actual = finalDocument(golden).links.map((link) => `${kindOf(link, golden)} ${link.href ?? null}`);
    return difference(actual.sort(), expected.map(({ kind, href }) => `${kind} ${href}`).sort());
  });
});

sharedTest('each heading has the id that it has on the site', (shared, context) => {
  compare(context, goldens(shared), (golden) => {
    const actual = finalDocument(golden).headings.map(({ level, id }) => `h${level} ${id}`);
    return difference(actual, headingIdsIn(golden.html));
  });
});

function goldens(shared: string): Golden[] {
  return [...featureGoldens(shared), ...wikiGoldens(shared)].filter(({ contentType }) => contentType !== 'asciidoc');
}

function compare(
  context: TestContext,
  pages: readonly Golden[],
  differenceIn: (page: Golden) => string | undefined,
): void {
  const failures = pages.flatMap((page) => {
    const found = differenceIn(page);
    return found === undefined ? [] : [`${page.name}\n    ${found}`];
  });
  context.diagnostic(`${pages.length - failures.length} of ${pages.length} equal`);
  assert.ok(pages.length > 0, 'no goldens found');
  assert.equal(failures.length, 0, `differences:\n${failures.join('\n')}`);
}

function differenceInHtml(golden: Golden): string | undefined {
  return firstDifference(domLines(renderContent(golden).html), domLines(golden.html));
}

function difference(actual: unknown, expected: unknown): string | undefined {
  if (isDeepStrictEqual(actual, expected)) return undefined;
  return `Wiki.js: ${JSON.stringify(expected)}\n    ours:    ${JSON.stringify(actual)}`;
}

function finalDocument({ content, contentType, address, settings }: Golden) {
  const html = contentType === 'html' ? content : createMarkdown(settings.rendering).render(content, {});
  return buildDocument(html, address, settings);
}

function kindOf({ resolution }: FinalLink, { pageExists }: Golden): string {
  if (resolution.kind !== 'internal') return resolution.kind;
  return pageExists(resolution.target) ? 'internal-valid' : 'internal-invalid';
}

function headingIdsIn(html: string): string[] {
  const ids: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ChildNode) => {
    if ('tagName' in node && /^h[1-6]$/.test(node.tagName)) {
      ids.push(`${node.tagName} ${node.attrs.find(({ name }) => name === 'id')?.value ?? null}`);
    }
    const container = 'content' in node ? node.content : node;
    if ('childNodes' in container) container.childNodes.forEach(visit);
  };
  parse(html).childNodes.forEach(visit);
  return ids;
}
