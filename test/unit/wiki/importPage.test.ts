import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFrontmatter } from '../../../server/src/wiki/frontmatter.ts';
import { importPage } from '../../../server/src/wiki/importPage.ts';
import { addressOfFile } from '../../../server/src/wiki/pageFile.ts';

function imported(frontmatter: string, { file = 'guide/setup.md', body = 'Text.\n', size = 100 } = {}) {
  const { metadata, content } = parseFrontmatter(`---\n${frontmatter}\n---\n${body}`, 'markdown');
  return importPage(file, size, addressOfFile(file, 'en'), metadata, content);
}

test('what a page is called and holds without frontmatter', () => {
  const { error, ...page } = importPage('guide/setup.md', 5, { locale: 'en', path: 'guide/setup' }, {}, 'Text.');
  assert.equal(error, undefined);
  assert.deepEqual(page, { title: 'setup', description: '', tags: [], isPublished: true });
});

test('only four keys are read', () => {
  const { error, ...page } = imported(
    'title: T\ndescription: D\ntags: B, a\npublished: false\nisPublished: false\nx: 1',
  );
  assert.equal(error, undefined);
  assert.deepEqual(page, { title: 'T', description: 'D', tags: ['b', 'a'], isPublished: false });
});

test('what makes the import fail, in a reason and a sentence', () => {
  const cases = [
    ['title: 2024', 'title-type', "'title' must be text, and is a number."],
    ['title:', 'title-type', "'title' must be text, and is empty."],
    ['title: 2020-01-01', 'title-type', "'title' must be text, and is a date."],
    ['description: {a: 1}', 'description-type', "'description' must be text, and is a mapping."],
    ['tags: [a, b]', 'tags-type', "'tags' must be text such as `one, two`, and is a list."],
    ['tags: 6.0', 'tags-type', "'tags' must be text such as `one, two`, and is a number."],
    ['isPublished: "no"', 'published-type', "'isPublished' must be true or false, and is a string."],
  ] as const;
  for (const [frontmatter, reason, message] of cases) {
    assert.deepEqual(imported(frontmatter).error, { reason, message }, frontmatter);
  }
  assert.equal(imported('title: T', { body: ' \n' }).error?.reason, 'body-empty');
  assert.equal(
    imported('title: T', { file: 'a b.md' }).error?.message,
    'The path contains a space, which Wiki.js refuses.',
  );
  assert.equal(imported('title: T', { file: '.github/x.md' }).error?.reason, 'ignored');
  assert.equal(imported('title: T', { size: 0 }).error?.message, 'Wiki.js passes this file over: it is empty.');
});

test('what is empty or nothing, and yet no mistake', () => {
  assert.equal(imported('description:').error, undefined);
  assert.equal(imported('description: 0').error, undefined);
  assert.equal(imported('tags:').error, undefined);
  assert.deepEqual(imported("tags: ''").tags, ['']);
  assert.equal(imported("title: ''").title, '');
});

test('a page that is there keeps what the file does not say', () => {
  const existing = { title: 'Old', description: 'Was', tags: ['x'], isPublished: false };
  const again = (metadata: Record<string, unknown>) => {
    const { error, ...page } = importPage('a b.md', 9, { locale: 'en', path: 'a b' }, metadata, 'Text', existing);
    assert.equal(error, undefined);
    return page;
  };
  assert.deepEqual(again({}), existing);
  assert.deepEqual(again({ description: null, tags: null }), { ...existing, description: '' });
  assert.deepEqual(again({ title: 'New', tags: 'y', isPublished: true }), {
    title: 'New',
    description: 'Was',
    tags: ['y'],
    isPublished: true,
  });
  assert.equal(again({ isPublished: 'yes' }).isPublished, false);
});
