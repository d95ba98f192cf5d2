import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  addressOfFile,
  contentTypeOf,
  fileOfAddress,
  isIgnoredByImport,
  storedAddress,
} from '../../../server/src/wiki/pageFile.ts';

const site = { host: '', locale: 'en', namespacing: false };

test('the content type is what stands after the last dot, and case counts', () => {
  const cases = [
    ['home.md', 'markdown'],
    ['a/b.html', 'html'],
    ['a.adoc', 'asciidoc'],
    ['a.MD', undefined],
    ['a.markdown', undefined],
    ['a.md.bak', undefined],
    ['a.md/LICENSE', undefined],
    ['.md', 'markdown'],
  ] as const;
  for (const [file, expected] of cases) assert.equal(contentTypeOf(file), expected, file);
});

test('dots vanish from paths, and a top folder of two letters is a locale', () => {
  const cases = [
    ['home.md', 'en:home'],
    ['v1.2/notes.md', 'en:v12/notes'],
    ['releases/A4.0.md', 'en:releases/A40'],
    ['.github/README.md', 'en:github/README'],
    ['AI/x.md', 'AI:x'],
    ['pt-br/x.md', 'pt-br:x'],
    ['frr/x.md', 'en:frr/x'],
    ['fr.md', 'en:fr'],
    ['f.r/x.md', 'fr:x'],
    ['en/fr/x.md', 'en:fr/x'],
    ['a b/ü.md', 'en:a b/ü'],
  ] as const;
  for (const [file, expected] of cases) {
    const { locale, path } = addressOfFile(file, 'en');
    assert.equal(`${locale}:${path}`, expected, file);
  }
});

test('a page is stored without the slashes around its path', () => {
  assert.deepEqual(storedAddress({ locale: 'en', path: 'a/' }), { locale: 'en', path: 'a' });
  assert.deepEqual(storedAddress({ locale: 'en', path: '/a//' }), { locale: 'en', path: 'a/' });
});

test('the file of an address has a locale folder where it needs one', () => {
  assert.equal(fileOfAddress({ locale: 'en', path: 'guide/setup' }, 'markdown', site), 'guide/setup.md');
  assert.equal(fileOfAddress({ locale: 'fr', path: 'guide' }, 'html', site), 'fr/guide.html');
  assert.equal(fileOfAddress({ locale: 'en', path: 'qa/tests' }, 'asciidoc', site), 'en/qa/tests.adoc');
});

test('the file of an address is read back as that address', () => {
  const segment = fc.stringMatching(/^[A-Za-z0-9_é日-]{1,5}$/);
  const path = fc.array(segment, { minLength: 1, maxLength: 3 }).map((segments) => segments.join('/'));
  const locale = fc.constantFrom('en', 'fr', 'pt-BR');
  fc.assert(
    fc.property(locale, path, fc.constantFrom('markdown', 'html', 'asciidoc'), (locale, path, contentType) => {
      const file = fileOfAddress({ locale, path }, contentType, site);
      assert.deepEqual(addressOfFile(file, site.locale), { locale, path });
      assert.equal(contentTypeOf(file), contentType);
    }),
  );
});

test('the import passes over empty files, very short paths and what looks like git', () => {
  const cases = [
    ['home.md', 10, false],
    ['home.md', 0, true],
    ['.md', 10, true],
    ['a.md', 10, false],
    ['.github/README.md', 10, true],
    ['docs/a.gitbook.md', 10, true],
  ] as const;
  for (const [file, size, expected] of cases) assert.equal(isIgnoredByImport(file, size), expected, file);
});
