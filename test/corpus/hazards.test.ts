import assert from 'node:assert/strict';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { analyzePage } from '../../server/src/page/analyze.ts';
import type { Hazard } from '../../server/src/page/hazard.ts';
import type { Page } from '../../server/src/page/page.ts';
import { leftOutHeadings } from '../../server/src/rules/heading/outline.ts';
import { fileOfAddress } from '../../server/src/wiki/pageFile.ts';
import { defaultSettings } from '../../server/src/wiki/settingsFile.ts';
import { featureGoldens, type Golden, wikiGoldens } from '../support/goldens.ts';
import { sharedTest } from '../support/shared.ts';

// What is noticed of headings and syntax, against the HTML and the table of contents that the real Wiki.js made.

sharedTest(
  'headings that are left out of the table of contents are those that Wiki.js leaves out',
  (shared, context) => {
    let left = 0;
    for (const { golden, page } of pagesOf(shared)) {
      const leftOut = new Set(leftOutHeadings(page.headings).map(({ heading }) => heading));
      const shown = page.headings.filter((heading) => !leftOut.has(heading)).map(({ slug }) => `#${slug}`);
      assert.deepEqual(shown, anchorsOf(golden.toc), golden.name);
      left += leftOut.size;
    }
    assert(left > 0);
    context.diagnostic(`${left} headings are left out`);
  },
);

sharedTest('whatever is noticed of the syntax shows in what Wiki.js made of it', (shared, context) => {
  const counts = new Map<string, number>();
  for (const { golden, page } of pagesOf(shared)) {
    for (const hazard of page.hazards) {
      const written = golden.content.slice(hazard.range.start, hazard.range.end);
      assert(isTrue(hazard, written, golden), `${golden.name}: ${hazard.kind} ${written}`);
      counts.set(hazard.kind, (counts.get(hazard.kind) ?? 0) + 1);
    }
  }
  context.diagnostic([...counts].map(([kind, count]) => `${count} ${kind}`).join(', '));
  assert(counts.size >= 15, `only ${counts.size} kinds of hazards are shown by goldens`);
});

sharedTest('nothing that Wiki.js shows as it was meant is called an error', (shared) => {
  const broken = ['maths-error', 'maths-unclosed', 'mermaid-unknown'];
  const names = pagesOf(shared)
    .filter(({ page }) => page.hazards.some(({ kind }) => broken.includes(kind)))
    .map(({ golden }) => golden.name);
  assert.deepEqual(names, ['katex-error-chem', 'katex-shell-vars']);
});

function pagesOf(shared: string): { golden: Golden; page: Page }[] {
  return [...featureGoldens(shared), ...wikiGoldens(shared)]
    .filter(({ contentType }) => contentType !== 'asciidoc')
    .map((golden) => {
      const file = fileOfAddress(golden.address, golden.contentType, golden.settings.site);
      const page = analyzePage(file, golden.content, { ...defaultSettings, ...golden.settings });
      return { golden, page };
    });
}

interface TocEntry {
  readonly anchor?: string;
  readonly children: readonly TocEntry[];
}

function anchorsOf(toc: unknown): string[] {
  return (toc as readonly TocEntry[]).flatMap(({ anchor = '', children }) => [anchor, ...anchorsOf(children)]);
}

/** Whether the page that Wiki.js made has what a hazard says of it. */
function isTrue(hazard: Hazard, written: string, { html }: Golden): boolean {
  const text = textOf(html);
  switch (hazard.kind) {
    case 'braces-eaten':
      return !text.includes(written);
    case 'attributes-detached':
      return /<p(?: (?:class|id)="[^"]*")+><\/p>/.test(html);
    case 'attributes-as-text':
    case 'unsupported':
    case 'footnote-undefined':
      return text.includes(written);
    case 'class-misplaced':
      return new RegExp(`<${hazard.element}[^>]* class="(?:[^"]* )?${hazard.name}[ "]`).test(html);
    case 'class-unknown':
      return html.includes(hazard.name);
    case 'attribute-ignored':
      return !new RegExp(`<${hazard.element}[^>]* ${hazard.name}=`).test(html);
    case 'fence-attributes':
      return !html.includes(written) && !/<pre[^>]* id=/.test(html);
    case 'maths-by-accident':
      return html.includes('class="katex"') && !text.includes(written);
    case 'maths-error':
      return text.includes(written.replace(/^\$+|\$+$/g, ''));
    case 'maths-unclosed':
      return !text.includes('$$');
    case 'mermaid-unknown':
      return html.includes('class="mermaid"');
    case 'tabset-intro':
      return (
        html.indexOf('</tabset>') < html.lastIndexOf(text.includes(written) ? written : written.replace(/^#+ /, ''))
      );
    case 'tabset-footnotes':
      return html.indexOf('footnotes') < html.indexOf('</tabset>');
    case 'tabset-rule':
      return html.indexOf('<hr>') < html.indexOf('</tabset>');
    case 'tabset-hidden-end':
    case 'tabset-without-tabs':
      return html.includes('<tabset>');
    case 'tabset-too-deep':
      return !html.includes('<tabset>');
    case 'footnote-unused':
    case 'footnote-overridden':
      return !text.includes('never used');
    case 'html-removed':
      return hazard.attributes.length === 0
        ? !html.toLowerCase().includes(`<${hazard.element}`)
        : hazard.attributes.every((name) => !html.includes(written) && !html.includes(` ${name}="${name}`));
  }
}

/** All text of a page, that of templates too. */
function textOf(html: string): string {
  let text = '';
  const pending: DefaultTreeAdapterTypes.Node[] = [parse(html)];
  for (let node = pending.shift(); node !== undefined; node = pending.shift()) {
    if (node.nodeName === '#text' && 'value' in node) text += node.value;
    const children = 'content' in node ? node.content.childNodes : 'childNodes' in node ? node.childNodes : [];
    pending.unshift(...children);
  }
  return text;
}
