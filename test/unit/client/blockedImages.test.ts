import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withBlockedImages } from '../../../client/src/preview/blockedImages.ts';

const own = 'https://own.test/wiki';

function check(name: string, html: string, expected = html): void {
  test(name, () => {
    assert.equal(
      withBlockedImages(html, (url) => url.startsWith(`${own}/`), 'Not loaded'),
      expected,
    );
  });
}

check(
  'an image of another server is shown as words, with its alternative and its URL',
  '<p><img src="https://x.test/a.png?b=1&amp;c=2" alt="A &amp; B" class="align-right"></p>',
  '<p><span class="blocked-image align-right">Not loaded: A &amp; B <code>https://x.test/a.png?b=1&amp;c=2</code></span></p>',
);
check('also without a scheme', '<img src="//x.test/a.png">', words('//x.test/a.png'));
check('also in capitals', '<img src="HTTP://x.test/a.png">', words('HTTP://x.test/a.png'));
check('nothing in it becomes HTML', '<img src="http://x/&lt;b&gt;">', words('http://x/&lt;b&gt;'));
check('a file of the wiki stays', `<img src="${own}/a.png" alt="x">`);
check('data stays', '<img src="data:image/png;base64,AA">');

function words(url: string): string {
  return `<span class="blocked-image ">Not loaded <code>${url}</code></span>`;
}
