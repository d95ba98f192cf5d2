import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ReadLog, recordReads } from '../../../server/src/index/reads.ts';
import type { Wiki } from '../../../server/src/index/wiki.ts';
import { createWiki } from '../../support/wiki.ts';

/** The questions that a reading of the wiki asks. */
function check(name: string, read: (wiki: Wiki) => void, expected: string[]): void {
  test(name, () => {
    const { wiki } = createWiki(`
      --- /home.md
      [a](/guide) [b](/x.png) [c](#d)
      --- /guide.md
      # Guide
      --- /x.png
      image
    `);
    const reads = new Set<string>();
    read(recordReads(wiki, reads));
    assert.deepEqual([...reads], expected);
  });
}

const guide = { locale: 'en', path: 'guide' };
check('a page', (wiki) => wiki.pageAt(guide), ['page en:guide']);
check('the files of a page', (wiki) => wiki.filesAt(guide), ['page en:guide']);
check('what is near', (wiki) => wiki.nearAddresses({ locale: 'en', path: 'GUIDE' }), ['near guide']);
check('an asset', (wiki) => wiki.hasAsset('x.png'), ['asset x.png']);
check('all pages', (wiki) => wiki.pages(), ['everything']);
check('all files', (wiki) => wiki.files.size, ['everything']);
check('tags', (wiki) => wiki.tags(), ['tags']);
check('backlinks', (wiki) => wiki.backlinks(guide), ['backlinks en:guide']);
check('the links of a page, by their targets', (wiki) => wiki.linksOf(wiki.files.get('home.md') ?? assert.fail()), [
  'everything',
  'page en:guide',
  'page en:home',
]);

test('readers are found until they are forgotten', () => {
  const log = new ReadLog();
  log.record('a.md', new Set(['page en:x', 'tags']));
  log.record('b.md', new Set(['page en:x']));
  assert.deepEqual([...log.readersOf(['page en:x'])], ['a.md', 'b.md']);
  log.record('a.md', new Set(['tags']));
  assert.deepEqual([...log.readersOf(['page en:x', 'tags'])], ['b.md', 'a.md']);
  log.forget('b.md');
  assert.deepEqual([...log.readersOf(['page en:x'])], []);
});
