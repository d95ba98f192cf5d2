import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withMissingImages } from '../../../client/src/preview/missingImages.ts';

function check(name: string, html: string, expected: string): void {
  test(name, () => {
    assert.equal(withMissingImages(html, 'Missing image'), expected);
  });
}

check(
  'a missing image is shown as text, with its path',
  '<p>a <img src="/img/a%20b.png" alt="A &amp; B" class="x align-left"> b</p>',
  '<p>a <span class="missing-image align-left">Missing image: A &amp; B <code>/img/a%20b.png</code></span> b</p>',
);
check('also where there is no alternative', '<img src="a.png">', text('Missing image', 'a.png'));
for (const source of [
  'https://x.test/a.png',
  '//x.test/a.png',
  'data:image/png;base64,AA',
  'vscode-resource://x/a.png',
]) {
  check(`what has a URL stays: ${source}`, `<img alt="x" src="${source}">`, `<img alt="x" src="${source}">`);
}
check(
  'nothing in it becomes HTML',
  '<img alt="<b>&quot;" src="<i>">',
  text('Missing image: &lt;b&gt;&quot;', '&lt;i&gt;'),
);
check(
  'what only looks like an attribute is none',
  '<img alt="src=/x" data-src="/y">',
  '<img alt="src=/x" data-src="/y">',
);

function text(words: string, path: string): string {
  return `<span class="missing-image ">${words} <code>${path}</code></span>`;
}
