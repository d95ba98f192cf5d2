import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseFrontmatter, readYaml } from '../../../server/src/wiki/frontmatter.ts';

const forms = [
  {
    name: 'a block',
    text: '---\ntitle: T\n---\n\n# Body\n',
    expected: { kind: 'yaml', metadata: { title: 'T' }, content: '# Body\n' },
  },
  {
    name: 'CRLF',
    text: '---\r\ntitle: T\r\n---\r\n\r\nx',
    expected: { kind: 'yaml', metadata: { title: 'T' }, content: 'x' },
  },
  {
    name: 'a lone CR',
    text: '---\rtitle: T\r---\rx',
    expected: { kind: 'yaml', metadata: { title: 'T' }, content: 'x' },
  },
  {
    name: 'closed within a line',
    text: '---\ntitle: T\n---- # Body',
    expected: { kind: 'yaml', metadata: { title: 'T' }, content: '- # Body' },
  },
  {
    name: 'one line of comment',
    text: '---\n# x\n---\ny',
    expected: { kind: 'yaml', metadata: {}, content: 'y' },
  },
  {
    name: 'an empty block is none',
    text: '---\n---\nx',
    expected: { kind: 'none', metadata: {}, content: '---\n---\nx' },
  },
  {
    name: 'an empty block begins one that ends at the next rule',
    text: '---\n---\nx\n---\ny',
    expected: { kind: 'yaml', metadata: { 0: 'x' }, content: 'y' },
  },
  {
    name: 'a rule at the beginning swallows text up to the next',
    text: '---\nab\n---\ny',
    expected: { kind: 'yaml', metadata: { 0: 'a', 1: 'b' }, content: 'y' },
  },
  {
    name: 'a key called content',
    text: '---\ncontent: x\na: 1\n---\ny',
    expected: { kind: 'yaml', metadata: { a: 1 }, content: 'y' },
  },
  {
    name: 'broken YAML stays in the content',
    text: '---\ntitle: A: B\n---\nx',
    expected: { kind: 'none', metadata: {}, content: '---\ntitle: A: B\n---\nx' },
  },
  {
    name: "Wiki.js 1's comments",
    text: '<!-- title: T -->\n<!-- SUBTITLE:S -->\n\nx',
    expected: { kind: 'legacy', metadata: { title: 'T', description: 'S' }, content: 'x' },
  },
  {
    name: "Wiki.js 1's comments, an empty line between them",
    text: '<!-- TITLE: T -->\n\n<!-- SUBTITLE: S -->',
    expected: { kind: 'legacy', metadata: { title: 'T' }, content: '<!-- SUBTITLE: S -->' },
  },
  {
    name: 'a byte order mark',
    text: '\uFEFF---\ntitle: T\n---\nx',
    expected: { kind: 'none', metadata: {}, content: '\uFEFF---\ntitle: T\n---\nx' },
  },
] as const;

for (const { name, text, expected } of forms) {
  test(`frontmatter of Markdown: ${name}`, () => {
    const { kind, metadata, content } = parseFrontmatter(text, 'markdown');
    assert.deepEqual({ kind, metadata, content }, expected);
  });
}

test('in HTML the fences are those of a comment, and in AsciiDoc there are none', () => {
  assert.deepEqual(parseFrontmatter('<!--\ntitle: T\n-->\n<p>x', 'html').metadata, { title: 'T' });
  assert.equal(parseFrontmatter('<!-- TITLE: T -->\n<p>x', 'html').kind, 'none');
  assert.equal(parseFrontmatter('---\ntitle: T\n---\n= x', 'asciidoc').kind, 'none');
});

test('an error says what js-yaml says', () => {
  assert.equal(parseFrontmatter('---\na: 1\na: 2\n---\n', 'markdown').error, 'duplicated mapping key');
  assert.equal(parseFrontmatter('---\na: 1\n---\n', 'markdown').error, undefined);
});

test('nothing in the YAML runs, and nothing makes the reader throw', () => {
  const { error } = readYaml('a: !!js/function "function () { globalThis.ran = true }"');
  assert.match(error ?? '', /unknown tag/);
  assert.equal('ran' in globalThis, false);
});

test('content and its start agree with the text, whatever the text', () => {
  const piece = fc.constantFrom(
    '---',
    '\n',
    '\r',
    'a: b',
    ' ',
    '<!--',
    '-->',
    '<!-- TITLE: x -->',
    '<!-- SUBTITLE: y -->',
    'z',
  );
  fc.assert(
    fc.property(fc.string({ unit: piece, maxLength: 12 }), fc.constantFrom('markdown', 'html'), (text, contentType) => {
      const { content, contentStart, kind } = parseFrontmatter(text, contentType);
      assert.equal(text.slice(contentStart), content);
      if (kind === 'none') assert.equal(contentStart, 0);
      else assert.ok(!/^[\r\n]/.test(content));
    }),
    { numRuns: 2000 },
  );
});
