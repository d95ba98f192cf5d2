import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addressKey } from '../../../server/src/wiki/address.ts';
import { resolveHref, targetOfAsset } from '../../../server/src/wiki/href.ts';

const site = { host: 'https://wiki.example.com', locale: 'en', namespacing: false };
const namespaced = { ...site, namespacing: true };
const setup = { locale: 'en', path: 'guide/setup' };
const home = { locale: 'en', path: 'home' };

/** `kind resolved target#fragment` of an href. */
function check(href: string | undefined, expected: string, { from = setup, on = site, absoluteLinks = false } = {}) {
  const resolution = resolveHref(href, from, on, absoluteLinks);
  const target = resolution.kind === 'internal' ? ` ${addressKey(resolution.target)}` : '';
  const fragment = resolution.fragment === undefined ? '' : ` #${resolution.fragment}`;
  assert.equal(`${resolution.kind} ${resolution.resolved}${target}${fragment}`, expected, String(href));
}

test('links that are no links to pages', () => {
  check(undefined, 'no-href undefined');
  check('', 'no-href ');
  check('#here', 'anchor #here #here');
  check('#%C3%A9', 'anchor #%C3%A9 #é');
  check('mailto:a@b.co', 'unclassified mailto:a@b.co');
  check('tel:1', 'unclassified tel:1');
  check('Mailto:a@b', 'internal /guide/setup/Mailto:a@b en:guide/setup/Mailtoa@b');
  check('https://example.com/a#b', 'external https://example.com/a#b #b');
  check('/guide?u=ftp://x', 'external /guide?u=ftp://x');
  check('/t/tag', 'system /t/tag');
  check('/A', 'system /A');
  check('./x', 'asset ./x');
  check('/guide#v1.2', 'asset /guide#v1.2 #v1.2');
});

test('relative links resolve under the page, not beside it', () => {
  check('/guide', 'internal /guide en:guide');
  check('setup#h', 'internal /guide/setup/setup#h en:guide/setup/setup #h');
  check('setup', 'internal /setup en:setup', { from: home });
  check('setup', 'internal /setup en:setup', { absoluteLinks: true });
  check('/fr/guide', 'internal /fr/guide fr:guide');
  check('/%zz', 'internal /%zz en:%zz');
  check('/guide#%zz', 'internal /guide#%zz en:guide #%zz');
});

test('with namespacing the locale of the page goes first, unless two letters stand there', () => {
  const french = { locale: 'fr', path: 'guide' };
  check('/guide', 'internal /fr/guide fr:guide', { on: namespaced, from: french });
  check('/en/guide', 'internal /en/guide en:guide', { on: namespaced, from: french });
  check('x', 'internal /fr/guide/x fr:guide/x', { on: namespaced, from: french });
  check('/fr-CA/x', 'internal /en/fr-CA/x en:fr-CA/x', { on: namespaced });
  check('/', 'internal /en/ en:', { on: namespaced });
});

test("the site's own host is cut off, if it is written exactly so", () => {
  check('https://wiki.example.com/guide', 'internal /guide en:guide');
  check('https://wiki.example.com/guide.md', 'asset /guide.md');
  check('https://wiki.example.com', 'external https://wiki.example.com');
  check('http://wiki.example.com/guide', 'external http://wiki.example.com/guide');
  check('https://wiki.example.com/guide', 'external https://wiki.example.com/guide', { on: { ...site, host: '' } });
});

test('what Wiki.js cannot read stays as it is', () => {
  check('///', 'internal-unresolved ///');
});

test('any href gives an answer, and only pages have targets', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (href, namespacing) => {
      const resolution = resolveHref(href, setup, { ...site, namespacing }, false);
      assert.equal('target' in resolution, resolution.kind === 'internal');
      targetOfAsset(href, setup, { ...site, namespacing });
    }),
  );
});

/** The page, or the asset's file, that a URL with a dot leads to. */
function checkAsset(url: string, expected: string, { from = setup, on = site } = {}) {
  const { file, page, fragment } = targetOfAsset(url, from, on);
  const target = file === undefined ? page && `page ${addressKey(page)}` : `file ${file}`;
  assert.equal(`${target ?? 'nothing'}${fragment === undefined ? '' : ` #${fragment}`}`, expected, url);
}

test('a file is looked up beside the page, and without the folder of a locale', () => {
  checkAsset('/assets/x.png', 'file assets/x.png');
  checkAsset('x.png', 'file guide/x.png');
  checkAsset('../x%20y.png', 'file x y.png');
  checkAsset('x.png', 'file x.png', { from: home });
  checkAsset('/zh/a/x.jpg', 'file a/x.jpg');
  checkAsset('x.png', 'file guide/x.png', { from: { locale: 'fr', path: 'guide/setup' } });
  checkAsset('https://wiki.example.com/x.png', 'file x.png');
});

test('a URL that ends like a page is the page', () => {
  checkAsset('/guide/setup.md#h', 'page en:guide/setup #h');
  checkAsset('reference.html', 'page en:guide/reference');
  checkAsset('../guide', 'page en:guide');
  checkAsset('./setup/', 'page en:guide/setup');
  checkAsset('/fr/accueil.md', 'page fr:accueil');
  checkAsset('notes.txt', 'page en:guide/notes');
  checkAsset('x.md', 'page fr:guide/x', { from: { locale: 'fr', path: 'guide/setup' } });
  checkAsset('x.md', 'page fr-CA:guide/x', { from: { locale: 'fr-CA', path: 'guide/setup' }, on: namespaced });
  checkAsset('/guide#v1.2', 'page en:guide #v1.2');
});

test('other hosts and what the server keeps for itself lead to nothing', () => {
  checkAsset('//host.tld/x.png', 'nothing');
  checkAsset('https://example.com/x.png', 'nothing');
  checkAsset('data:image/png;base64,AA', 'nothing');
  checkAsset('/_assets/svg/logo.svg', 'nothing');
  checkAsset('/t/v1.2', 'nothing');
});
