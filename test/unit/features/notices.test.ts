import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noticesOf } from '../../../server/src/features/notices.ts';
import { createWiki } from '../../support/wiki.ts';

/**
 * The notices of the fixture's first page, in any order: each expected part in one of them, and no notice more. A part
 * ends with `@` and a line, counted from one, where the notice has a place.
 */
function check(name: string, fixture: string, ...expected: string[]): void {
  test(name, () => {
    const { wiki, fixture: parsed, page } = createWiki(fixture);
    const [file = ''] = parsed.files.keys();
    const notices = noticesOf(page(file), wiki).map(({ message, line }) =>
      line === undefined ? message : `${message} @${line + 1}`,
    );
    for (const whole of expected) {
      const [part = '', line = ''] = whole.split('@');
      assert.ok(
        notices.some((notice) => notice.includes(part) && (notice.split('@')[1] ?? '') === line),
        `${JSON.stringify(whole)} is not in ${JSON.stringify(notices)}`,
      );
    }
    assert.equal(notices.length, expected.length, JSON.stringify(notices));
  });
}

const page = (frontmatter: string, body = 'Text') => `---\n${frontmatter}\n---\n\n${body}\n`;

check('a page that is imported as shown', page('title: A\ntags: a, b'));
check('a page without frontmatter', 'Text');
check('tags as a list', page('title: A\ntags: [a, b]'), 'The tags are a list, so Wiki.js does not import this page@3');
check('tags that are a number', page('title: A\ntags: 6.0'), 'so Wiki.js does not import this page@3');
check('a title that is no text', page('title: 1.0'), 'so Wiki.js does not import this page@2');
check('a description that is a number', page('title: A\ndescription: 7'), 'so Wiki.js does not import this page@3');
check('no content', page('title: A', ''), 'Wiki.js does not import a page without text');
check('frontmatter that cannot be read', page('title: A: b'), 'shows it as text@2');
check('a key that stands twice', page('title: A\ntitle: B'), "'title' stands twice@3");
check('frontmatter that is not read', `\n${page('title: A')}`, 'does not read this frontmatter and shows it as text@2');
check('text that is lost as frontmatter', page('Cool and still.'), 'leaves it out of the page@1');
check('a title that a comment cuts off', page('title: Challenge #01'), 'no part of the title that Wiki.js reads@2');
check('published: false', page('title: A\npublished: false'), "Wiki.js ignores 'published' on import@3");
check('published: true', page('title: A\npublished: true'));
check('isPublished: no boolean', page('title: A\nisPublished: 1'), 'so Wiki.js does not import this page@3');
check('isPublished: false', page('title: A\nisPublished: false'), 'imports this page as not published@3');
check('a comma without a space', page('title: A\ntags: a,b'), "reads 'a,b' as one tag@3");
check('lines that end as on Windows', page('title: A\ntags: a,b').replaceAll('\n', '\r\n'), "'a,b' as one tag@3");
check('dots in the path', `--- /releases/v1.2.md\n${page('title: A')}`, 'the page is /releases/v12');
check('a space in the path', `--- /a b.md\n${page('title: A')}`, 'its path holds a space');
check('a folder of two letters', `--- /qa/tests.md\n${page('title: A')}`, 'takes the folder qa/ for a locale');
check('a path of the site itself', `--- /login/help.md\n${page('title: A')}`, "keeps '/login' for itself");
check('a path that no URL leads to', `--- /why?.md\n${page('title: A')}`, 'No URL opens this page');
check('a page that fails to render', page('title: A', '{.cool} water is *still*'), 'fails to render this page');
check('a file that is passed over', '--- /.github/x.md\nText', 'passes this file over');
check(
  'two files for one page',
  `--- /water.html\n<p>x</p>\n--- /water.md\n${page('title: A')}`,
  'This file and water.md are one page, /water: the site shows water.md',
);
check(
  'the later of two files',
  `--- /water.md\n${page('title: A')}--- /water.html\n<p>x</p>\n`,
  'are one page, /water',
  'takes the content of this one for html too',
);
check('settings that turn a rule off', `--- /v1.2.md\nText\n--- /.aux-wiki.yml\nrules: { path: off }\n`, '/v12');
