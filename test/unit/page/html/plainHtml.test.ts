import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseAnyDocument } from '../../../../server/src/page/html/parse.ts';
import { readPlainDocument } from '../../../../server/src/page/html/plainHtml.ts';
import { serializeBody } from '../../../../server/src/page/html/serialize.ts';
import { createMarkdown } from '../../../../server/src/page/markdown/markdown.ts';
import { longPage } from '../../../support/longPage.ts';
import { renderingWith } from '../../../support/markdown.ts';

// The quick reader is right where it gives the very tree, origins included, that the parser of all HTML gives.

/** Whether the quick reader reads it; if it does, as parse5 does, for the first time and after a step. */
function isReadRight(html: string): boolean {
  const plain = readPlainDocument(html);
  if (plain === undefined) return false;
  assert.deepStrictEqual(plain, parseAnyDocument(html), html);
  const { html: written, origins } = serializeBody(plain);
  const reread = readPlainDocument(written, origins);
  if (reread !== undefined) assert.deepStrictEqual(reread, parseAnyDocument(written, origins), written);
  return true;
}

const names =
  'a abbr applet area article b base blockquote body br button caption center code col colgroup dd desc details div dl dt em embed fieldset font foreignObject form frameset h1 h2 head hr html i iframe image img input li link listing main marquee math mi mo mtext annotation annotation-xml mrow nobr noscript object ol optgroup option p path plaintext pre rb rp rt rtc ruby script select span strike style sub summary svg table tabset tbody td template textarea tfoot th thead title tr u ul video x-y linearGradient DIV Br xmp'.split(
    ' ',
  );
const usualNames =
  'a b blockquote br code dd details div dl dt em h2 h3 hr img li ol p pre span strong svg math mi ul path'.split(' ');
const texts = [
  ...[
    'x',
    ' ',
    '\n',
    '\n\n',
    '\t',
    'a &lt; b',
    '&amp;',
    '&nbsp;',
    '&copy;',
    '&notit;',
    '&#10;',
    '&#32;',
    '&#13;',
    '&#0;',
    '&#x80;',
  ],
  ...[
    '&',
    '& b',
    '&ampx',
    '<',
    '< a',
    '>',
    '<!-- c -->',
    '<!---->',
    '<!-->',
    '<!--a--->',
    '<!--a--!>-->',
    '<!-- <b> -->',
  ],
  ...[
    '<!doctype html>',
    '<![CDATA[x]]>',
    '<?x?>',
    '</p>',
    '</br>',
    '</x>',
    '{{ x }}',
    '\r\n',
    '\0',
    '😀',
    '\ud800',
    '\ufeff',
  ],
];
const attributes = [
  ...[
    '',
    '',
    '',
    '',
    ' class="a"',
    ' class=\'a "b"\'',
    ' href=/x/',
    ' href="/x?a=1&amp;b=2"',
    ' href="/x?a=1&b=2&copy=3"',
  ],
  ...[
    ' title="&quot;&lt;/body>\n"',
    ' xlink:href="/x"',
    ' xmlns="x"',
    ' viewBox="0"',
    ' definitionURL=a',
    ' a&b=c',
    ' A=1 a=2',
  ],
  ...[
    ' disabled',
    ' a=',
    ' a = "b"',
    ' "',
    ' =a',
    ' a="b"c',
    '/',
    ' /',
    ' / a',
    ' v-slot:tabs @click="x" #y',
    ' é=1',
    ' a=é',
    ' a=`',
  ],
];

function markup(elementNames: readonly string[], isOrderly: boolean): fc.Arbitrary<string> {
  const closing = isOrderly ? fc.constant(true) : fc.boolean();
  return fc.letrec<{ nodes: string }>((tie) => ({
    nodes: fc
      .array(
        fc.oneof(
          { maxDepth: 5 },
          fc.constantFrom(...(isOrderly ? texts.slice(0, 9) : texts)),
          fc
            .tuple(
              fc.constantFrom(...elementNames),
              fc.constantFrom(...attributes.slice(0, isOrderly ? 9 : 99)),
              tie('nodes'),
              closing,
            )
            .map(([name, attribute, inside, isClosed]) => {
              const isVoid = /^(?:area|br|col|embed|hr|img|input)$/.test(name);
              return isVoid && isOrderly
                ? `<${name}${attribute}>`
                : `<${name}${attribute}>${inside}${isClosed ? `</${name}>` : ''}`;
            }),
        ),
        { maxLength: 4 },
      )
      .map((pieces) => pieces.join('')),
  })).nodes;
}

function checkMany(what: string, html: fc.Arbitrary<string>, leastRead: number): void {
  test(`${what} is read as parse5 reads it, or not at all`, () => {
    let read = 0;
    const isRight = (text: string) => {
      if (isReadRight(text)) read++;
    };
    fc.assert(fc.property(html, isRight), { numRuns: 3000 });
    assert.ok(read >= leastRead, `only ${read} of 3000 were read`);
  });
}

checkMany('HTML of any kind', markup(names, false), 300);
checkMany('well-formed HTML', markup(names, true), 600);
checkMany('what pages are made of', markup(usualNames, true), 1000);
checkMany(
  'a heap of pieces',
  fc
    .array(fc.constantFrom(...texts, ...names.flatMap((name) => [`<${name}>`, `</${name}>`])), { maxLength: 6 })
    .map((pieces) => pieces.join('')),
  100,
);

const everything = createMarkdown(
  renderingWith({ markdownMultiTable: { enabled: true }, markdownCore: { underline: true } }),
);
const markdown = fc
  .array(
    fc.constantFrom(
      ...[
        '# a\n',
        '## b {.tabset}\n',
        '- c\n',
        '  - d\n',
        '- [x] e\n',
        '1. f\n',
        '> g\n',
        '{.is-info}\n',
        '\n',
        '\n\n',
        '---\n',
      ],
      ...[
        '**h**',
        '[i](/i)',
        '![j](k.png =10x20)',
        '`l`',
        '$x^2$',
        '\n$$\n\\frac12\n$$\n',
        ':smile:',
        '[^1]',
        '\n[^1]: m\n',
        '~~n~~',
      ],
      ...[
        '```nix\no\n```\n',
        '| p | q |\n|---|:-:|\n| r | s |\n',
        '<b>',
        '</b>',
        '<div>\n',
        '\n</div>\n',
        '<!-- t -->',
        '&copy;',
        '<br>',
      ],
      ...['    u\n', '*[v]: w\n', 'https://a.com', '\\\n', '<img src=x>', 'y', ' ', '&', '"'],
    ),
    { maxLength: 30 },
  )
  .map((pieces) => everything.render(pieces.join(''), {}));
checkMany('what Markdown makes', markdown, 1500);

function check(what: string, html: string, isRead: boolean): void {
  test(`${what} ${isRead ? 'is' : 'is not'} read quickly`, () => assert.equal(isReadRight(html), isRead));
}

check('a long page', createMarkdown(renderingWith({})).render(longPage(5000), {}), true);
check('nothing', '', true);
check('text alone', ' \n a', true);
check('a comment before the page', '<!-- a -->\n<p>b</p>', true);
check('names in capitals', '<P ALIGN=center>a<BR></P>', true);
check('a style further down', '<p></p><style>a > b { color: red }</style>', true);
check('a style before the page', '<style>a</style>', false);
check(
  'a diagram',
  '<div><svg viewBox="0"><g><foreignObject><p>a</p></foreignObject></g><path d="M0"/></svg></div>',
  true,
);
check('a pre that begins with line ends', '<pre>\n\na</pre>', true);
check('a table without body', '<table><tr><td>a</td></tr></table>', false);
check('a paragraph that is not closed', '<p>a', false);
check('tags that cross', '<b><i>a</b></i>', false);
check('a block in a paragraph', '<p><div>a</div></p>', false);
check('a link in a link', '<a href="/a"><b><a href="/b">c</a></b></a>', false);
check('elements in the description of a drawing', '<svg><desc><path></path></desc></svg>', false);
