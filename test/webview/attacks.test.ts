import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type FromPreview, isFromPreview } from '../../client/src/preview/messages.ts';
import { renderPageInBlocks } from '../../server/src/render/renderPage.ts';
import { type Attack, attacks, greetingOf, largeAttacks } from '../support/attacks.ts';
import { createWiki } from '../support/wiki.ts';
import { type OpenPreview, openPreview } from './openPreview.ts';

const hostileSettings = 'rendering: { htmlSecurity: { enabled: false, safeHTML: false, allowIFrames: true } }';

/** Pieces that do nothing alone, and would be an attack if they were ever read as one. */
const splitAttacks: readonly (readonly string[])[] = [
  ['<div title="', '<img src=x onerror=ran=1>', '">'],
  ['<!--', '<img src=x onerror=ran=1>', '-->'],
  ['<svg><style>', '<img src=x onerror=ran=1>', '</style></svg>'],
  ['<math><mtext><table><mglyph><style><!--</style>', '<img title="--><img src=x onerror=ran=1>">'],
  ['<noscript><p title="', '</noscript><img src=x onerror=ran=1>">'],
  ['<scr', 'ipt>ran=1</scr', 'ipt>'],
  ['<img src=x one', 'rror=ran=1>'],
  ['</main></div></div>', '<div class="aux-page"><h1 class="aux-title">Mine</h1></div>', '<div>'],
  ['<template>', '<script>ran=1</script>', '</template>'],
  ['<style>', '.aux-title { display: none }', '</style>'],
];

/** The attributes of the document that run something. Runs in the browser. */
const handlers = `[...document.querySelectorAll('*')].flatMap((element) =>
  [...element.attributes].filter(({ name, value }) => name.startsWith('on') || /^\\s*javascript:/i.test(value))
    .map(({ name }) => element.localName + ' ' + name))`;

// Without VS Code, and without its policy: here the sanitiser has to hold alone.
describe('attacks on the preview', () => {
  let preview: OpenPreview;
  let requests: string[] = [];
  before(async () => {
    preview = await openPreview();
    preview.page.setDefaultTimeout(5000);
    preview.page.on('request', (request) => requests.push(`${request.resourceType()} ${request.url()}`));
  });
  after(() => preview?.close());

  /** Shows a page as the extension does; `html` instead of the page's own, if it is given. */
  async function show({ file, text: written }: Attack, settings: string, html?: string): Promise<void> {
    const { wiki, page, text } = createWiki(`--- /.aux-wiki.yml\n${settings}\n--- /${file}\n${written}`);
    const { title, description, tags, address } = page(file);
    const { blocks, toc } = renderPageInBlocks(page(file), text(file), wiki, {});
    const uri = `file:///wiki/${file}${html === undefined ? '' : '?'}`;
    await preview.show(html ?? blocks, { ...address, uri, title, description, tags, toc });
  }

  /** Everything that is shown but the page's own contents. */
  const shell = () =>
    preview.page.evaluate(`(() => {
      const copy = document.body.cloneNode(true);
      copy.querySelector('.contents').replaceChildren();
      return copy.outerHTML;
    })()`);

  /** What lies on top of the shell's title, where it should be itself. */
  const coverOfTitle = () =>
    preview.page.evaluate(`(() => {
      window.scrollTo(0, 0);
      const title = document.querySelector('.aux-header .aux-title');
      const { left, top, width, height } = title.getBoundingClientRect();
      const seen = document.elementFromPoint(left + width / 2, top + height / 2);
      return seen === title ? '' : height + ' px high, under ' + (seen?.outerHTML ?? 'nothing').slice(0, 200);
    })()`);

  async function assertHarmless(): Promise<void> {
    assert.equal(await preview.page.evaluate(`typeof ran`), 'undefined');
    assert.equal(await preview.page.evaluate(`document.title`), 'Preview');
    assert.equal(preview.page.url(), 'http://preview.test/');
    assert.deepEqual(preview.page.frames().length, 1);
    assert.equal(await coverOfTitle(), '');
    // Pictures are the policy's own business, which lets a user decide; nothing else is ever asked for.
    assert.deepEqual(
      requests.filter(
        (request) => !/^(?:image|media|texttrack) |^(?:script|font) http:\/\/preview\.test\//.test(request),
      ),
      [],
    );
  }

  for (const settings of ['', hostileSettings]) {
    const kind = settings === '' ? 'with safe settings' : 'with settings that are hostile too';
    for (const attack of attacks) {
      test(`${attack.name}, ${kind}`, async () => {
        await show(attack, settings, '');
        const expected = await shell();
        requests = [];
        await show(attack, settings);
        assert.match(await preview.page.locator('.aux-page > .aux-columns > .contents').innerHTML(), greeting(attack));
        assert.equal(
          await preview.page.evaluate(`[...document.querySelectorAll('.contents a, .contents area, .contents button, .contents summary, .contents [type=submit]')]
          .map((link) => { link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true })); return 0; }).length >= 0`),
          true,
        );
        await preview.page.waitForTimeout(20);
        await assertHarmless();
        assert.equal(await shell(), expected);
        for (const message of await preview.received()) assertIsHarmlessMessage(message);
      });
    }
  }

  for (const parts of splitAttacks) {
    test(`split over blocks, at once and one after the other: ${parts.join(' ¦ ')}`, async () => {
      const blocks = parts.map((html) => ({ html, lines: [] }));
      await preview.show([], { uri: 'file:///split.md' });
      const expected = await shell();
      requests = [];
      await preview.show(blocks, { uri: 'file:///split.md' });
      for (let count = 0; count <= blocks.length; count++) {
        await preview.show(blocks.slice(0, count), { uri: 'file:///split.md' });
        assert.deepEqual(await preview.page.evaluate(handlers), []);
      }
      await preview.page.waitForTimeout(20);
      await assertHarmless();
      assert.equal(await shell(), expected);
    });
  }

  for (const [name, content] of Object.entries(largeAttacks)) {
    test(`${name} is shown, and hangs nothing`, { timeout: 60_000 }, async () => {
      await show({ name, file: 'large.md', text: `Here is ${name}.\n\n${content}` }, '');
      assert.match(await preview.page.locator('.contents').innerText(), new RegExp(`Here is ${name}`));
    });
  }
});

function greeting(attack: Attack): RegExp {
  return new RegExp(greetingOf(attack));
}

/** Clicks and scrolling are told to the extension; a page's own script would want it to do more. */
function assertIsHarmlessMessage(message: FromPreview): void {
  assert.ok(isFromPreview(message), JSON.stringify(message));
  if (message.type === 'follow')
    assert.doesNotMatch(message.href, /^\s*(?:javascript|data|vbscript|command|vscode\S*):/i);
}
