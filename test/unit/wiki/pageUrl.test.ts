import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addressKey } from '../../../server/src/wiki/address.ts';
import { resolveHref } from '../../../server/src/wiki/href.ts';
import { isLocaleSegment } from '../../../server/src/wiki/pagePath.ts';
import { addressOfUrl, parseUrlPath, urlOfAddress } from '../../../server/src/wiki/pageUrl.ts';

const plain = { host: '', locale: 'en', namespacing: false };
const namespaced = { ...plain, namespacing: true };

test('the address in a URL', () => {
  const cases = [
    ['/', 'en:home'],
    ['/guide/setup/', 'en:guide/setup'],
    ['/fr/guide', 'fr:guide'],
    ['/en', 'en:'],
    ['/t/guide', 'en:guide'],
    ['/p%C3%A1gina', 'en:página'],
    ['/guide%2Fsetup', 'en:guide/setup'],
    ['/100%/%C3%A9', 'en:100%/é'],
    ['/%ff-x', 'en:\ufffd-x'],
    ['/aaa//bbb', 'en:aaabbb'],
    ['/aaa/../bbb', 'en:aaa/bbb'],
    ['/aa?b?c', 'en:aab?c'],
    ['//host/x', 'en:host/x'],
  ] as const;
  for (const [url, expected] of cases) assert.equal(addressKey(addressOfUrl(url, 'en')), expected, url);
});

test('a URL of which nothing is left has no address', () => {
  for (const url of ['///', '/..', '/%2F%2F', '/ /']) assert.equal(parseUrlPath(url, 'en'), undefined, url);
  assert.deepEqual(addressOfUrl('///', 'en'), { locale: 'en', path: '', explicitLocale: false });
});

test('an extension is taken off only when asked for, and never a whole name', () => {
  assert.equal(addressOfUrl('/guide/v1.2.md', 'en', { stripExtension: true }).path, 'guide/v1.2');
  assert.equal(addressOfUrl('/guide/v1.2.md', 'en').path, 'guide/v1.2.md');
  assert.equal(addressOfUrl('/guide/.md', 'en', { stripExtension: true }).path, 'guide/.md');
});

test('the URL of an address names the locale where it has to', () => {
  assert.equal(urlOfAddress({ locale: 'en', path: 'guide/setup' }, plain), '/guide/setup');
  assert.equal(urlOfAddress({ locale: 'fr', path: 'guide' }, plain), '/fr/guide');
  assert.equal(urlOfAddress({ locale: 'en', path: 'qa/tests' }, plain), '/en/qa/tests');
  assert.equal(urlOfAddress({ locale: 'en', path: 'a/b' }, plain), '/en/a/b');
  assert.equal(urlOfAddress({ locale: 'en', path: '100%' }, plain), '/100%25');
  assert.equal(urlOfAddress({ locale: 'en', path: 'página' }, plain), '/página');
  assert.equal(urlOfAddress({ locale: 'en', path: 'guide' }, namespaced), '/en/guide');
  assert.equal(urlOfAddress({ locale: 'fr-CA', path: 'guide' }, namespaced), '/guide');
});

test('a link to the URL of an address leads to that address', () => {
  const segment = fc.stringMatching(/^[A-Za-z0-9_é日#%&+,'-]{1,6}$/).filter((text) => text.trim() === text);
  const path = fc.array(segment, { minLength: 1, maxLength: 3 }).map((segments) => segments.join('/'));
  const address = fc.record({ locale: fc.constantFrom('en', 'fr'), path });
  fc.assert(
    fc.property(address, address, fc.constantFrom(plain, namespaced), (target, from, site) => {
      const resolution = resolveHref(urlOfAddress(target, site), from, site, false);
      assert.equal(resolution.kind === 'internal' && addressKey(resolution.target), addressKey(target));
    }),
  );
});

test('reading a URL never fails, and gives no locale that is none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (url, stripExtension) => {
      const { locale, explicitLocale } = addressOfUrl(url, 'en', { stripExtension });
      assert.ok(explicitLocale ? isLocaleSegment(locale) : locale === 'en');
    }),
  );
});
