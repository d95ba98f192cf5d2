import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/problems.ts';

/** A page with these lines of frontmatter. */
const page = (...lines: string[]) => `--- /water.md\n---\n${lines.join('\n')}\n---\n\nCool.\n`;

/** Checks what the preferred fix makes of the lines. */
const checkLines = (code: string, lines: string[], expected: string[]) =>
  checkFix(page(...lines), code, undefined, { 'water.md': page(...expected).slice('--- /water.md\n'.length) });

test('frontmatter as Wiki.js writes it is silent', () => {
  check(
    page(
      'title: Water and more',
      'description: ',
      'published: true',
      'date: 2024-05-16T19:25:47.469Z',
      'tags: water, care',
      'editor: markdown',
      'dateCreated: 2024-05-16T19:25:47.469Z',
    ),
    [],
  );
  check(page('title: Water', 'published: 1', 'tags: ', 'date: 2024-05-16'), []);
});

test('missing: the title comes from the first heading, else from the path', () => {
  check('--- /getting-started.md\n# First steps\n', ["getting-started.md:1 frontmatter/title-missing '# First steps'"]);
  assert.deepEqual(fixTitles('--- /getting-started.md\n# First: steps\n', 'frontmatter/title-missing'), [
    "Insert frontmatter with the title 'First: steps'",
  ]);
  assert.deepEqual(fixTitles('--- /getting-started.md\nText.\n', 'frontmatter/title-missing'), [
    "Insert frontmatter with the title 'Getting started'",
  ]);
});

const block = `title: Water
description: ${''}
published: true
date: 2026-11-22T10:20:30.400Z
tags: ${''}
editor: markdown
dateCreated: 2026-11-22T10:20:30.400Z
`;

test('missing: the block has the line endings of the file, and the fences of its kind', () => {
  checkFix('--- /water.md\nCool.\r\nStill.\r\n', 'frontmatter/title-missing', undefined, {
    'water.md': `---\n${block}---\n\n`.replaceAll('\n', '\r\n').concat('Cool.\r\nStill.\r\n'),
  });
  checkFix('--- /water.html\n<p>Cool.</p>\n', 'frontmatter/title-missing', undefined, {
    'water.html': `<!--\n${block.replace('markdown', 'ckeditor')}-->\n\n<p>Cool.</p>\n`,
  });
});

test('unreadable: every value that breaks the YAML is marked, and one fix quotes them all', () => {
  const lines = ['title: Part 1: Wiring', 'description: @home', 'tags: water'];
  check(page(...lines), [
    "water.md:2 frontmatter/unreadable 'Part 1: Wiring'",
    "water.md:3 frontmatter/unreadable '@home'",
  ]);
  checkLines('frontmatter/unreadable', lines, ["title: 'Part 1: Wiring'", "description: '@home'", 'tags: water']);
});

test('unreadable: quotes that are part of the value stay part of it', () => {
  checkLines('frontmatter/unreadable', ['title: "Six" - a game'], [`title: '"Six" - a game'`]);
  checkLines('frontmatter/unreadable', ["title: 'it's'"], [`title: "'it's'"`]);
  checkLines('frontmatter/unreadable', ['title: *Arr Script'], ["title: '*Arr Script'"]);
  checkLines('frontmatter/unreadable', ['title: [RFC] Manual'], ["title: '[RFC] Manual'"]);
});

test('unreadable: a full-width colon', () => {
  checkLines('frontmatter/unreadable', ['title: Water', 'description：Cool'], ['title: Water', "description: 'Cool'"]);
});

test('unreadable: line endings stay', () => {
  checkFix(
    page('title: a: b', 'tags: x').replaceAll('\n', '\r\n').replace('\r\n', '\n'),
    'frontmatter/unreadable',
    undefined,
    {
      'water.md': "---\r\ntitle: 'a: b'\r\ntags: x\r\n---\r\n\r\nCool.\r\n",
    },
  );
});

test('duplicate key: reported once, as that', () => {
  const lines = ['title: Water', 'tags: x', 'title: Still'];
  check(page(...lines), ["water.md:4 frontmatter/duplicate-key 'title'"]);
  checkLines('frontmatter/duplicate-key', lines, ['title: Water', 'tags: x']);
  assert.deepEqual(fixTitles(page(...lines), 'frontmatter/duplicate-key'), [
    "Remove 'title: Still'",
    "Remove 'title: Water'",
  ]);
});

test('not read: a byte order mark, spaces, other fences, a blank line', () => {
  for (const text of [
    '\uFEFF---\ntitle: Water\n---\n\nCool.\n',
    ' ---\ntitle: Water\n---\n\nCool.\n',
    '--- \ntitle: Water\n---\n\nCool.\n',
    '---\ntitle: Water\n...\n\nCool.\n',
    '\n\n---\ntitle: Water\n---\n\nCool.\n',
    '<!--\ntitle: Water\n-->\n\nCool.\n',
  ])
    checkFix(`--- /water.md\n${text}`, 'frontmatter/not-read', undefined, {
      'water.md': '---\ntitle: Water\n---\n\nCool.\n',
    });
});

test('not read: the fences of an HTML page', () => {
  checkFix('--- /water.html\n---\ntitle: Water\n---\n\n<p>Cool.</p>\n', 'frontmatter/not-read', undefined, {
    'water.html': '<!--\ntitle: Water\n-->\n\n<p>Cool.</p>\n',
  });
});

test('title missing: frontmatter without a title', () => {
  check('--- /care/fresh-water.md\n---\ntags: x\n---\n\nCool.\n', [
    "care/fresh-water.md:1 frontmatter/title-missing '---'",
  ]);
  check('--- /water.html\n<!--\ndescription: x\n-->\n\n<p>Cool.</p>\n', [
    "water.html:1 frontmatter/title-missing '<!--'",
  ]);
  checkFix('--- /water.md\n---\r\ntags: x\r\n---\r\n\r\n# Part 1: Water\r\n', 'frontmatter/title-missing', undefined, {
    'water.md': "---\r\ntitle: 'Part 1: Water'\r\ntags: x\r\n---\r\n\r\n# Part 1: Water\r\n",
  });
  check('--- /plain.md\nStill.\n--- /legacy.md\n<!-- TITLE: Water -->\n\nCool.\n--- /ascii.adoc\n= Water\n', [
    "plain.md:1 frontmatter/title-missing 'Still.'",
  ]);
});

test('rule eaten: a note that reads as YAML', () => {
  check('--- /water.md\n---\nNote to keepers: this page is old.\n---\nMore.\n', [
    "water.md:1 frontmatter/rule-eaten '---\nNote to keepers: this page is old.\n---'",
  ]);
  check('--- /water.md\n---\nlayout: page\ntitle: Water\nnav order: 3\n---\nMore.\n', [
    "water.md:2 frontmatter/unknown-key (information) 'layout'",
    "water.md:4 frontmatter/unknown-key (information) 'nav order'",
  ]);
});

test('rule eaten: a page that begins with a rule', () => {
  check('--- /water.md\n---\nCool and still.\n---\nMore.\n', [
    "water.md:1 frontmatter/rule-eaten '---\nCool and still.\n---'",
  ]);
  check('--- /water.md\n---\n\n---\nMore.\n', []);
});

test('title: numbers, dates, truth values and nothing are no text', () => {
  for (const value of ['2024', '3.1', '2024-05-16', 'true', 'null', '[a]', '{a: b}'])
    checkLines('frontmatter/title-type', [`title: ${value}`], [`title: '${value}'`]);
  for (const value of ['yes', '1.2.3', "'2024'", '2024 was fine']) check(page(`title: ${value}`), []);
});

test('a hash behind a space cuts a title off', () => {
  check(page('title: Challenge #01', 'tags: a # not for people'), ["water.md:2 frontmatter/cut-off '#01'"]);
  checkLines('frontmatter/cut-off', ['title: Challenge #01'], ["title: 'Challenge #01'"]);
  checkLines('frontmatter/cut-off', ['title: #01'], ["title: '#01'"]);
  check(page('title: C#', "description: 'a #1'"), []);
});

test('title: an empty one is made from the page', () => {
  checkLines('frontmatter/title-type', ['title:'], ['title: Water']);
  checkLines('frontmatter/title-type', ['title: ', 'tags: x'], ['title: Water', 'tags: x']);
});

test('description: a number keeps the page out, nothing does not', () => {
  check(page('title: Water', 'description: 42'), ["water.md:3 frontmatter/description-type '42'"]);
  check(page('title: Water', 'description:'), []);
  checkLines('frontmatter/description-type', ['description: 2024-05-16'], ["description: '2024-05-16'"]);
});

test('tags: a list, a list of lines, a number', () => {
  checkLines('frontmatter/tags-type', ['tags: [a, "b c"]', 'title: X'], ['tags: a, b c', 'title: X']);
  checkLines('frontmatter/tags-type', ['tags:', '  - a', '  - b', 'title: X'], ['tags: a, b', 'title: X']);
  checkLines('frontmatter/tags-type', ['tags:', '- a', '- 2024', 'title: X'], ['tags: a, 2024', 'title: X']);
  checkLines('frontmatter/tags-type', ['tags: 6.0'], ["tags: '6.0'"]);
  checkLines('frontmatter/tags-type', ['tags: [2024]'], ["tags: '2024'"]);
});

test('tags: a comma without a space', () => {
  check(page('tags: a,b'), ["water.md:2 frontmatter/tags-separator 'a,b'"]);
  checkLines('frontmatter/tags-separator', ['tags: a,b, c,'], ['tags: a, b, c']);
  check(page('tags: a, b c'), []);
});

test('editor: what the kind of file has', () => {
  check(page('editor: undefined'), ["water.md:2 frontmatter/editor-mismatch (information) 'undefined'"]);
  checkLines('frontmatter/editor-mismatch', ['editor: Markdown'], ['editor: markdown']);
  check('--- /water.html\n<!--\neditor: code\n-->\n<p>Cool.</p>\n', []);
});

test('dates: what was meant, as far as it can be read', () => {
  const mended = (written: string, expected: string) =>
    checkLines('frontmatter/date-format', [`date: ${written}`], [`date: ${expected}`]);
  mended('2024-01-308T10:20:30.400Z', '2024-01-30T10:20:30.400Z');
  mended('2023-09-30CEST01:03:36.000Z', '2023-09-30T01:03:36.000Z');
  mended('2023-09-30T01：03：36.000Z', '2023-09-30T01:03:36.000Z');
  mended('yesterday', '2026-11-22T10:20:30.400Z');
  mended('2024-02-30T99:00', '2026-11-22T10:20:30.400Z');
});

test('dates: every form of ISO 8601 is fine', () => {
  for (const date of ['2024-05-16', '2024-05-16T19:25:47Z', '2024-05-16 19:25', "'2024-05-16T19:25:47.469+02:00'", ''])
    check(page(`dateCreated: ${date}`), []);
});

test('published: false is ignored, unless the key that is read stands there too', () => {
  check(page('published: false'), ["water.md:2 frontmatter/published-ignored (information) 'false'"]);
  checkLines('frontmatter/published-ignored', ['published: false'], ['isPublished: false']);
  check(page('published: false', 'isPublished: false'), []);
});

test('isPublished has to be a truth value', () => {
  checkLines('frontmatter/published-type', ['isPublished: yes'], ['isPublished: true']);
  checkLines('frontmatter/published-type', ['isPublished: 0'], ['isPublished: false']);
});

test('empty body: the page begins with its title', () => {
  check('--- /water.md\n---\ntitle: Water\n---\n', ["water.md:1 frontmatter/body-empty '---\ntitle: Water\n---'"]);
  checkFix('--- /water.md\n---\ntitle: Water\n---', 'frontmatter/body-empty', undefined, {
    'water.md': '---\ntitle: Water\n---\n\n# Water\n',
  });
});

test('placeholders in templates are information', () => {
  const template = (...lines: string[]) => page(...lines).replace('/water.md', '/wiki-templates/x.md');
  check(template('title: [FILL_IN]', 'tags: [FILL_IN]'), [
    "wiki-templates/x.md:2 frontmatter/title-type (information) '[FILL_IN]'",
    "wiki-templates/x.md:3 frontmatter/tags-type (information) '[FILL_IN]'",
  ]);
  check(template('title: [FILL_IN] Onboarding'), [
    "wiki-templates/x.md:2 frontmatter/unreadable (information) '[FILL_IN] Onboarding'",
  ]);
  check(template('title: 2024'), ["wiki-templates/x.md:2 frontmatter/title-type '2024'"]);
});

test('unknown key: what Wiki.js drops, and what was meant', () => {
  check(page('title: Water', 'weight: 3', 'Tags: a, b', 'isPublished: true', 'layout: wide'), [
    "water.md:3 frontmatter/unknown-key (information) 'weight'",
    "water.md:4 frontmatter/unknown-key 'Tags'",
    "water.md:6 frontmatter/unknown-key (information) 'layout'",
  ]);
  checkLines('frontmatter/unknown-key', ['title: W', 'Tags: a, b'], ['title: W', 'tags: a, b']);
  checkLines('frontmatter/unknown-key', ['title: W', 'weight:', '  - 3', 'tags: x'], ['title: W', 'tags: x']);
  assert.deepEqual(fixTitles(page('title: W', 'titel: X'), 'frontmatter/unknown-key'), ["Remove 'titel'"]);
  check('--- /water.html\n<!--\ntitle: W\nlayout: x\n-->\n<p>W</p>\n', [
    "water.html:3 frontmatter/unknown-key (information) 'layout'",
  ]);
});

test('tags kept: an empty value takes none away', () => {
  check(page('title: W', 'tags:'), ["water.md:3 frontmatter/tags-empty-kept (hint) 'tags'"]);
  check(page('title: W', 'tags: ~'), ["water.md:3 frontmatter/tags-empty-kept (information) '~'"]);
  check(page('title: W', 'tags: ""'), [`water.md:3 frontmatter/tags-empty-kept '""'`]);
  check(page('title: W', 'tags: '), []);
  check(page('title: W'), []);
  checkLines(
    'frontmatter/tags-empty-kept',
    ['title: W', 'tags: ""', 'editor: markdown'],
    ['title: W', 'editor: markdown'],
  );
  checkLines('frontmatter/tags-type', ['title: W', 'tags: []'], ['title: W', 'tags: ']);
});

test('unsafe round trip: what Wiki.js cannot read of what it will write', () => {
  const unsafe = (line: string) => [
    `water.md:2 frontmatter/unsafe-roundtrip (information) '${line.replace(/^\w+: /, '')}'`,
  ];
  for (const line of [
    "title: 'Part 1: Wiring'",
    "title: 'Challenge #01'",
    "title: '2024'",
    "title: '@home'",
    'title: "a\\nb"',
    "title: 'Water:'",
    "title: ''",
    "tags: '6.0'",
    "description: '[a] b'",
  ])
    check(page(line), line.startsWith('title') ? unsafe(line) : [titleLess, ...unsafe(line)]);
  check(page("title: 'Water'", "description: ''", "tags: 'a, b'"), []);
  check(page("title: ' Water '", 'description: "C#"'), []);
});

test('unsafe round trip: reworded where a dash or other quotes say the same', () => {
  checkLines('frontmatter/unsafe-roundtrip', ["title: 'Part 1: Wiring'"], ['title: Part 1 – Wiring']);
  checkLines('frontmatter/unsafe-roundtrip', [`title: '"Six" - a game'`], ['title: “Six” - a game']);
  assert.deepEqual(fixTitles(page("title: '2024'"), 'frontmatter/unsafe-roundtrip'), []);
});

const titleLess = "water.md:1 frontmatter/title-missing '---'";
