import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { type DestinationStyle, destinationStyleAt, writeDestination } from '../../../server/src/edits/destination.ts';
import { createMarkdown } from '../../../server/src/page/markdown/markdown.ts';
import { defaultSettings } from '../../../server/src/wiki/settingsFile.ts';

function check(url: string, expected: Record<DestinationStyle, string>): void {
  for (const style of Object.keys(expected) as DestinationStyle[]) {
    assert.equal(writeDestination(url, style), expected[style], style);
  }
}

test('a plain path stands as it is everywhere', () => {
  const url = '/care/water?x=1&y=2#h-20';
  check(url, { bare: url, angle: url, 'html-quoted': url, 'html-apostrophe': url, 'html-unquoted': url });
});

test('spaces and quotes', () => {
  check(`/a b"c'd`, {
    bare: `/a%20b"c'd`,
    angle: `/a%20b"c'd`,
    'html-quoted': `/a b&quot;c'd`,
    'html-apostrophe': '/a b"c&#39;d',
    'html-unquoted': '/a%20b%22c%27d',
  });
});

test('parentheses in pairs need no escape, others do', () => {
  assert.equal(writeDestination('/a(b)c', 'bare'), '/a(b)c');
  assert.equal(writeDestination('/a)b(c', 'bare'), '/a\\)b\\(c');
  assert.equal(writeDestination('/a)b', 'angle'), '/a)b');
});

test('an ampersand is escaped only where it would begin an entity', () => {
  assert.equal(writeDestination('/a?b=1&copy;=2&d=3', 'bare'), '/a?b=1&amp;copy;=2&d=3');
  assert.equal(writeDestination('/a?b=1&copy;=2&d=3', 'html-quoted'), '/a?b=1&amp;copy;=2&d=3');
});

test('the style is read from what stands before', () => {
  const style = (text: string, isHtml: boolean) => destinationStyleAt(text, text.indexOf('/'), isHtml);
  assert.equal(style('[a](/b)', false), 'bare');
  assert.equal(style('[a](</b>)', false), 'angle');
  assert.equal(style('<a href="/b">', true), 'html-quoted');
  assert.equal(style("<a href='/b'>", true), 'html-apostrophe');
  assert.equal(style('<a href=/b>', true), 'html-unquoted');
});

const url = fc
  .array(fc.constantFrom(...'/abcé()<>"\'&;#?%| \\[]{}=`*_'.split('')), { maxLength: 12 })
  .map((characters) => `/a${characters.join('')}`);

test('Markdown reads back a URL of the same meaning', () => {
  const md = createMarkdown(defaultSettings.rendering);
  fc.assert(
    fc.property(url, fc.constantFrom('bare' as const, 'angle' as const), (path, style) => {
      const written = writeDestination(path, style);
      const html = md.render(style === 'angle' ? `[a](<${written}>)` : `[a](${written})`, {});
      const href = /<a href="([^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&').replaceAll('&quot;', '"');
      assert(href !== undefined, `${written} gives ${html}`);
      assert.equal(normalised(href), normalised(path));
    }),
    { numRuns: 300 },
  );
});

test('HTML reads back a URL of the same meaning', () => {
  const quotes = { 'html-quoted': '"', 'html-apostrophe': "'", 'html-unquoted': '' } as const;
  const styles = Object.keys(quotes) as (keyof typeof quotes)[];
  fc.assert(
    fc.property(url, fc.constantFrom(...styles), (path, style) => {
      const quote = quotes[style];
      const [element] = parseFragment(`<a href=${quote}${writeDestination(path, style)}${quote}>b</a>`).childNodes;
      const href = element && 'attrs' in element ? element.attrs[0]?.value : undefined;
      assert.equal(normalised(href ?? ''), normalised(path));
    }),
    { numRuns: 300 },
  );
});

/** What both URLs are to a browser: which characters are percent-encoded makes no difference, but for `%` itself. */
function normalised(text: string): string {
  return text
    .replace(/%([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/[^\x20-\x7e]+/g, '~');
}
