import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import matter from 'gray-matter';
import { type Frontmatter, readFrontmatter } from '../../../server/src/page/frontmatter.ts';
import { findFlatEntries, findYamlEntries } from '../../../server/src/page/frontmatterEntries.ts';
import { findMeantFrontmatter, readLeniently } from '../../../server/src/page/meantFrontmatter.ts';
import type { ContentType } from '../../../server/src/wiki/address.ts';
import { parseFrontmatter } from '../../../server/src/wiki/frontmatter.ts';

interface Expected {
  readonly state: Frontmatter['state'];
  readonly because?: Frontmatter['notReadBecause'];
  /** `key=[value as written]`, then the value that is meant if it is another. */
  readonly entries?: readonly string[];
  /** `place: message`. */
  readonly error?: string;
  readonly inner?: string;
}

function check(
  text: string,
  expected: Expected,
  {
    contentType = 'markdown',
    hasByteOrderMark = false,
  }: { contentType?: ContentType; hasByteOrderMark?: boolean } = {},
) {
  const frontmatter = readFrontmatter(text, contentType, hasByteOrderMark);
  const slice = (range: { start: number; end: number }) => text.slice(range.start, range.end);
  const { state, notReadBecause, entries, error, innerRange } = frontmatter;
  const actual: Record<string, unknown> = { state };
  if (notReadBecause !== undefined) actual.because = notReadBecause;
  if ('entries' in expected) {
    actual.entries = entries.map(({ keyRange, valueRange, value }) => {
      const written = slice(valueRange);
      return `${slice(keyRange)}=[${written}]${value === written ? '' : JSON.stringify(value)}`;
    });
  }
  if ('inner' in expected) actual.inner = innerRange && slice(innerRange);
  if (error !== undefined) actual.error = `${slice(error.range)}: ${error.message}`;
  assert.deepEqual(actual, expected, text);
}

test('frontmatter that Wiki.js reads', () => {
  check('---\ntitle: T\ntags: a, b\n---\n# x\n', {
    state: 'read',
    entries: ['title=[T]', 'tags=[a, b]'],
    inner: 'title: T\ntags: a, b\n',
  });
  check('---\r\ntitle:  T  \r\ndescription: \r\ntags:\r\n---\r\nx', {
    state: 'read',
    entries: ['title=[T]', 'description=[]null', 'tags=[]null'],
    inner: 'title:  T  \r\ndescription: \r\ntags:\r\n',
  });
  check('<!--\ntitle: T\n-->\n<p>', { state: 'read', entries: ['title=[T]'] }, { contentType: 'html' });
  check('# x\n', { state: 'none', entries: [] });
  check('---\ntitle: T\n---\n= x', { state: 'none' }, { contentType: 'asciidoc' });
});

test('an empty value stands behind its colon and one space', () => {
  const places = (text: string) => readFrontmatter(text, 'markdown', false).entries[0]?.valueRange;
  assert.deepEqual(places('---\ntitle:\n---\nx'), { start: 10, end: 10 });
  assert.deepEqual(places('---\ntitle: \n---\nx'), { start: 11, end: 11 });
  assert.deepEqual(places('---\ntitle:   # none\n---\nx'), { start: 11, end: 11 });
});

test('values of every form, without comments and white space', () => {
  check(
    '---\na: "x: y" # no\nb: \'it\'\'s\'\nlist:\n  - 1\n  - 2\nflow: [a, b]\nanchor: &x !!str 5\n"q k" : v\nfolded: >-\n  a\n  b\n\nnext: 1\n---\nx',
    {
      state: 'read',
      entries: [
        'a=["x: y"]"x: y"',
        `b=['it''s']"it's"`,
        'list=[- 1\n  - 2][1,2]',
        'flow=[[a, b]]["a","b"]',
        'anchor=[&x !!str 5]"5"',
        '"q k"=[v]',
        'folded=[>-\n  a\n  b]"a b"',
        'next=[1]1',
      ],
    },
  );
});

test('frontmatter that is no YAML: what is wrong, where, and what was meant', () => {
  const broken = [
    [
      'title: Part 1: Wiring',
      'Part 1: Wiring',
      'has a colon with a space after it, which begins another value to YAML',
    ],
    ['title: @x', '@x', 'begins with @, which means something else to YAML'],
    ['title: [RFC] Manual', '[RFC] Manual', 'begins with [, which means something else to YAML'],
    ['title: "Six" - a game', '"Six" - a game', 'begins with a quote that is closed before its end, or never'],
    ['title: *Arr Script', '*Arr Script', 'begins with *, which means something else to YAML'],
  ] as const;
  for (const [line, value, why] of broken) {
    check(`---\ndate: x\n${line}\ntags:\n  - a\n---\nx`, {
      state: 'unreadable',
      entries: ['date=[x]', `title=[${value}]`, 'tags=[- a]["a"]'],
      error: `${value}: the value of 'title' ${why}`,
    });
  }
  check('---\ntitle: A\ntags: b\ntitle: C\n---\n', {
    state: 'unreadable',
    entries: ['title=[A]', 'tags=[b]', 'title=[C]'],
    error: "title: duplicated key 'title'",
  });
  check('---\ntitle：A\ntags: b\n---\n', {
    state: 'unreadable',
    entries: ['title=[A]', 'tags=[b]'],
    error: "title: the colon after 'title' is a full-width one",
  });
  check('---\n# it is\ntitle: A\njust words \ntags: b\n---\n', {
    state: 'unreadable',
    error: 'just words: this line is no key with a value, nor part of one',
  });
});

test('a page that begins with a rule has no frontmatter to mend', () => {
  check('---\nNote: a: b\n---\nx', { state: 'none' });
  check('---\nSome text\n---\nx', { state: 'read', entries: [] });
  check('\n---\nNote: x\n---\n', { state: 'none' });
});

test('frontmatter that Wiki.js passes over, and why', () => {
  const entries = ['title=[T]'];
  check(
    '---\ntitle: T\n---\nx',
    { state: 'not-read', because: 'byte-order-mark', entries },
    { hasByteOrderMark: true },
  );
  check('\uFEFF---\ntitle: T\n---\nx', { state: 'not-read', because: 'byte-order-mark', entries });
  check('\n \n---\ntitle: T\n---\nx', { state: 'not-read', because: 'blank-line-before', entries });
  check('  ---\ntitle: T\n  ---\nx', { state: 'not-read', because: 'space-before', entries });
  check('--- \ntitle: T\n---\nx', { state: 'not-read', because: 'space-after-fence', entries });
  check('---\ntitle: T\n...\nx', { state: 'not-read', because: 'wrong-fence', entries, inner: 'title: T\n' });
  check('----\ntitle: T\n----\nx', { state: 'not-read', because: 'wrong-fence', entries });
  check('---yaml\ntitle: T\n---\nx', { state: 'not-read', because: 'wrong-fence', entries });
  check('<!--\ntitle: T\n-->\nx', { state: 'not-read', because: 'wrong-fence', entries });
  check('---\ntitle: T\n---\nx', { state: 'not-read', because: 'wrong-fence', entries }, { contentType: 'html' });
  check('---\ntitle: T\n\n# x', { state: 'not-read', because: 'wrong-fence', entries, inner: 'title: T\n' });
  check('\n---\ntitle: A: B\n---\nx', { state: 'not-read', because: 'blank-line-before', entries: ['title=[A: B]'] });
});

test("Wiki.js 1's comments have entries too", () => {
  check('<!-- TITLE: Old -->\n<!-- SUBTITLE: Sub -->\n\nx', {
    state: 'legacy',
    entries: ['TITLE=[Old]', 'SUBTITLE=[Sub]'],
  });
  check('<!-- TITLE: Old -->\nx', { state: 'none' }, { contentType: 'html' });
});

test('a block in another language than YAML is never run', () => {
  const canary = '(globalThis.frontmatterRan = true, { title: "T" })';
  // Left to itself, gray-matter does run it.
  matter(`---js\n${canary}\n---\n`, {});
  assert.equal('frontmatterRan' in globalThis, true);
  Reflect.deleteProperty(globalThis, 'frontmatterRan');
  for (const language of ['js', 'javascript', 'JS', 'coffee', 'coffeescript', 'cson', 'json', 'toml']) {
    for (const fence of [`---${language}`, `--- ${language}`]) {
      const text = `${fence}\n${canary}\n---\nx`;
      assert.equal(readFrontmatter(text, 'markdown', false).state, 'none', fence);
      assert.equal(readFrontmatter(`\n${text}`, 'markdown', true).state, 'none', fence);
      assert.equal(findMeantFrontmatter(text, 'markdown', false), undefined);
      assert.equal(readLeniently(text, ['---', '---']), undefined, fence);
    }
  }
  assert.equal('frontmatterRan' in globalThis, false);
  assert.deepEqual(readLeniently('---\ntitle: T\n---\nx', ['---', '---']), ['title']);
});

const line = fc
  .tuple(
    fc.constantFrom('title', 'tags', 'a', 'b-c'),
    fc.constantFrom(':', ': ', ':  '),
    fc.string({
      unit: fc.constantFrom(
        'a',
        '1',
        ' ',
        ':',
        '#',
        "'",
        '"',
        '-',
        ',',
        '[',
        '{',
        '&',
        '!',
        '|',
        '%',
        '\\',
        'é',
        '日',
        '?',
        '\t',
      ),
      maxLength: 6,
    }),
    fc.constantFrom('\n', '\r\n', '\n\n', ''),
  )
  .map((parts) => parts.join(''));

test('the fast reader of entries finds what the YAML parser finds, or leaves it to that', () => {
  let compared = 0;
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
      const source = lines.join('');
      const flat = findFlatEntries(source);
      if (flat === undefined) return;
      compared++;
      assert.deepEqual(flat, findYamlEntries(source), JSON.stringify(source));
    }),
    { numRuns: 3000 },
  );
  assert.ok(compared > 100, `only ${compared} sources were flat`);
});

test('any text gives an answer, whose ranges lie in it and whose state is what Wiki.js does', () => {
  const unit = fc.constantFrom(
    '---',
    '\n',
    '\r\n',
    'title',
    'tags',
    ': ',
    ' ',
    'a',
    '"',
    '- ',
    '...',
    '<!--',
    '-->',
    '[',
    '*',
    '\t',
    '\uFEFF',
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 15 }), fc.constantFrom('markdown', 'html'), (text, contentType) => {
      const { state, range, innerRange, entries, error } = readFrontmatter(text, contentType, false);
      const parsed = parseFrontmatter(text, contentType);
      assert.equal(state === 'read', parsed.kind === 'yaml');
      assert.equal(state === 'legacy', parsed.kind === 'legacy');
      const ranges = [
        range,
        innerRange,
        error?.range,
        ...entries.flatMap((entry) => [entry.keyRange, entry.valueRange]),
      ];
      for (const place of ranges) {
        assert.ok(place === undefined || (0 <= place.start && place.start <= place.end && place.end <= text.length));
      }
      for (const { key, value } of entries) {
        if (state === 'read' && Object.hasOwn(parsed.metadata, key)) assert.deepEqual(value, parsed.metadata[key]);
      }
    }),
    { numRuns: 3000 },
  );
});
