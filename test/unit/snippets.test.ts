import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { renderContent } from '../../server/src/render/renderPage.ts';
import { parseFrontmatter } from '../../server/src/wiki/frontmatter.ts';
import { defaultSettings } from '../../server/src/wiki/settingsFile.ts';
import { expandSnippet } from '../support/snippet.ts';

interface Snippet {
  readonly prefix: string | readonly string[];
  readonly body: readonly string[];
  readonly description: string;
}

const snippets: Readonly<Record<string, Snippet>> = JSON.parse(
  readFileSync(new URL('../../snippets/wiki.json', import.meta.url), 'utf8'),
);
const prefixesOf = (snippet: Snippet) => (typeof snippet.prefix === 'string' ? [snippet.prefix] : snippet.prefix);
const tested = new Set<string>();

/** What the snippet inserts, rendered as Wiki.js does, holds each of the pieces in this order. */
function check(prefix: string, ...expected: readonly RegExp[]): void {
  tested.add(prefix);
  test(`snippet: ${prefix}`, () => {
    const snippet = Object.values(snippets).find((s) => prefixesOf(s).includes(prefix));
    assert.ok(snippet, `no snippet has the prefix ${prefix}`);
    const { html } = renderContent({
      content: expandSnippet(snippet.body),
      contentType: 'markdown',
      address: { locale: 'en', path: 'page' },
      settings: defaultSettings,
      pageExists: () => true,
    });
    let rest = html;
    for (const piece of expected) {
      const found = piece.exec(rest);
      assert.ok(found, `${piece} is not in:\n${rest}`);
      rest = rest.slice(found.index + found[0].length);
    }
  });
}

check('wiki-quote', /<blockquote>\s*<p>Quote/);
check('wiki-info', /<blockquote class="is-info">\s*<p>Good to know\./);
check('wiki-success', /<blockquote class="is-success">/);
check('wiki-warning', /<blockquote class="is-warning">/);
check('wiki-danger', /<blockquote class="is-danger">/);
check(
  'wiki-tabs',
  /<tabset>/,
  /<li>\s*First/,
  /<li>\s*Second/,
  /tabset-panel/,
  /<\/tabset>/,
  /<h2[^>]*id="after-the-tabs"/,
);
check('wiki-links-list', /<ul class="links-list">/, /<a href="\/path\/of\/page"[^>]*>Title <em>Subtitle<\/em>/);
check('wiki-grid-list', /<ul class="grid-list">/, /First/, /Third/);
check(
  'wiki-badge',
  /<p align="center">/,
  /<a href="https:\/\/example\.org"/,
  /<img alt="Maintained by the team" src="https:\/\/img\.shields\.io\/static\/v1\?label=Maintained%20by&amp;message=the%20team/,
);
check('wiki-image', /<img src="\/assets\/picture\.png" alt="What it shows" width="300">/);
check('wiki-image-right', /<img [^>]*class="align-right"/);
check('wiki-footnote', /class="footnote-ref"/, /<li id="fn1"[^>]*>\s*<p>Text of the footnote/);
check('wiki-table', /<div class="table-container"><table>/, /<td>Cell<\/td>/);
check('wiki-table-dense', /<table class="dense">/);
check('wiki-details', /<details>\s*<summary>Read more<\/summary>\s*<p>The text<\/p>\s*<\/details>/);
check('wiki-tasks', /class="task-list-item[^"]*"><input [^>]*type="checkbox"/, /checked/);
check('wiki-mermaid', /<div class="mermaid">graph LR/);
check('wiki-maths', /class="katex-display"/);
check('wiki-keys', /<kbd>Ctrl<\/kbd>/);

test('snippet: wiki-frontmatter is read by Wiki.js, every key', () => {
  const text = expandSnippet(snippets['Wiki.js frontmatter']?.body ?? []);
  const read = parseFrontmatter(text, 'markdown');
  assert.equal(read.kind, 'yaml');
  assert.deepEqual(Object.keys(read.metadata), [
    'title',
    'description',
    'published',
    'date',
    'tags',
    'editor',
    'dateCreated',
  ]);
  assert.equal(read.metadata.title, 'Title');
  assert.match(text, /^date: 2026-11-23T00:00:00\.000Z$/m);
});

test('snippet: every snippet has a test', () => {
  tested.add('wiki-frontmatter');
  const untested = Object.values(snippets).filter(
    (snippet) => !prefixesOf(snippet).some((prefix) => tested.has(prefix)),
  );
  assert.deepEqual(untested, []);
});
