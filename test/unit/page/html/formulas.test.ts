import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildDocument, type FinalDocument } from '../../../../server/src/page/html/document.ts';
import { settledFormula } from '../../../../server/src/page/html/formulas.ts';
import { htmlOfBody } from '../../../../server/src/page/html/serialize.ts';
import { createMarkdown } from '../../../../server/src/page/markdown/markdown.ts';
import { pageBlocks } from '../../../../server/src/render/pageBlocks.ts';
import { markSourceLines } from '../../../../server/src/render/sourceLines.ts';
import { readSettingsFile } from '../../../../server/src/wiki/settingsFile.ts';
import { renderingWith } from '../../../support/markdown.ts';

// Formulas go past Wiki.js's steps where what these do is known. The proof: the page is the same as if every step had seen them.

const { site } = readSettingsFile('').settings;
const rendering = renderingWith({ markdownMultiTable: { enabled: true } });
const md = createMarkdown(rendering);

/** All that is said of a page: elements by their names and origins, since the trees differ. */
function everythingOf(final: FinalDocument): unknown {
  const { links, headings, images, media, otherIds, toc, noticed, linkStates } = final;
  const html = htmlOfBody(final.document);
  const facts = JSON.stringify(
    { links, headings, images, media, otherIds, toc, noticed, states: [...linkStates] },
    (_, value) => (value?.kind === 'element' ? `${value.name} ${value.origin?.start}-${value.origin?.end}` : value),
  );
  markSourceLines(final.elements, ({ start }) => start);
  return { html, facts, blocks: pageBlocks(final.document, final.elements) };
}

/** Gives how many formulas went past the steps. */
function formulasPastSteps(html: string, settings = rendering): number {
  const build = (settle?: typeof settledFormula) =>
    everythingOf(buildDocument(html, { locale: 'en', path: 'a/b' }, { site, rendering: settings }, settle));
  let settled = 0;
  const short = build((formula) => {
    const result = settledFormula(formula);
    if (result !== undefined) settled++;
    return result;
  });
  assert.deepEqual(
    short,
    build(() => undefined),
    html,
  );
  return settled;
}

const formulas = [
  '$x^2$',
  "$f'(a) < b & c$",
  '$\\frac{{a}}{b}$',
  '$\\sqrt{\\text{a b}}$',
  '$\\href{/c}{d}$',
  '$\\vec{v} \\cancel{w}$',
  '\n\n$$\n\\begin{pmatrix}a & b\\\\c & d\\end{pmatrix}\n$$\n\n',
  '$\\text{\\{\\{ e \\}\\}}$',
  '$\\text{{{ e }}}$',
  '$\\nosuch$',
];
const likeFormulas = [
  '<span class="katex">a</span>',
  '<span class="katex"><span id="f">a</span></span>',
  '<span class="katex"><span data-line="3" onclick="a()">b</span></span>',
  '<span class="katex"><span class="toc-anchor">a</span></span>',
  '<span class="katex"><a href="/b">c</a><img src="d"></span>',
  '<span class="katex"><span>{{ a }}</span></span>',
  '<span class="katex"><span title="</span>">a</span></span>',
  '<span class="katex"><span title="<span ">a</span></span>',
  '<span class="katex"><i>a</span></i>',
  '<span class="katex"><span class="katex"> a</span>',
  '<span class="katex"><math><mtext><span>a</span></mtext></math></span>',
  '<span class="katex"><svg><foreignObject><p>a</p></foreignObject></svg></span>',
  '<span class="katex"><!-- a --></span>',
  '<span class="katex"><style>a</style> &amp;#x263a; &#x263a;</span>',
  '<span class="katex"><span> &#x26;#x263a;<x-y>a</x-y></span></span>',
];
const around = [
  ...[
    '# ',
    '## ',
    '\n## T {.tabset}\n',
    '\n### ',
    '\n#### ',
    '- ',
    '  - ',
    '\n> ',
    '\n{.is-info}\n',
    '[',
    '](/c)',
    '**',
  ],
  ...['| a | ', ' | b |\n|---|---|\n| ', '[^1]', '\n\n[^1]: ', '\n\n', '\n', '\n\n', ' ', 'a', '{{ ', ' }}', '\n---\n'],
  ...['<div>\n\n', '\n\n</div>\n\n', '<div>', '</div>', '<b>', '</b>', '<p>', '<x-y>', '</x-y>', '<table>', '<tr><td>'],
  ...[
    '<!-- c -->',
    '<!-- -d- -->',
    '<a href="/e">',
    '</a>',
    '<pre>',
    '</pre>',
    '<svg>',
    '</svg>',
    '<style>',
    '</style>',
  ],
  ...[
    '<select>',
    '<foreignObject>',
    '<button>',
    '\n```mermaid\n',
    '\n```\n',
    '<pre class="diagram">',
    '&#x263a;',
    '<math>',
  ],
];
const pages = (pieces: readonly string[]) =>
  fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(...formulas)), { minLength: 1, maxLength: 16 })
    .map((chosen) => md.render(chosen.join(''), {}));

function checkMany(what: string, page: fc.Arbitrary<string>, numRuns: number, leastSettled: number): void {
  test(`${what} is the same, though steps go past formulas`, () => {
    let settled = 0;
    fc.assert(
      fc.property(page, (html) => {
        settled += formulasPastSteps(html);
      }),
      { numRuns },
    );
    assert.ok(settled >= leastSettled, `only ${settled} formulas in ${numRuns} pages`);
  });
}

checkMany('an orderly page', pages(around.slice(0, 28)), 500, 150);
checkMany('any page', pages([...around, ...likeFormulas]), 1000, 150);
checkMany('what looks like formulas', pages(likeFormulas), 300, 100);

test('formulas are short cuts only where the sanitiser is on', () => {
  const html = md.render('# A $x^2$\n\n<b>$\\frac12$</b>', {});
  assert.equal(formulasPastSteps(html), 2);
  assert.equal(formulasPastSteps(html, renderingWith({ htmlSecurity: { safeHTML: false } })), 0);
  assert.equal(formulasPastSteps(html, renderingWith({ htmlSecurity: { allowIFrames: true } })), 2);
});

test('spans that stand in each other without end are looked at once', () => {
  let looks = 0;
  const html = '<span class="katex">'.repeat(2000) + '</span>'.repeat(2000);
  buildDocument(html, { locale: 'en', path: 'a' }, { site, rendering }, () => {
    looks++;
    return undefined;
  });
  assert.equal(looks, 1);
});
