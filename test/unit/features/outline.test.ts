import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { DocumentSymbol, SelectionRange } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { documentSymbols } from '../../../server/src/features/documentSymbols.ts';
import { foldingRanges } from '../../../server/src/features/foldingRanges.ts';
import { selectionRanges } from '../../../server/src/features/selectionRanges.ts';
import { featureInput, notCancelled } from '../../support/feature.ts';

const withCursor = (fixture: string) => (fixture.includes('█') ? fixture : `${fixture}█`);

describe('the outline', () => {
  /** Each heading with the lines of its section, zero-based, indented as it lies. */
  const check = (fixture: string, expected: string[]) =>
    test(JSON.stringify(fixture), async () => {
      const { context } = featureInput(withCursor(fixture));
      const lines = (symbols: readonly DocumentSymbol[], indent = ''): string[] =>
        symbols.flatMap(({ name, range, children }) => [
          `${indent}${name} ${range.start.line}-${range.end.line}`,
          ...lines(children ?? [], `${indent}  `),
        ]);
      assert.deepEqual(lines(await documentSymbols(context, notCancelled)), expected);
    });
  check('---\ntitle: T\n---\n# One\n\n## Two *b* `c`\n\ntext\n\n## Three\n# Four\n', [
    'One 3-9',
    '  Two b c 5-7',
    '  Three 9-9',
    'Four 10-10',
  ]);
  check('# A\n\n#### Deep\n\n## B\n', ['A 0-4', '  Deep 2-2', '  B 4-4']);
  check('## Tabs {.tabset}\n\n### One\n\na\n\n### Two\n\nb\n', ['Tabs 0-8', '  One 2-4', '  Two 6-8']);
  check('Setext\n======\n\n```\n# code\n```\n', ['Setext 0-5']);
  check('# 😀 A\r\n\r\ntext\r\n## B\r\n', ['😀 A 0-3', '  B 3-3']);
  check('#\n', ['# 0-0']);
  check('--- /a.html\n<h1>One</h1>\n<p>x</p>\n<h2>Two</h2>\n', ['One 0-2', '  Two 2-2']);
  check('text\n', []);
});

describe('folds', () => {
  /** `first-last` line of each fold. */
  const check = (fixture: string, expected: string[]) =>
    test(JSON.stringify(fixture), async () => {
      const { context } = featureInput(withCursor(fixture));
      const folds = await foldingRanges(context, notCancelled);
      assert.deepEqual(
        folds.map(({ startLine, endLine }) => `${startLine}-${endLine}`),
        expected,
      );
    });
  check('---\ntitle: T\n---\n\n# One\n\ntext\n\n## Two\n\nmore\n\n', ['0-2', '4-10', '8-10']);
  check('- a\n- b\n  more\n- c\n\ntext\n', ['0-3', '1-2']);
  check('```js\ncode\n```\n\n> quote\n> more\n{.is-info}\n', ['0-2', '4-6']);
  check('| a | b |\n|---|---|\n| 1 | 2 |\n', ['0-2']);
  check('## Tabs {.tabset}\n\n### One\n\na\n\n### Two\n\nb\n\n## Next\n\nx\n', ['0-8', '2-4', '6-8', '10-12']);
  check('<details>\n<summary>x</summary>\n</details>\n', ['0-2']);
  check('--- /a.html\n<!--\ntitle: T\n-->\n<h1>A</h1>\n<p>x</p>\n', ['0-2', '3-4']);
  check('one line\n', []);
});

describe('a growing selection', () => {
  /** The texts that are selected, one after the other; the whole page is left out. */
  const check = (fixture: string, expected: string[]) =>
    test(JSON.stringify(fixture), async () => {
      const { context, position } = featureInput(fixture);
      const [first] = await selectionRanges(context, [position], notCancelled);
      const document = TextDocument.create('file:///x', 'markdown', 1, context.text);
      const texts: string[] = [];
      for (let it: SelectionRange | undefined = first; it?.parent !== undefined; it = it.parent)
        texts.push(document.getText(it.range));
      assert.deepEqual(texts, expected);
    });
  check('# A\n\nSee [the page](/a/b█) now.\n\n# B\n', [
    '/a/b',
    '[the page](/a/b)',
    'See [the page](/a/b) now.',
    '# A\n\nSee [the page](/a/b) now.',
  ]);
  check('- one\n- tw█o\n  more\n\nend\n', ['two\n  more', '- two\n  more', '- one\n- two\n  more']);
  check('---\ntags: a, bc█\ntitle: T\n---\nx\n', [
    'bc',
    'a, bc',
    'tags: a, bc',
    'tags: a, bc\ntitle: T\n',
    '---\ntags: a, bc\ntitle: T\n---',
  ]);
  check('😀 ![x](/😀█.png) y\r\n', ['/😀.png', '![x](/😀.png)', '😀 ![x](/😀.png) y']);

  test('each answer belongs to its position', async () => {
    const { context } = featureInput('# A█\n\ntext\n');
    const found = await selectionRanges(
      context,
      [
        { line: 0, character: 2 },
        { line: 2, character: 1 },
        { line: 99, character: 0 },
      ],
      notCancelled,
    );
    assert.deepEqual(
      found.map(({ range }) => range.start.line),
      [0, 2, 0],
    );
  });
});
