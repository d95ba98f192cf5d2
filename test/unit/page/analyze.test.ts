import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { analyzePage } from '../../../server/src/page/analyze.ts';
import { contentHtml } from '../../../server/src/page/contentHtml.ts';
import type { Page } from '../../../server/src/page/page.ts';
import type { OffsetRange } from '../../../server/src/util/range.ts';
import { defaultRendering } from '../../../server/src/wiki/renderingModules.ts';
import type { WikiSettings } from '../../../server/src/wiki/settings.ts';
import { assertSoundFacts } from '../../support/sound.ts';

const settings: WikiSettings = {
  site: { host: '', locale: 'en', namespacing: false },
  rendering: defaultRendering,
  rules: {},
  images: { maxSize: 1e6 },
  ignore: [],
  templates: '',
};

interface Expected {
  /** `form: text → url`, and what the ranges cut out of the source: the construct, then the destination if it is written. */
  readonly links?: readonly (readonly [string, string, string?])[];
  /** `level #id text`, then the heading's source and its readable part. */
  readonly headings?: readonly (readonly [string, string, string])[];
  /** `form: alt → url`, the construct, the destination. */
  readonly images?: readonly (readonly [string, string, string?])[];
  readonly otherIds?: readonly string[];
}

/** Checks the facts that are named; a file is Markdown unless its name says otherwise. */
function check(text: string, expected: Expected, file = 'page.md', hasByteOrderMark = false): Page {
  const page = analyzePage(file, text, settings, { hasByteOrderMark });
  const cut = ({ start, end }: OffsetRange) => text.slice(start, end);
  const actual: Expected = {
    links: page.links.map(({ form, text: shown, url, range, href, hrefRange }) => {
      const what = `${form}: ${shown} → ${url}`;
      return href === undefined ? [what, cut(range)] : [what, cut(range), cut(hrefRange)];
    }),
    headings: page.headings.map(({ level, id, text: shown, range, textRange }) => [
      `${level} #${id} ${shown}`,
      cut(range),
      cut(textRange),
    ]),
    images: page.images.map(({ form, alt, url, range, src, srcRange }) => {
      const what = `${form}: ${alt} → ${url}`;
      return src === undefined ? [what, cut(range)] : [what, cut(range), cut(srcRange)];
    }),
    otherIds: page.otherIds,
  };
  for (const key of Object.keys(expected) as (keyof Expected)[]) assert.deepEqual(actual[key], expected[key], key);
  assertSoundFacts(page, text);
  return page;
}

test('links after a frontmatter, with any line ends', () => {
  for (const newline of ['\n', '\r\n', '\r']) {
    const text = ['---', 'title: T', '---', '', '# H', '', 'a [b](c) d', '> e', '> [f](/g)'].join(newline);
    check(text, {
      links: [
        ['inline: b → c', '[b](c)', 'c'],
        ['inline: f → /g', '[f](/g)', '/g'],
      ],
      headings: [['1 #h H', '# H', 'H']],
    });
  }
});

test('a link of a reference has its destination in the definition, the first of its label', () => {
  const page = check('[a][r] ![b][R]\n\n> [r]: </x y> "t"\n\n[R]: /z', {
    links: [['reference: a → /x%20y', '[a][r]', '/x y']],
    images: [['reference: b → /x%20y', '![b][R]', '/x y']],
  });
  assert.deepEqual(
    page.definitions.map(({ label, href }) => [label, href]),
    [
      ['R', '/x y'],
      ['R', '/z'],
    ],
  );
});

test('raw HTML: attributes have exact places, in blocks, between words and in containers', () => {
  check('<div id=i>\n<a\n  HREF = "/a&amp;b" class=x>c</a> <img src=\'d.png\' alt="e">\n</div>', {
    links: [['html: c → /a&b', '<a\n  HREF = "/a&amp;b" class=x>c</a>', '/a&amp;b']],
    images: [['html: e → d.png', '<img src=\'d.png\' alt="e">', 'd.png']],
    otherIds: ['i'],
  });
  check('- > x <a href=b\n  > title="t">*y*</a> z', {
    links: [['html: y → b', '<a href=b\n  > title="t">*y*</a>', 'b']],
  });
  check('> <p>\n>   <a href="/b">c</a>\n> </p>\n\n<a>d</a> <a href>e</a>', {
    links: [
      ['html: c → /b', '<a href="/b">c</a>', '/b'],
      ['html: d → undefined', '<a>d</a>'],
      ['html: e → ', '<a href>e</a>', ''],
    ],
  });
  check(
    'x <a class="href=y"/href=b href="c"title=d>e</a>',
    {
      links: [['html: e → b', '<a class="href=y"/href=b href="c"title=d>e</a>', 'b']],
    },
    'page.html',
  );
  check('<p><svg><a xlink:href="/b">c</a></svg></p>', {
    links: [['html: c → /b', '<a xlink:href="/b">c</a>', '/b']],
  });
  check('<h2 id="x">A <b>b</b></h2>\n\ntext', {
    headings: [['2 #x A b', '<h2 id="x">A <b>b</b></h2>', 'A <b>b</b>']],
    otherIds: [],
  });
});

test('headings: marks and attributes are no text; the sanitiser takes some ids', () => {
  check('## A [b](c) ##\n\nTitle\n=====\n\n### D {#d-d .x}\n\n> - # E', {
    headings: [
      ['2 #a-b A b', '## A [b](c) ##', 'A [b](c)'],
      ['1 #null Title', 'Title\n=====', 'Title'],
      ['3 #d-d D', '### D {#d-d .x}', 'D'],
      ['1 #e E', '# E', 'E'],
    ],
  });
});

test('images: sizes stay outside the place of the file, emoji and diagrams are left out', () => {
  check('![a](b.png =10x20) :tada: [![c](d.png)](e)\n\n@startuml\nA -> B\n@enduml', {
    images: [
      ['inline: a → b.png', '![a](b.png =10x20)', 'b.png'],
      ['inline: c → d.png', '![c](d.png)', 'd.png'],
    ],
    links: [['inline:  → e', '[![c](d.png)](e)', 'e']],
  });
});

test('footnotes are links to their texts, and the links in the texts keep their places', () => {
  check('a[^x] b^[c [d](e)]\n\n[^x]: f <http://g.h>', {
    links: [
      ['footnote: [1] → #fn1', '[^x]'],
      ['footnote: [2] → #fn2', '^[c [d](e)]'],
      ['autolink: http://g.h → http://g.h', '<http://g.h>', 'http://g.h'],
      ['inline: d → e', '[d](e)', 'e'],
    ],
  });
});

test('a link whose scheme the sanitiser does not know keeps its place, but leads nowhere', () => {
  const page = check('[a](git://b) [c](https://d)', {
    links: [
      ['inline: a → git://b', '[a](git://b)', 'git://b'],
      ['inline: c → https://d', '[c](https://d)', 'https://d'],
    ],
  });
  assert.deepEqual(
    page.links.map(({ isHrefDeleted }) => isHrefDeleted),
    [true, undefined],
  );
});

test("HTML in mathematics that cannot be read is the page's own", () => {
  check('$$\n\\x{ <a href="b">c</a>\n$$', { links: [['html: c → b', '<a href="b">', 'b']] });
});

test('a link within a drawing stands at the first line of the drawing, as nobody can read the rest', () => {
  const drawing = btoa('<svg xmlns="http://www.w3.org/2000/svg"><a xlink:href="/b"><text>c</text></a></svg>');
  check(`a\n\n\`\`\`diagram\n${drawing}\n\`\`\``, { links: [['html: c → /b', '```diagram']] });
});

test('links of tab titles and tab panels, where the final page has them', () => {
  check('# T {.tabset}\n\n## [a](b)\n\n[c](d)\n\n## e\n\nf', {
    links: [
      ['inline: a → b', '[a](b)', 'b'],
      ['inline: c → d', '[c](d)', 'd'],
    ],
    headings: [],
  });
});

test('an HTML page is its own HTML', () => {
  check(
    '<!--\ntitle: T\n-->\n\n<h1>A</h1>\r\n<p><a href="/b">c</a> <img src=d></p>',
    {
      links: [['html: c → /b', '<a href="/b">c</a>', '/b']],
      images: [['html:  → d', '<img src=d>', 'd']],
      headings: [['1 #a A', '<h1>A</h1>', 'A']],
    },
    'page.html',
  );
});

test('an AsciiDoc page is listed, not analysed', () => {
  const page = check('= A\n\nlink:/b[c] [d](e)', { links: [], headings: [], images: [] }, 'a/page.adoc');
  assert.equal(page.title, 'page');
  assert.deepEqual(page.address, { locale: 'en', path: 'a/page' });
});

test('a byte order mark keeps Wiki.js from the frontmatter, and moves no range', () => {
  const page = check('---\ntitle: T\n---\n\n[a](b)', { links: [['inline: a → b', '[a](b)', 'b']] }, 'page.md', true);
  assert.equal(page.title, 'page');
  assert.equal(page.contentStart, 0);
});

test('any text gives a page with sound facts', () => {
  const piece = fc.constantFrom(
    ...'[ ] ( ) ! < > # * _ ` ~ ^ | : - = + { } " \' \\ & ; $ @ . / a b 1 \n \r \t'.split(' '),
    ...[
      '\n\n',
      '\n> ',
      '\n- ',
      '\n* [ ] ',
      '\n1. ',
      '\n    ',
      '\n\t',
      '\n| a | b |\n|-|-|\n| ',
      ' | ',
      ' |\n',
      ' \\\n',
    ],
    ...['[a](b)', '[c](d "e")', '[c](<f g> (t))', '![a](b =1x1)', '[a]', '[x][a]', '[b\nc]', '\n[a]: /x\n'],
    ...[
      '<a href="b">',
      '<a\nhref=c>',
      '<img src="d">',
      '</a>',
      '<div>',
      '</div>',
      '\n<div>\n<a href="q">',
      '<!--',
      '-->',
    ],
    ...['[^1]', '\n[^1]: ', '^[', '\n[b c]:\n<y>\n"t"\n', 'http://a.b', 'www.a.b', 'm@n.org', '<http://z.z>'],
    ...['\n# ', '\n## a {.tabset}', ' {#x}', '\n---\n', '\n===\n', '\n```\n', '\n@startuml\n', '\n*[b]: abbr\n'],
    ...[
      '$x$',
      '$$',
      '**',
      '`[a](b)`',
      '&amp;',
      '&quot;',
      '\\|',
      '\0',
      'é',
      '😀',
      '\r\n',
      '\r\n> ',
      '---\ntitle: a\n---\n',
    ],
  );
  const texts = fc.array(piece, { minLength: 10, maxLength: 60, size: 'max' }).map((pieces) => pieces.join(''));
  const everything = {
    ...settings,
    rendering: Object.fromEntries(
      Object.entries(defaultRendering).map(([module, options]) => [module, { ...options, enabled: true }]),
    ),
  };
  fc.assert(
    fc.property(texts, fc.constantFrom('a.md', 'a.html', 'a.adoc'), fc.boolean(), (text, file, withAll) => {
      assertSoundFacts(analyzePage(file, text, withAll ? everything : settings), text);
      // A page whose content breaks a library has facts too, but none should.
      contentHtml(text, 'markdown', 0, defaultRendering);
    }),
    { numRuns: 300 },
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      assertSoundFacts(analyzePage('a.md', text, settings), text);
    }),
    { numRuns: 200 },
  );
});
