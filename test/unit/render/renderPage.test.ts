import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderContent, renderPage } from '../../../server/src/render/renderPage.ts';
import { parseFrontmatter } from '../../../server/src/wiki/frontmatter.ts';
import { createWiki } from '../../support/wiki.ts';

/** Expected: the start tags that have a line, as `line <tag`, in the order of the rendered page. */
function checkLines(what: string, fixture: string, file: string, expected: readonly string[]): void {
  test(`lines: ${what}`, () => {
    const { wiki, page, text } = createWiki(fixture);
    const { html } = renderPage(page(file), text(file), wiki, { sourceLines: true });
    const marked = [...html.matchAll(/<([a-z0-9]+)[^>]* data-line="(\d+)"/g)];
    assert.deepEqual(
      marked.map(([, name, line]) => `${line} <${name}`),
      expected,
    );
  });
}

checkLines(
  'each block has its own, after the frontmatter',
  '---\ntitle: A\n---\n\n# One\n\ntwo\nthree\n\n- four\n- five\n',
  'page.md',
  ['4 <h1', '6 <p', '9 <ul', '10 <li'],
);

checkLines('HTML in Markdown', 'a\n\n<div>\n<p>b</p>\n</div>\n', 'page.md', ['0 <p', '2 <div', '3 <p']);

checkLines(
  'in tabs, the headings that became a tabset and its panels',
  '## T {.tabset}\n### A\na\n### B\nb\n',
  'page.md',
  ['0 <tabset', '1 <div', '2 <p', '3 <div', '4 <p'],
);

checkLines('but not what stands within a line', 'a *b*\n**c** [d](/e)\n**f**  \ng\n\nh', 'page.md', ['0 <p', '5 <p']);

checkLines('table rows', '| A |\n|---|\n| 1 |\n| 2 |\n', 'page.md', ['0 <table', '2 <tbody', '3 <tr']);

checkLines('drawings and code', '```js\na\n```\n\n```mermaid\nb\n```\n\n$$\nc\n$$\n\n    d\n', 'page.md', [
  '0 <pre',
  '4 <div',
  '8 <p',
  '12 <pre',
]);

checkLines(
  'lists in lists, and paragraphs in items and quotes',
  '- a\n\n  b\n  - c\n- [ ] d\n\n> e\n>\n> f\n',
  'page.md',
  ['0 <ul', '2 <p', '3 <ul', '4 <li', '6 <blockquote', '8 <p'],
);

checkLines(
  'footnotes, but not the frame around them',
  'a[^1] b^[here]\n\n[^1]: c\n\n    d\n\n<div>\n<p>e</p>\n</div>\n',
  'page.md',
  ['0 <p', '6 <div', '7 <p', '2 <p', '4 <p'],
);

checkLines('details', '<details>\n<summary>a</summary>\n\nb\n\n</details>\n', 'page.md', [
  '0 <details',
  '1 <summary',
  '3 <p',
]);

checkLines('of HTML pages', '--- /page.html\n<!--\ntitle: A\n-->\n\n<h1>B</h1>\n<p>c</p>\n', 'page.html', [
  '4 <h1',
  '5 <p',
]);

test('but for the lines it is what Wiki.js stores', () => {
  const { wiki, page, text } = createWiki(
    '--- /home.md\n# Hello\n--- /page.md\n---\ntitle: A\n---\n\n# B\n\n[c](/home) [d](/nowhere) {{ e }}\n\n> f\n{.is-info}\n',
  );
  const { content } = parseFrontmatter(text('page.md'), 'markdown');
  const stored = renderContent({
    content,
    contentType: 'markdown',
    address: page('page.md').address,
    settings: wiki.settings,
    pageExists: (address) => wiki.pageAt(address) !== undefined,
  });
  const shown = renderPage(page('page.md'), text('page.md'), wiki, { sourceLines: true });
  assert.equal(shown.html.replace(/ data-line="\d+"/g, ''), stored.html);
  assert.deepEqual(shown.toc, stored.toc);
  assert.match(stored.html, /<a href="\/home" class="is-internal-link is-valid-page">c<\/a>/);
  assert.match(stored.html, /<a href="\/nowhere" class="is-internal-link is-invalid-page">d<\/a>/);
});

test('a viewer can ask for a sanitised page where the site has none', () => {
  const { wiki, page, text } = createWiki(
    '--- /.aux-wiki.yml\nrendering:\n  htmlSecurity:\n    safeHTML: false\n--- /page.md\n<p onclick="a">b</p>\n',
  );
  const [plain, safe] = [{}, { sanitize: true }].map((options) =>
    renderPage(page('page.md'), text('page.md'), wiki, options),
  );
  assert.match(plain?.html ?? '', /onclick="a"/);
  assert.equal(safe?.html, '<p>b</p>\n');
});

test('AsciiDoc is shown as its source', () => {
  const { wiki, page, text } = createWiki('--- /page.adoc\n= Title\n<b>\n');
  const { html, toc } = renderPage(page('page.adoc'), text('page.adoc'), wiki);
  assert.match(html, /<pre v-pre="true">= Title\n&lt;b&gt;\n<\/pre>/);
  assert.deepEqual(toc, []);
});

test('what was made for the facts of a page is rendered once, and is what rendering makes', () => {
  const { wiki, text } = createWiki(`# A {.x}\n[b](/c) {{ d }}\n\n## T {.tabset}\n### U\n$e$\n\n- f\n`);
  const change = { file: 'page.md', text: text('page.md'), size: 1, hasByteOrderMark: false };
  const facts = () => {
    wiki.update([change]);
    const page = wiki.files.get('page.md');
    assert.ok(page);
    return page;
  };
  const analysed = facts();
  const before = structuredClone(analysed);
  const [takenOver, anew] = [{ sourceLines: true }, { sourceLines: true }].map((options) =>
    renderPage(analysed, change.text, wiki, options),
  );
  assert.deepEqual(takenOver, anew);
  facts();
  assert.doesNotMatch(renderPage(facts(), change.text, wiki).html, /data-line/);
  assert.doesNotMatch(renderPage(facts(), change.text, wiki, { sanitize: true }).html, /data-line/);
  assert.deepEqual(analysed, before);
});
