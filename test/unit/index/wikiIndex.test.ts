import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { FileState, WikiChange } from '../../../server/src/index/change.ts';
import { question } from '../../../server/src/index/reads.ts';
import type { Wiki } from '../../../server/src/index/wiki.ts';
import type { WikiIndex } from '../../../server/src/index/wikiIndex.ts';
import type { PageAddress } from '../../../server/src/wiki/address.ts';
import { createWiki } from '../../support/wiki.ts';

const en = (path: string): PageAddress => ({ locale: 'en', path });

function state(file: string, text: string | undefined): FileState {
  if (text === undefined) return { file, size: undefined };
  return { file, text, size: Buffer.byteLength(text), hasByteOrderMark: false };
}

function change(wiki: WikiIndex, files: Record<string, string | undefined>): WikiChange {
  return wiki.update(Object.entries(files).map(([file, text]) => state(file, text)));
}

/** `href → kind` of each link of a file. */
function links(wiki: Wiki, file: string): string[] {
  const page = wiki.files.get(file);
  return page === undefined ? [] : wiki.linksOf(page).map(({ link, kind }) => `${link.href} ${kind}`);
}

/** `file href` of each link to a path. */
function backlinks(wiki: Wiki, path: string): string[] {
  return wiki.backlinks(en(path)).map(({ from, link }) => `${from.file} ${link.link.href}`);
}

describe('links', () => {
  test('are valid where a page is, and only there', () => {
    const { wiki } = createWiki(`
      --- /home.md
      [a](/guide) [b](/nothing) [c](guide) [d](https://example.com) [e](/files/x.pdf) [f](#top) [g](/t/tag)
      --- /guide.md
      # Guide
      [under](sub) [under](missing)
      --- /guide/sub.md
      # Sub
    `);
    assert.deepEqual(links(wiki, 'home.md'), [
      '/guide internal-valid',
      '/nothing internal-invalid',
      'guide internal-valid',
      'https://example.com external',
      '/files/x.pdf asset',
      '#top anchor',
      '/t/tag system',
    ]);
    assert.deepEqual(links(wiki, 'guide.md'), ['sub internal-valid', 'missing internal-invalid']);
  });

  test('follow pages that come and go', () => {
    const { wiki } = createWiki(`
      --- /home.md
      [a](/guide)
    `);
    assert.deepEqual(links(wiki, 'home.md'), ['/guide internal-invalid']);
    change(wiki, { 'guide.md': '# Guide\n' });
    assert.deepEqual(links(wiki, 'home.md'), ['/guide internal-valid']);
    change(wiki, { 'guide.md': undefined });
    assert.deepEqual(links(wiki, 'home.md'), ['/guide internal-invalid']);
  });

  test('do not lead to a page that does not import', () => {
    const { wiki } = createWiki(`
      --- /home.md
      [a](/list)
      --- /list.md
      ---
      title: List
      tags: [a, b]
      ---
      # List
    `);
    assert.deepEqual(links(wiki, 'home.md'), ['/list internal-invalid']);
    assert.equal(wiki.files.get('list.md')?.importError?.reason, 'tags-type');
  });

  test('are the same array until something changes', () => {
    const { wiki, page } = createWiki(`
      --- /home.md
      [a](/guide)
      --- /guide.md
      # Guide
    `);
    const before = wiki.linksOf(page('home.md'));
    change(wiki, { 'other.md': '# Other\n', 'guide.md': '# Guide\n\nMore.\n' });
    assert.equal(wiki.linksOf(page('home.md')), before);
    change(wiki, { 'guide.md': undefined });
    assert.notEqual(wiki.linksOf(page('home.md')), before);
  });
});

test('a link is as the sanitiser leaves it, white space at its ends taken away', () => {
  const { wiki, page } = createWiki(`
    --- /a/b.html
    <a href="/guide ">x</a> <a href=" https://example.com ">y</a> <a href="/guide#part ">z</a>
    --- /guide.md
    ## Part
  `);
  assert.deepEqual(
    wiki.linksOf(page('a/b.html')).map(({ kind, resolved, fragment }) => [kind, resolved, fragment]),
    [
      ['internal-valid', '/guide', undefined],
      ['external', 'https://example.com', undefined],
      ['internal-valid', '/guide#part', 'part'],
    ],
  );
});

describe('backlinks', () => {
  test('name every link to an address, whether or not a page is there', () => {
    const { wiki } = createWiki(`
      --- /one.md
      [x](/target) [y](/target#part) [z](/TARGET)
      --- /two.md
      [x](target) <a href="/target.md">by file</a>
      --- /home.md
      [x](target)
    `);
    assert.deepEqual(backlinks(wiki, 'target'), [
      'one.md /target',
      'one.md /target#part',
      'two.md /target.md',
      'home.md target',
    ]);
    assert.deepEqual(backlinks(wiki, 'two/target'), ['two.md target']);
  });

  test('forget what is no longer written', () => {
    const { wiki } = createWiki(`
      --- /one.md
      [x](/target)
      --- /two.md
      [x](/target)
    `);
    change(wiki, { 'one.md': 'No link.\n' });
    assert.deepEqual(backlinks(wiki, 'target'), ['two.md /target']);
    change(wiki, { 'two.md': undefined });
    assert.deepEqual(backlinks(wiki, 'target'), []);
  });
});

describe('two files of one page', () => {
  const fixture = `
    --- /guide.html
    <!--
    title: In HTML
    description: Said only here
    -->

    <h1>Guide</h1>
    --- /guide.md
    ---
    title: In Markdown
    ---

    # Guide
    [x](/other) <a href="/home">y</a>
    --- /Node.js/setup.md
    # First
    --- /Nodejs/setup.md
    # Last
    [x](/other)
  `;

  test('are imported one after the other: the last is shown, as what the first made of the page', () => {
    const { wiki } = createWiki(fixture);
    const shown = wiki.pageAt(en('guide'));
    assert.deepEqual(
      [shown?.file, shown?.title, shown?.description, shown?.contentType, shown?.renderedAs],
      ['guide.md', 'In Markdown', 'Said only here', 'markdown', 'html'],
    );
    // Wiki.js takes the Markdown for HTML, so that only tags count.
    assert.deepEqual(links(wiki, 'guide.md'), ['/home internal-invalid']);
    assert.deepEqual(shown?.headings, []);
    assert.equal(wiki.files.get('guide.html')?.importError?.reason, 'collision');
    assert.deepEqual(
      wiki.filesAt(en('guide')).map(({ file }) => file),
      ['guide.html', 'guide.md'],
    );
  });

  test('of one type differ in nothing but their order', () => {
    const { wiki } = createWiki(fixture);
    assert.equal(wiki.pageAt(en('Nodejs/setup'))?.file, 'Nodejs/setup.md');
    assert.deepEqual(links(wiki, 'Nodejs/setup.md'), ['/other internal-invalid']);
    assert.equal(wiki.files.get('Node.js/setup.md')?.importError?.reason, 'collision');
  });

  test('when the last goes, the other is shown', () => {
    const { wiki } = createWiki(fixture);
    const { changed, answers } = change(wiki, { 'Nodejs/setup.md': undefined });
    assert.equal(wiki.pageAt(en('Nodejs/setup'))?.file, 'Node.js/setup.md');
    assert.equal(wiki.files.get('Node.js/setup.md')?.importError, undefined);
    assert.deepEqual([...changed], ['Node.js/setup.md']);
    assert.ok(answers.has(question.page(en('Nodejs/setup'))));
  });

  test('when the first goes, the other has to be read again', () => {
    const { wiki, text } = createWiki(fixture);
    assert.deepEqual([...change(wiki, { 'guide.html': undefined }).wanted], ['guide.md']);
    assert.deepEqual([...change(wiki, { 'guide.md': text('guide.md') }).wanted], []);
    assert.deepEqual(links(wiki, 'guide.md'), ['/other internal-invalid', '/home internal-invalid']);
    assert.equal(wiki.pageAt(en('guide'))?.renderedAs, 'markdown');
  });

  test('when one is refused for another reason, the other is the page', () => {
    const { wiki } = createWiki(fixture);
    change(wiki, { 'guide.md': '' });
    assert.equal(wiki.pageAt(en('guide'))?.file, 'guide.html');
    assert.equal(wiki.files.get('guide.html')?.importError, undefined);
    change(wiki, { 'guide.md': '# Guide\n', 'guide.html': '' });
    assert.equal(wiki.pageAt(en('guide'))?.file, 'guide.md');
    assert.equal(wiki.pageAt(en('guide'))?.renderedAs, 'markdown');
  });

  test('when the refused one goes, the page hears of it', () => {
    const { wiki } = createWiki(fixture);
    const { answers } = change(wiki, { 'Node.js/setup.md': undefined });
    assert.ok(answers.has(question.page(en('Nodejs/setup'))));
  });

  test('a file without a name is refused where the page is already', () => {
    const { wiki } = createWiki('--- /guide.md\n# Guide\n--- /guide/.md\n# Nameless\n--- /other/.md\n# Alone\n');
    assert.equal(wiki.pageAt(en('guide'))?.file, 'guide.md');
    assert.equal(wiki.files.get('guide/.md')?.importError?.reason, 'collision');
    assert.equal(wiki.pageAt(en('other'))?.file, 'other/.md');
  });
});

describe('near addresses', () => {
  test('differ in case, or in the locale', () => {
    const { wiki } = createWiki(`
      --- /Guide.md
      # A
      --- /fr/guide.md
      # B
      --- /fr/other.md
      # C
    `);
    const near = wiki.nearAddresses(en('guide'));
    assert.deepEqual(
      [near.otherCase, near.otherLocale].map((pages) => pages.map(({ file }) => file)),
      [['Guide.md'], ['fr/guide.md']],
    );
  });
});

describe('tags', () => {
  test('are counted over the pages that import', () => {
    const { wiki } = createWiki(`
      --- /a.md
      ---
      title: A
      tags: fish, pond
      ---
      A
      --- /b.md
      ---
      title: B
      tags: fish
      ---
      B
      --- /c.md
      ---
      title: 3
      tags: fish
      ---
      refused
    `);
    assert.deepEqual(Object.fromEntries(wiki.tags()), { fish: 2, pond: 1 });
    change(wiki, { 'a.md': 'A\n' });
    assert.deepEqual(Object.fromEntries(wiki.tags()), { fish: 1 });
  });
});

describe('anchors', () => {
  test('are the ids that the site has, and the top of the page', () => {
    const { wiki, page } = createWiki(`
      --- /a.md
      # First part
      ## Links
      ## Own {#my-own}
      <p id="raw">x</p>
    `);
    const reached = ['first-part', 'links', 'my-own', 'raw', '', 'top', 'other'].filter((fragment) =>
      wiki.hasAnchor(page('a.md'), fragment),
    );
    assert.deepEqual(reached, ['first-part', 'my-own', 'raw', '', 'top']);
  });
});

describe('an update tells', () => {
  const fixture = `
    --- /home.md
    # Home
    --- /guide.md
    # Guide
    ## Part
    [home](/home)
  `;
  const told = (files: Record<string, string | undefined>) => {
    const { wiki } = createWiki(fixture);
    const { changed, removed, answers } = change(wiki, files);
    return { changed: [...changed], removed: [...removed], answers: [...answers].sort() };
  };

  test('nothing to others, when only the text of a page differs', () => {
    assert.deepEqual(told({ 'guide.md': '# Guide\n\nText.\n\n## Part\n[home](/home) [home](/home)\n' }), {
      changed: ['guide.md'],
      removed: [],
      answers: [],
    });
  });

  test('that the anchors of a page differ', () => {
    assert.deepEqual(told({ 'guide.md': '# Guide\n## Other\n[home](/home)\n' }).answers, ['page en:guide']);
  });

  test('that a page links to others than before', () => {
    assert.deepEqual(told({ 'guide.md': '# Guide\n## Part\n[x](/other)\n' }).answers, [
      'backlinks en:home',
      'backlinks en:other',
    ]);
  });

  test('that a page appears, with all that may differ by it', () => {
    assert.deepEqual(told({ 'New.md': '# New\n' }), {
      changed: ['New.md'],
      removed: [],
      answers: ['everything', 'near new', 'page en:New'],
    });
  });

  test('that a page goes', () => {
    assert.deepEqual(told({ 'guide.md': undefined }), {
      changed: [],
      removed: ['guide.md'],
      answers: ['backlinks en:home', 'everything', 'near guide', 'page en:guide'],
    });
  });

  test('that an asset appears, once', () => {
    const { wiki } = createWiki(fixture);
    assert.deepEqual([...change(wiki, { 'x.png': '' }).answers], ['asset x.png', 'everything']);
    assert.deepEqual([...change(wiki, { 'x.png': '' }).answers], []);
  });

  test('nothing of a file that was never there', () => {
    assert.deepEqual(told({ 'never.md': undefined, 'never.png': undefined }), {
      changed: [],
      removed: [],
      answers: [],
    });
  });
});
