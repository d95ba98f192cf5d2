import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseFrontmatter } from '../../../server/src/wiki/frontmatter.ts';
import { importPage } from '../../../server/src/wiki/importPage.ts';
import { newPageText } from '../../../server/src/wiki/newPage.ts';
import { quotedScalar, yamlScalar } from '../../../server/src/wiki/yamlScalar.ts';

const now = new Date('2024-02-03T04:05:06.070Z');

test('a new page is written as Wiki.js writes it', () => {
  assert.equal(
    newPageText({ title: 'Getting started', description: '', tags: ['a', 'b c'], now, body: '# Getting started\n' }),
    `---
title: Getting started
description: ${''}
published: true
date: 2024-02-03T04:05:06.070Z
tags: a, b c
editor: markdown
dateCreated: 2024-02-03T04:05:06.070Z
---

# Getting started
`,
  );
});

test('an HTML page has its frontmatter in a comment, an AsciiDoc page has none', () => {
  const page = { title: 'T', description: 'D', tags: [], now, body: '<p>x</p>\n' };
  assert.match(newPageText(page, 'html'), /^<!--\ntitle: T\n[\s\S]*\neditor: ckeditor\n[\s\S]*\n-->\n\n<p>x<\/p>\n$/);
  assert.equal(newPageText(page, 'asciidoc'), '<p>x</p>\n');
});

test('values are quoted only where Wiki.js could not read them back', () => {
  const cases = [
    ['Getting started', 'Getting started'],
    ["It's here", "It's here"],
    ['C++ [draft]', 'C++ [draft]'],
    ['yes', 'yes'],
    ['Part 1: Wiring', "'Part 1: Wiring'"],
    ['Challenge #01', "'Challenge #01'"],
    ['@home', "'@home'"],
    ['*Arr', "'*Arr'"],
    ['"Six" - a game', `'"Six" - a game'`],
    ["Don't: stop", `"Don't: stop"`],
    [`"Don't: stop"`, `'"Don''t: stop"'`],
    ['2024', "'2024'"],
    ['true', "'true'"],
    ['', "''"],
    [' x', "' x'"],
    ['a\nb', '"a\\nb"'],
  ] as const;
  for (const [text, expected] of cases) assert.equal(yamlScalar(text), expected, text);
});

const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('a', ' ', ':', '#', '-', '\n', '\r', "'", '"', '\\', '[', '\t', '1', '.', '\u0085', '\ud800'),
  }),
);

test('Wiki.js reads back exactly the title and the description, whatever they are', () => {
  fc.assert(
    fc.property(anyText, anyText, fc.constantFrom('markdown', 'html'), (title, description, contentType) => {
      const text = newPageText({ title, description, tags: ['a', 'b'], now, body: 'x' }, contentType);
      const { metadata, content } = parseFrontmatter(text, contentType);
      const page = importPage('p.md', 9, { locale: 'en', path: 'p' }, metadata, content);
      assert.deepEqual(
        { title: metadata.title, description: page.description, tags: page.tags, content, error: page.error },
        { title, description, tags: ['a', 'b'], content: 'x', error: undefined },
      );
    }),
    { numRuns: 1000 },
  );
});

test('a text in quotes is one line that reads as that text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const quoted = quotedScalar(text);
      assert.ok(!/[\r\n]/.test(quoted));
      assert.equal(parseFrontmatter(`---\na: ${quoted}\n---\n`, 'markdown').metadata.a, text);
    }),
    { numRuns: 1000 },
  );
});
