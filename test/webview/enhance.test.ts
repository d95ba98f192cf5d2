import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { withHeldDiagrams } from '../../client/src/preview/heldDiagrams.ts';
import { withMissingImages } from '../../client/src/preview/missingImages.ts';
import { type OpenPreview, openPreview } from './openPreview.ts';

let preview: OpenPreview;
before(async () => {
  preview = await openPreview();
});
beforeEach(async () => {
  await preview.show('<p>nothing</p>');
  preview.requested();
});
after(() => preview?.close());

const code = (language: string, text: string) =>
  `<pre class="prismjs line-numbers" v-pre="true"><code class="language-${language}">${text}</code></pre>`;
const mermaid = (source: string) => `<div class="mermaid">${source}</div>`;
const evaluate = (expression: string) => preview.page.evaluate(expression);
const first = (selector: string) => preview.page.locator(selector).first();

test('nothing is loaded that the page does not need', async () => {
  await preview.show(`<p>text</p>${code('', 'plain')}`);
  await preview.page.waitForTimeout(50);
  assert.deepEqual(preview.requested(), []);
});

test('code is coloured, by many languages, and keeps its text', async () => {
  const samples: Readonly<Record<string, string>> = {
    nix: 'let x = "a"; in { inherit x; }',
    bash: 'for f in *; do echo "$f"; done',
    typescript: 'const x: number = 1;',
    js: 'const x = 1;',
    yaml: 'a: "b"',
    rust: 'fn main() { let x = 1; }',
    python: 'def f(): return 1',
    html: '&lt;p class="x"&gt;y&lt;/p&gt;',
    php: '&lt;?php echo 1; ?&gt;',
    diff: '-a\n+b',
    Dockerfile: 'FROM scratch',
  };
  await preview.show(
    Object.entries(samples)
      .map(([language, text]) => code(language, text))
      .join('\n'),
  );
  await first('.token').waitFor();
  assert.deepEqual(
    await evaluate(`[...document.querySelectorAll('pre > code')].map((c) => c.querySelector('.token') !== null)`),
    Object.keys(samples).map(() => true),
  );
  assert.equal(await first('.language-nix').textContent(), samples.nix);
  assert.equal(await first('.language-html').textContent(), '<p class="x">y</p>');
});

test('lines are numbered, though the language is unknown', async () => {
  await preview.show(`${code('nonsense', '\n\none\n\ttwo\n\nthree\n\n')}${code('constructor', 'x')}`);
  assert.equal(await first('.language-nonsense').textContent(), 'one\n  two\n\nthree');
  assert.equal(await first('pre').getAttribute('data-line-numbers'), '1\n2\n3\n4');
});

test('code does not lose its colours while one types in it or near it', async () => {
  const page = (text: string, other: string) => `<p>${other}</p>${code('nix', `x = "${text}"; # ${text}`)}`;
  await preview.show(page('a', 'b'));
  await first('.token').waitFor();
  await evaluate(`document.querySelector('pre').kept = true;
    window.bare = 0;
    new MutationObserver(() => { if (!document.querySelector('.token')) window.bare++; })
      .observe(document.body, { subtree: true, childList: true, characterData: true })`);
  await preview.show(page('aa', 'b'));
  await preview.show(page('aa', 'bb'));
  assert.equal(await first('pre > code').textContent(), 'x = "aa"; # aa');
  assert.deepEqual(await evaluate(`[document.querySelector('pre').kept, window.bare]`), [true, 0]);
});

test('a Mermaid diagram is drawn here, once, and stays while one types elsewhere', async () => {
  await preview.show(`<p>a</p>${mermaid('graph LR\n  Food --&gt; Plants')}`);
  await first('.mermaid > svg').waitFor();
  assert.match((await first('.mermaid').textContent()) ?? '', /Food\s*Plants/);
  await evaluate(`document.querySelector('svg').kept = true`);
  const id = await first('.mermaid > svg').getAttribute('id');
  await preview.show(`<p>new</p><p>b</p>${mermaid('graph LR\n  Food --&gt; Plants')}`);
  await preview.page.waitForTimeout(200);
  assert.equal(await first('.mermaid > svg').getAttribute('id'), id);
  assert.equal(await evaluate(`document.querySelector('svg').kept`), true);
  await preview.show(`<p>new</p>${mermaid('graph LR\n  Food --&gt; Fish')}`);
  assert.equal(await preview.page.locator('.mermaid > svg').count(), 1, 'the last drawing until the next is ready');
  await first('.mermaid > svg:has-text("Fish")').waitFor();
  assert.deepEqual(
    preview.requested().filter((url) => !url.endsWith('/mermaid.js')),
    [],
  );
});

test('kinds of diagrams are drawn, twins too, in tabs too', async () => {
  const sources = [
    'sequenceDiagram\n  A-&gt;&gt;B: Hello',
    'sequenceDiagram\n  A-&gt;&gt;B: Hello',
    'classDiagram\n  Animal &lt;|-- Axolotl',
    'stateDiagram-v2\n  [*] --&gt; Egg',
    'erDiagram\n  POND ||--o{ AXOLOTL : holds',
    'gantt\n  title A\n  section B\n  C :a1, 2026-01-01, 30d',
    'pie title Pets\n  "Axolotls" : 9',
    'gitGraph\n  commit\n  branch x\n  commit',
    'mindmap\n  root\n    a\n    b',
  ];
  const panel = `<tabset><template v-slot:tabs><li>A</li><li>B</li></template><template v-slot:content>
<div class="tabset-panel">a</div><div class="tabset-panel">${mermaid('graph TD\n X --&gt; Y')}</div></template></tabset>`;
  await preview.show(`${sources.map(mermaid).join('')}${panel}`);
  await preview.page.waitForFunction(
    `document.querySelectorAll('.mermaid > svg, .aux-diagram-error').length === ${sources.length + 1}`,
  );
  assert.deepEqual(await preview.page.locator('.aux-diagram-error').allInnerTexts(), []);
  const ids = (await evaluate(`[...document.querySelectorAll('.mermaid > svg')].map(({ id }) => id)`)) as string[];
  assert.equal(new Set(ids).size, ids.length);
});

test('an error in a diagram is told with its source', async () => {
  await preview.show(mermaid('graph LR\n  A --&gt;'));
  await first('.aux-diagram-error').waitFor();
  assert.match(await first('.aux-diagram-error').innerText(), /Parse error/);
  assert.equal(await first('.mermaid > pre').innerText(), 'graph LR\n  A -->');
  await preview.show(mermaid('graph LR\n  A --&gt; B'));
  await first('.mermaid > svg').waitFor();
});

test('diagrams follow the theme', async () => {
  await preview.show(mermaid('graph LR\n  A --&gt; B'));
  const fill = () => evaluate(`getComputedStyle(document.querySelector('.mermaid .node rect')).fill`);
  await first('.mermaid > svg').waitFor();
  const light = await fill();
  await evaluate(`document.body.classList.add('vscode-high-contrast')`);
  await preview.page.waitForFunction(
    `getComputedStyle(document.querySelector('.mermaid .node rect')).fill !== ${JSON.stringify(light)}`,
  );
  assert.equal(await fill(), 'rgb(0, 0, 0)');
  await evaluate(`document.body.classList.remove('vscode-high-contrast')`);
});

test('a hostile diagram runs nothing', async () => {
  await preview.show(
    [
      'graph LR\n A["&lt;img src=x onerror=ran=1&gt;"] --&gt; B\n click A href "javascript:ran=1"\n click B call ran()',
      '%%{init: {"securityLevel": "loose", "themeCSS": "* { background: url(https://evil.test/) }"}}%%\ngraph LR\n A["&lt;script&gt;ran=1&lt;/script&gt;"]',
      'sequenceDiagram\n A-&gt;&gt;B: &lt;svg onload=ran=1&gt;',
    ]
      .map(mermaid)
      .join(''),
  );
  await preview.page.waitForFunction(`document.querySelectorAll('.mermaid > svg, .aux-diagram-error').length === 3`);
  assert.equal(await evaluate(`typeof ran`), 'undefined');
  const dangerous = 'script, [onerror], [onload], [href^="javascript:"], [*|href^="javascript:"]';
  assert.equal(await evaluate(`document.body.querySelectorAll(${JSON.stringify(dangerous)}).length`), 0);
});

test('a diagram by draw.io is shown as it is drawn', async () => {
  const svg = '<svg width="20" height="10"><rect width="20" height="10" fill="red"></rect></svg>';
  await preview.show(`<div class="diagram">${svg}</div>`);
  const box = await preview.page.locator('.diagram > svg').boundingBox();
  assert.deepEqual([box?.width, box?.height], [20, 10]);
});

test('a diagram of a server asks no server, until it is allowed', async () => {
  const image =
    '<img src="https://uml.test/svg/SoWkIImgAStDuNBAJrBGjLDmpCbCJbMmKiX8pSd9vt98pKi1IW80" class="uml-diagram">';
  await preview.show(withHeldDiagrams(`<p>a</p>${image}`, (host) => `Load diagrams from ${host}`));
  assert.equal(await first('.held-diagram code').innerText(), 'Bob -> Alice : hello');
  await preview.page.waitForTimeout(50);
  assert.deepEqual(preview.requested(), []);
  await preview.received();
  await preview.page.getByRole('button', { name: 'Load diagrams from uml.test' }).click();
  assert.deepEqual(
    (await preview.received()).filter(({ type }) => type === 'load-diagrams'),
    [{ type: 'load-diagrams' }],
  );
  await preview.show(`<p>a</p>${image}`);
  await preview.page.waitForTimeout(50);
  assert.equal(preview.requested().length, 1);
});

test('a missing image is words, and is not asked for', async () => {
  await preview.show(withMissingImages('<p><img src="/a.png" alt="Pond"></p>', 'Missing image'));
  assert.equal(await first('.missing-image').innerText(), 'Missing image: Pond /a.png');
  assert.deepEqual(preview.requested(), []);
});

test('an image that cannot be loaded is words with its URL, and stays so while typing', async () => {
  const image = '<img src="https://elsewhere.test/pond.png" alt="Pond" class="align-right">';
  await preview.show(`<p>a</p><p>${image}</p>`, { uri: 'file:///failed.md' });
  const words = first('.contents .missing-image');
  await words.waitFor();
  assert.equal(await words.innerText(), 'Image that cannot be loaded: Pond https://elsewhere.test/pond.png');
  assert.match((await words.getAttribute('class')) ?? '', /\balign-right\b/);
  preview.requested();
  await preview.show(`<p>a</p><p>b ${image}</p>`, { uri: 'file:///failed.md' });
  assert.equal(await words.count(), 1);
  assert.deepEqual(preview.requested(), [], 'it is not asked for again');
});

test('a file of the wiki that is no image is named as the author knows it', async () => {
  await preview.show('<p><img src="http://files.test/wiki/img/a%20b.png" alt=""></p>', { uri: 'file:///broken.md' });
  await first('.contents .missing-image').waitFor();
  assert.equal(await first('.contents .missing-image').innerText(), 'Image that cannot be loaded /img/a b.png');
});
