import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findWikis, isWrittenByWikiJs } from '../../../server/src/index/detect.ts';
import { MemoryPlatform } from '../../support/memoryPlatform.ts';

const written = '---\ntitle: A\npublished: true\neditor: markdown\n---\n\nText\n';

describe('wikis are found', () => {
  const check = (name: string, files: string[], expected: string[], content = '# X\n') =>
    test(name, async () => {
      const platform = new MemoryPlatform(files.map((file) => [file, content]));
      const folder = platform.openFolder(platform.root);
      assert.deepEqual(folder === undefined ? undefined : [...(await findWikis(folder))].sort(), expected);
    });

  check('by their settings', ['.aux-wiki.yml', 'a/b.md'], ['']);
  check('by a home page', ['home.md', 'docs/home.md'], ['']);
  check('by a home page in HTML', ['home.html'], ['']);
  check('in a folder', ['src/main.ts', 'docs/wiki/home.md'], ['docs/wiki']);
  check('several in one folder', ['one/home.md', 'two/.aux-wiki.yml', 'README.md'], ['one', 'two']);
  check('not within another', ['one/home.md', 'one/two/home.md'], ['one']);
  check('above the folders of their locales', ['en/home.md', 'fr/home.md'], ['']);
  check('above the folders of their locales, in a folder', ['wiki/en/home.md', 'wiki/fr/home.md'], ['wiki']);
  check('not in packages and hidden folders', ['node_modules/x/home.md', '.cache/home.md'], []);
  check('not too deep', ['a/b/c/d/home.md'], []);
  check('not where Markdown is just Markdown', ['README.md', 'docs/a.md'], []);
  check('by frontmatter that Wiki.js wrote', ['README.md', 'docs/a.md'], [''], written);
});

test('a folder that is no wiki is not scanned', async () => {
  const platform = new MemoryPlatform(Array.from({ length: 200 }, (_, i) => [`a/${i}.md`, '# X\n'] as const));
  const folder = platform.openFolder(platform.root);
  if (folder !== undefined) await findWikis(folder);
  assert.ok(platform.disk.reads.length <= 40);
});

describe('frontmatter that Wiki.js wrote', () => {
  const check = (text: string, expected: boolean) =>
    test(JSON.stringify(text), () => assert.equal(isWrittenByWikiJs(text), expected));
  check(written, true);
  check(written.replaceAll('\n', '\r\n'), true);
  check('<!--\ntitle: A\neditor: ckeditor\ndateCreated: 2024-05-01T12:00:00.000Z\n-->\n<p>x</p>', true);
  check('---\ntitle: A\ndate: 2024-05-01\ntags: [a]\n---\n', false);
  check('---\ntitle: A\neditor: vim\npublished: true\n---\n', false);
  check('# A\n\n---\neditor: markdown\npublished: true\n---\n', false);
  check('', false);
});
