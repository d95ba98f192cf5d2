import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { FileState } from '../../../server/src/index/change.ts';
import { isIgnored } from '../../../server/src/index/ignore.ts';
import { loadWiki, readChanges, readSettings } from '../../../server/src/index/scan.ts';
import { MemorySource } from '../../support/memorySource.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);

describe('loading a wiki', () => {
  test('reads pages, and lists assets without reading them', async () => {
    const source = new MemorySource([
      ['home.md', '# Home\n'],
      ['x.png', bytes(1, 2)],
      ['a/b.html', '<p>b</p>'],
      ['c.adoc', '= C'],
    ]);
    const wiki = await loadWiki(source);
    assert.deepEqual([...wiki.files.keys()].sort(), ['a/b.html', 'c.adoc', 'home.md']);
    assert.deepEqual([...wiki.assets()], ['x.png']);
    assert.ok(!source.reads.includes('x.png'));
  });

  test('leaves out .git and node_modules, but not what the settings ignore: Wiki.js does not', async () => {
    const files = [
      'home.md',
      'drafts/a.md',
      'a/b.tmp.md',
      '.git/x.md',
      'a/node_modules/b.md',
      'a/keep.md',
      '.specs/s.md',
    ];
    const source = new MemorySource(files.map((file) => [file, '# X\n'] as const));
    source.write('.aux-wiki.yml', 'ignore:\n  - drafts\n  - "**/*.tmp.md"\n');
    const wiki = await loadWiki(source);
    const found = [...wiki.files.keys()].sort();
    assert.deepEqual(found, ['.specs/s.md', 'a/b.tmp.md', 'a/keep.md', 'drafts/a.md', 'home.md']);
    assert.deepEqual(
      found.filter((file) => isIgnored(file, wiki.settings)),
      ['a/b.tmp.md', 'drafts/a.md'],
    );
  });

  test('survives any bytes', async () => {
    const source = new MemorySource([
      ['latin1.md', bytes(0x23, 0x20, 0xe9, 0x0a)],
      ['mark.md', bytes(0xef, 0xbb, 0xbf, 0x2d, 0x2d, 0x2d, 0x0a)],
      ['utf16.md', bytes(0xff, 0xfe, 0x23, 0x00, 0x20, 0x00)],
      ['nul.md', bytes(0, 0, 0, 0)],
      ['.html', '<p>'],
      ['empty.md', ''],
    ]);
    const wiki = await loadWiki(source);
    assert.equal(wiki.files.size, 6);
    assert.equal(wiki.files.get('latin1.md')?.headings[0]?.text, '\ufffd');
    assert.equal(wiki.files.get('mark.md')?.hasByteOrderMark, true);
    assert.equal(wiki.files.get('latin1.md')?.hasByteOrderMark, false);
  });

  test('leaves out a file that goes while it is read', async () => {
    const source = new MemorySource([['home.md', '# Home\n']]);
    const list = source.list.bind(source);
    source.list = async (options) => [...(await list(options)), { file: 'gone.md', size: 10 }];
    const wiki = await loadWiki(source);
    assert.deepEqual([...wiki.files.keys()], ['home.md']);
  });

  test('stops when it is cancelled, and tells how far it is', async () => {
    const source = new MemorySource(Array.from({ length: 100 }, (_, i) => [`${i}.md`, '# X\n'] as const));
    const token = { isCancellationRequested: false };
    const progress: number[] = [];
    const onProgress = (done: number) => {
      progress.push(done);
      token.isCancellationRequested = done >= 64;
    };
    const wiki = await loadWiki(source, { token, onProgress });
    assert.deepEqual(progress, [32, 64]);
    assert.equal(wiki.files.size, 64);
  });
});

test('settings come from .aux-wiki.yml, and from Wiki.js where it says nothing', async () => {
  const source = new MemorySource([['.aux-wiki.yml', 'site:\n  locale: de\n']]);
  const { settings, problems } = await readSettings(source);
  assert.equal(settings.site.locale, 'de');
  assert.equal(settings.site.namespacing, false);
  assert.deepEqual(problems, []);
});

describe('what has become of paths', () => {
  const source = new MemorySource([
    ['a/one.md', 'one'],
    ['a/b/two.md', 'two'],
    ['c.png', 'image'],
    ['node_modules/d.md', 'a package'],
  ]);
  const known = ['a/one.md', 'a/gone.md', 'old/x.md', 'old/deep/y.md', 'older.md'];
  const changes = async (paths: string[]) => {
    const states: FileState[] = [];
    for await (const batch of readChanges(source, paths, known)) states.push(...batch);
    return states.map(({ file, size }) => (size === undefined ? `-${file}` : `+${file}`)).sort();
  };
  const check = (name: string, paths: string[], expected: string[]) =>
    test(name, async () => assert.deepEqual(await changes(paths), expected));

  check('a file', ['a/one.md'], ['+a/one.md']);
  check('an asset', ['c.png'], ['+c.png']);
  check('a deleted file', ['a/gone.md'], ['-a/gone.md']);
  check('a file that nobody knew', ['nobody.md'], []);
  check('a folder: what is there and what is not', ['a'], ['+a/b/two.md', '+a/one.md', '-a/gone.md']);
  check('a deleted folder', ['old'], ['-old/deep/y.md', '-old/x.md']);
  check('a file in a folder that is never entered', ['node_modules/d.md'], []);
});
