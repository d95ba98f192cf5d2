import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { newPage } from '../../../server/src/features/newPage.ts';
import { titlePlace } from '../../../server/src/features/titlePlace.ts';
import { uriOfFile } from '../../../server/src/features/uris.ts';
import { wikiRoot } from '../../support/feature.ts';
import { createWiki } from '../../support/wiki.ts';

const now = new Date('2026-11-22T10:00:00Z');

function made(
  path: string,
  { title, locale, settings = '' }: { title?: string; locale?: string; settings?: string } = {},
) {
  const { wiki } = createWiki(`--- /.aux-wiki.yml\n${settings}\n--- /taken.md\n# Taken\n--- /old.html\n<p>x</p>\n`);
  const documents = { uriOf: (file: string) => uriOfFile(wikiRoot, file), versionOf: () => null };
  return newPage({ wiki, documents, now }, { root: wikiRoot, path, title, locale });
}

describe('a new page', () => {
  /** `file | title | warnings` or `refused: reason`. */
  const check = (path: string, options: Parameters<typeof made>[1], expected: RegExp) =>
    test(`${path} ${JSON.stringify(options)}`, () => {
      const page = made(path, options);
      if (page.kind === 'refused') return assert.match(`refused: ${page.reason}`, expected);
      const line = page.text.split('\n')[page.title.line] ?? '';
      const title = line.slice(page.title.start, page.title.end);
      return assert.match(`${page.uri.slice(wikiRoot.length + 1)} | ${title} | ${page.warnings.join(', ')}`, expected);
    });
  check('guides/first-steps', {}, /^guides\/first-steps\.md \| First steps \| $/);
  check('/guides/first-steps/', { title: 'Part 1: Wiring' }, /^guides\/first-steps\.md \| Part 1: Wiring \| $/);
  check('guide', { locale: 'fr' }, /^fr\/guide\.md \| Guide \| $/);
  check('fr/guide', {}, /^fr\/guide\.md \| Guide \| Wiki\.js takes "fr" for the locale/);
  check('en/guide', { settings: 'site:\n  namespacing: true' }, /^guide\.md \| Guide \|/);
  check('Taken', {}, /^Taken\.md \| Taken \| \/taken differs only in capital letters/);
  check('login', {}, /keeps this path for itself/);
  check('what?', {}, /cannot open this path by its URL/);
  check('taken', {}, /^refused: There is already a page there: taken\.md/);
  check('old', {}, /^refused: There is already a page there: old\.html/);
  check('v1.2', {}, /^refused: .*no dot/);
  check('two words', {}, /^refused: .*no space/);
  check('a//b', {}, /^refused: .*empty part/);
  check('a\\b', {}, /^refused: .*backslash/);
  check(' / ', {}, /^refused: A page needs a path/);
  check('qa/x', { locale: 'en' }, /^en\/qa\/x\.md \| X \|/);
  check('x', { locale: 'french' }, /^refused: Wiki\.js would read french\/x\.md as \/french\/x in the locale "en"/);
});

test('a new page has its dates', () => {
  const page = made('guide');
  assert.match(page.kind === 'ok' ? page.text : '', /\ndateCreated: 2026-11-22T10:00:00\.000Z\n/);
});

describe('the place of the title', () => {
  const check = (text: string, expected: string) =>
    test(JSON.stringify(text), () => {
      const { line, start, end } = titlePlace(text);
      assert.equal(text.split('\n')[line]?.slice(start, end), expected);
    });
  check('---\ntitle: Plain\n---\n', 'Plain');
  check('---\ntitle: "Quo: ted"\n---\n', 'Quo: ted');
  check("---\ntitle: 'It''s'\n---\n", "It''s");
  check('---\ntitle: title\n---\n', 'title');
  check('---\ntitle: \n---\n', '');
  check('no title', '');
});
