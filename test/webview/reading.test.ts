import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { type OpenPreview, openPreview } from './openPreview.ts';

let preview: OpenPreview;
before(async () => {
  preview = await openPreview();
});
after(() => preview?.close());

function tabset(...tabs: readonly (readonly [string, string])[]): string {
  const labels = tabs.map(([label]) => `<li>${label}</li>`).join('');
  const panels = tabs.map(([, panel]) => `<div class="tabset-panel">${panel}</div>`).join('');
  return `<tabset><template v-slot:tabs>${labels}</template><template v-slot:content>${panels}</template></tabset>`;
}

/** The panels that can be seen, and the tabs that say so. */
async function shownTabs(): Promise<string> {
  const tabs = await preview.page.locator('[role=tab][aria-selected=true]:visible').allInnerTexts();
  const panels = await preview.page.locator('[role=tabpanel] > p:visible').allInnerTexts();
  return `${tabs.join(',')} ${panels.join(',')}`;
}

test('tabs are chosen by mouse and keys', async () => {
  await preview.show(tabset(['A', '<p>a</p>'], ['B', '<p>b</p>'], ['C', '<p>c</p>']));
  assert.equal(await shownTabs(), 'A a');
  await preview.page.locator('[role=tab]', { hasText: 'B' }).click();
  assert.equal(await shownTabs(), 'B b');
  for (const [key, expected] of [
    ['ArrowRight', 'C c'],
    ['ArrowRight', 'A a'],
    ['ArrowLeft', 'C c'],
    ['Home', 'A a'],
    ['End', 'C c'],
  ] as const) {
    await preview.page.keyboard.press(key);
    assert.equal(await shownTabs(), expected, key);
  }
  await preview.page.keyboard.press('Tab');
  assert.equal(await preview.page.evaluate(`document.activeElement.getAttribute('role')`), 'tabpanel');
});

test('the chosen tab stays while typing, also of a tabset in a tab', async () => {
  const page = (text: string) =>
    tabset(['A', '<p>a</p>'], ['B', `<p>${text}</p>${tabset(['C', '<p>c</p>'], ['D', '<p>d</p>'])}`]);
  await preview.show(page('b'));
  await preview.page.locator('[role=tab]', { hasText: 'B' }).click();
  await preview.page.locator('[role=tab]', { hasText: 'D' }).click();
  await preview.show(page('bb'));
  assert.equal(await shownTabs(), 'B,D bb,d');
});

test('an anchor opens the tab and the details that hide it', async () => {
  const hidden = '<details><summary>s</summary><h3 id="deep">deep</h3></details>';
  await preview.show(`<p><a href="#deep">go</a></p>${tabset(['A', '<p>a</p>'], ['B', hidden])}`);
  await preview.page.locator('a', { hasText: 'go' }).click();
  assert.equal(await preview.page.locator('#deep').isVisible(), true);
  assert.deepEqual(
    (await preview.received()).filter(({ type }) => type === 'follow'),
    [],
  );
});

test('anchors are found as the site finds them, escapes and all', async () => {
  const page = `${'<p>line</p>'.repeat(60)}<h2 id="über-uns:1">x</h2><a name="old">y</a>${'<p>line</p>'.repeat(60)}`;
  await preview.show(page, { uri: 'file:///a.md', fragment: '%C3%BCber-uns:1' });
  const top = (selector: string) =>
    preview.page.evaluate(`Math.round(document.querySelector('${selector}').getBoundingClientRect().top)`);
  assert.ok(Number(await top('h2')) < 50);
  await preview.send({ type: 'reveal', fragment: 'old' });
  assert.ok(Number(await top('a[name]')) < 50);
  await preview.send({ type: 'reveal', fragment: '"]<nothing' });
});

test('links are handed to the extension as they are written', async () => {
  await preview.show('<p><a href="/care/water?x=1#y">1</a> <a href="https://example.org/"><b>2</b></a> <a>3</a></p>');
  await preview.received();
  await preview.page.locator('a', { hasText: '1' }).click();
  await preview.page.locator('b').click();
  await preview.page.locator('a', { hasText: '3' }).click();
  assert.deepEqual(await preview.received(), [
    { type: 'follow', href: '/care/water?x=1#y' },
    { type: 'follow', href: 'https://example.org/' },
  ]);
  assert.equal(preview.page.url(), 'http://preview.test/');
});

test('messages of another shape are not heard', async () => {
  await preview.show('<p>here</p>');
  for (const message of [null, 'show', { type: 'show' }, { type: 'show', uri: 1, frame: '<p>gone</p>' }]) {
    await preview.send(message);
  }
  assert.equal(await preview.page.locator('.contents').innerText(), 'here');
});

test('nothing that a page brings can run, load or take over', async () => {
  const attacks = [
    '<script>ran = 1</script>',
    '<img src=x onerror="ran = 1">',
    '<svg><script>ran = 1</script><animate onbegin="ran = 1" attributeName=x dur=1s></svg>',
    '<a href="javascript:ran = 1">a</a>',
    '<iframe srcdoc="<script>parent.ran = 1</script>"></iframe>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=ran=1&gt;">',
    '<form action="https://evil.test"><input name=body autofocus onfocus="ran = 1"></form>',
    '<base href="https://evil.test/">',
    '<meta http-equiv="refresh" content="0;url=https://evil.test/">',
    '<link rel=stylesheet href="https://evil.test/x.css">',
    '<object data="data:text/html,<script>parent.ran = 1</script>"></object>',
    '<details open ontoggle="ran = 1"><summary>s</summary></details>',
    '<template><img src=x onerror="ran = 1"></template>',
    '<tabset><template v-slot:tabs><li><img src=x onerror="ran = 1"></li></template><template v-slot:content><div class="tabset-panel"><script>ran = 1</script></div></template></tabset>',
    '</main></div></div><script>ran = 1</script>',
  ];
  for (const attack of [...attacks, attacks.join('\n')]) await preview.show(`<p>before</p>${attack}<p>after</p>`);
  await preview.page.waitForTimeout(100);
  assert.equal(await preview.page.evaluate(`typeof ran`), 'undefined');
  assert.equal(preview.page.url(), 'http://preview.test/');
  const dangerous = 'script, iframe, object, embed, base, meta, link[rel], [onerror], [onload], [href^="javascript:"]';
  assert.equal(await preview.page.evaluate(`document.body.querySelectorAll('${dangerous}').length`), 0);
  assert.equal(await preview.page.locator('p', { hasText: 'before' }).isVisible(), true);
});

test('axe finds nothing to complain about', async () => {
  const toc = [{ title: 'One', anchor: '#one', children: [{ title: 'Two', anchor: '#two', children: [] }] }];
  const html = `<h2 id="one">One</h2><p>Text</p>${tabset(['A', '<p>a</p>'], ['B', '<p>b</p>'])}`;
  await preview.show(html, {
    toc,
    tags: ['a', 'b'],
    description: 'About',
    notices: [{ message: 'Not imported', line: undefined }],
  });
  await preview.page.addScriptTag({
    content: readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
  });
  const violations = await preview.page.evaluate(
    `axe.run({ rules: { 'color-contrast': { enabled: false } } }).then((r) => r.violations.map((v) => v.id + ' ' + v.nodes.map((n) => n.html)))`,
  );
  assert.deepEqual(violations, []);
});
