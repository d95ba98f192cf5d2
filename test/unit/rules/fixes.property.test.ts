import { test } from 'node:test';
import fc from 'fast-check';
import { rules } from '../../../server/src/rules/registry.ts';
import { parseFixture } from '../../support/fixture.ts';
import { hazardousBlock } from '../../support/hazards.ts';
import { assertMends, type Files, fixesOf, indexOf, problemsOf } from '../../support/problems.ts';

// Whatever fix is offered, anywhere: it takes its problem away and brings no error.

test('each fix of each example', () => {
  for (const { example } of rules) {
    for (const lineEnding of ['\n', '\r\n']) {
      const { files } = parseFixture(example.wrong);
      checkAllFixes(new Map([...files].map(([file, text]) => [file, text.replaceAll('\n', lineEnding)])));
    }
  }
});

const hrefs = [
  '/care/water',
  '/Care/Water',
  'water',
  'care/water',
  './water',
  '../home',
  '/care/water.md',
  'water.md#2.0-x',
  '/home.html',
  '/care/wader',
  '/nowhere',
  '/no where',
  'a(b)c',
  '/a&copy;b',
  '/wasser',
  '/de/wasser',
  '/de/nichts',
  '/en',
  '/x.png',
  '/assets/Tank.png',
  '/assets/tank.png?x=1',
  '/zh/x.png',
  '#links',
  '#Title',
  '#waterr',
  '/care/water#flow',
  '/care/water#h-20',
  '/care/water?x=1&amp;y=2#flo',
  'https://pond.example.org/care/water',
  'http://POND.example.org/nowhere#a',
  'https://pond.example.org',
  '/t/tag',
  '/login',
  'mailto:a@b.c',
  'example.org/x',
  '/v1.2',
  '[FILL_IN]',
  '/de',
  '/hidden',
  './hidden#x.y',
  'irc://example.org/x',
  'javascript:alert(1)',
  '/v.1.2',
  '{{mustache}}',
  '',
] as const;

const href = fc.constantFrom(...hrefs);
const label = fc.constantFrom('Water', 'the *flow* of `]`', 'Wasser', 'x', '');

const block = fc.oneof(
  fc.tuple(label, href).map(([text, url]) => `See [${text}](${url}).`),
  fc.tuple(label, href).map(([text, url]) => `See [${text}](<${url}> "a title").`),
  fc.tuple(label, href).map(([text, url]) => `See [${text}][r] and [r].\n\n[r]: ${url} 'title'`),
  fc.tuple(label, href).map(([text, url]) => `<p><a class=x href="${url}">${text}</a> <a href='${url}'>b</a></p>`),
  href.map((url) => `<div><a href=${url.replace(/[ ']/g, '')}>bare</a></div>`),
  href.map((url) => `<https://pond.example.org/${url.replace(/[^a-z/#]/gi, '')}> https://pond.example.org/care`),
  fc.tuple(label, href).map(([text, url]) => `![${text}](${url})`),
  fc.tuple(label, href).map(([text, url]) => `| a | b |\n|---|---|\n| [${text}](${url}) | ![p](${url}) |`),
  fc
    .tuple(label, href)
    .map(([text, url]) => `> [${text}][no such label] [${text}][]\n\n[label]: <${url}>\n[label]: /x`),
  fc.tuple(label, href).map(([text, url]) => `> - [${text}](${url})\n{.links-list}`),
  fc.constantFrom(
    '# Links',
    '## 2.0 Flow {#flow}',
    'Water\n=====',
    '### Water ###',
    '## <b>Title</b>',
    '<h2 id="own">Water</h2>',
    '### Deep',
    '#### Links {.x}',
    '## :fish:',
    '## Flow {#flow}',
    '## mkOption { type }',
    '## Tabs {.tabset}\n\nIntro.\n\n### One\n\na[^1]\n\n### Two\n\n---\n\nb',
    '# Tabs {.tabset}\n## One\n### Links',
  ),
  hazardousBlock,
);

const value = fc.constantFrom(
  'Water',
  'Part 1: Wiring',
  '2024',
  '2024-05-16',
  'true',
  '',
  '*bold',
  '[RFC] Manual',
  '"Six" - a game',
  "it's",
  '@x',
  '#1',
  'Challenge #01',
  'a,b',
  '[a, b]',
  '6.0',
  'undefined',
  '2024-05-168T10:20:30.000Z',
  '`x`',
  '{a: b}',
  "'a: b'",
  '- x',
  '> x',
);
const key = fc.constantFrom(
  'title',
  'description',
  'tags',
  'editor',
  'date',
  'dateCreated',
  'published',
  'isPublished',
  'weight',
);
const colon = fc.constantFrom(': ', ': ', ': ', ':  ', ':', '：');
const entries = fc
  .array(fc.tuple(key, colon, value), { maxLength: 5 })
  .map((list) => list.map((parts) => `${parts.join('')}\n`).join(''));
const opening = fc.constantFrom(
  '---\n',
  '---\n',
  '---\n',
  ' ---\n',
  '\n---\n',
  '--- \n',
  '\uFEFF---\n',
  '----\n',
  '<!--\n',
);
const closing = fc.constantFrom('---\n\n', '---\n\n', '---\n\n', '...\n\n', '--- \n', '-->\n', '---');
const frontmatter = fc.oneof(
  fc.constant('---\ntitle: Home\n---\n\n'),
  fc.constant(''),
  fc.tuple(opening, entries, closing).map((parts) => parts.join('')),
);

const page = fc
  .tuple(frontmatter, fc.array(block, { maxLength: 4 }), fc.constantFrom('\n', '\r\n'))
  .map(([head, blocks, lineEnding]) => `${head}${blocks.join('\n\n')}\n`.replaceAll('\n', lineEnding));

const file = fc.constantFrom(
  'home.md',
  'care/tank.md',
  'care/old notes.md',
  'v1.2.md',
  'de/start.md',
  'qa/x.md',
  'login.md',
  'care/water.html',
  'wiki-templates/x.md',
);
const settings = fc
  .tuple(fc.boolean(), fc.boolean())
  .map(
    ([namespacing, hasHost]) =>
      `site:\n  namespacing: ${namespacing}\n${hasHost ? '  host: https://pond.example.org\n' : ''}`,
  );

const fixed: readonly [string, string][] = [
  ['care/water.md', '---\ntitle: Water\n---\n\n## 2.0\n\n## Flow\n\n# Links\n'],
  ['de/wasser.md', '---\ntitle: Wasser\n---\n\nKühl.\n'],
  ['de/home.md', '---\ntitle: Start\n---\n\nHallo.\n'],
  ['hidden.md', '---\ntitle: Hidden\nisPublished: false\n---\n\nNot yet.\n'],
  ['v12.md', '---\ntitle: Version\n---\n\nNew.\n'],
  ['assets/tank.png', ''],
  ['zh/x.png', ''],
];

test('each fix of each problem of any small wiki', () => {
  const wiki = fc.tuple(fc.dictionary(file, page, { maxKeys: 3 }), settings);
  fc.assert(
    fc.property(wiki, ([pages, yaml]) => {
      checkAllFixes(new Map<string, string>([...fixed, ['.aux-wiki.yml', yaml], ...Object.entries(pages)]));
    }),
    { numRuns: 100, includeErrorInReport: true },
  );
});

function checkAllFixes(files: Files): void {
  const wiki = indexOf(files);
  const before = problemsOf(wiki);
  for (const found of before) {
    for (const fix of fixesOf(found, wiki, files)) assertMends(found, fix, before, files);
  }
}
