import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { failureOf } from '../../../../server/src/page/markdown/failures.ts';
import { createMarkdown } from '../../../../server/src/page/markdown/markdown.ts';
import { renderingWith } from '../../../support/markdown.ts';

const everything = createMarkdown(
  renderingWith({
    markdownCore: { typographer: true },
    markdownKroki: { enabled: true },
    markdownMultiTable: { enabled: true },
    markdownPivotTable: { enabled: true },
  }),
);

const syntax = [
  ...[
    '*',
    '_',
    '~~',
    '`',
    '[',
    ']',
    '(',
    ')',
    '![',
    '<',
    '>',
    '<!--',
    '-->',
    '{.a}',
    '{',
    '}',
    '$',
    '$$',
    '\\',
    '|',
    '^^',
  ],
  ...[
    '|a=SUM({b})|b|\n|-|-|\n|1|2|\n',
    '|-|-|\n',
    '- ',
    '> ',
    '1. ',
    '# ',
    '```',
    '```plantuml\n',
    '```kroki\n',
    '[^1]',
    '[^1]: ',
  ],
  ...[
    '^[',
    '*[a]: b\n',
    '[a]: b\n',
    ':smile:',
    ':)',
    'https://a.com',
    'a@b.co',
    '\n',
    '\n\n',
    '    ',
    '\t',
    'a',
    'ü',
    '😀',
    '\ud800',
  ],
];

test('no text makes the parser throw', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...syntax), fc.string()), { maxLength: 60 }), (parts) => {
      assert.equal(typeof everything.render(parts.join(''), {}), 'string');
    }),
    { numRuns: 500 },
  );
});

function checkFailure(source: string, expected: RegExp | undefined): void {
  test(`whether Wiki.js renders ${JSON.stringify(source)}`, () => {
    const env = {};
    everything.render(source, env);
    const failure = failureOf(env);
    if (expected === undefined) assert.equal(failure, undefined);
    else assert.match(failure ?? '', expected);
  });
}

// markdown-it-attrs, markdown-it-decorate and markdown-it-pivot-table throw at these: the page stays without HTML.
checkFailure('{.a} text *b*', /braces/);
checkFailure('{.a} text ![b](c)', /braces/);
checkFailure('{x} text ![b](c)', undefined);
checkFailure('*b*{.a}', undefined);
checkFailure('text <!-- {constructor: .a} -->', /constructor/);
checkFailure('| a=b | c |\n|---|---|\n| 1 | 2 |', /pivot/);
checkFailure('| a=SUM({c}) |\n|---|\n| |', /pivot/);
checkFailure('| a=SUM(1) |\n|---|\n| x |', /pivot/);
checkFailure('| a=SUM({a}) |\n|---|\n| |', /pivot/);
checkFailure('| a=SUM(1) |\n|---|\n| |', undefined);

/** Texts that some Markdown parsers need quadratic time for. */
const pathological: Readonly<Record<string, (size: number) => string>> = {
  'marks that open': (size) => '*a _b '.repeat(size),
  'marks that close': (size) => 'a* b_ '.repeat(size),
  brackets: (size) => '['.repeat(size),
  'images that are not closed': (size) => '![a]('.repeat(size),
  'runs of backticks': (size) => '`a``b```c'.repeat(size),
  'spaces before a line break': (size) => `a${' '.repeat(size * 5)}\nb`,
  'comments that are not closed': (size) => '<!-- a'.repeat(size),
  'instructions that are not closed': (size) => '<?'.repeat(size),
  'declarations that are not closed': (size) => '<!A '.repeat(size),
  'links in text': (size) => 'a.com http: b@c.de '.repeat(size),
  'quotes before an at sign': (size) => `${'"'.repeat(size)}@`,
  'quotes that open': (size) => '"a '.repeat(size),
  definitions: (size) => '[a]: b\n'.repeat(size),
  'dollar signs behind backslashes': (size) => `$${'\\$'.repeat(size)}`,
  'attributes after each other': (size) => '*a*{.b} '.repeat(size),
};

for (const [what, textOf] of Object.entries(pathological)) {
  test(`time grows with the text: ${what}`, () => {
    const time = (size: number): number => {
      const start = process.cpuUsage();
      everything.render(textOf(size), {});
      return process.cpuUsage(start).user / 1000;
    };
    time(500);
    const least = (size: number): number => Math.min(...Array.from({ length: 5 }, () => time(size)));
    // Quadratic would be a hundred times; a busy machine must not fail, so small times do not count and the least one does.
    const [small, large] = [least(400), least(4000)];
    assert.ok(large < 150 || large < 50 * small, `${small} ms became ${large} ms`);
  });
}
