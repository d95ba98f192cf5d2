import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isShownTheSame } from '../../../server/src/edits/isShownTheSame.ts';
import type { TextChange } from '../../../server/src/edits/plan.ts';
import { markdownTools } from '../../../server/src/remark/tools.ts';
import { styleRules } from '../../../server/src/rules/registry.ts';
import { checkStyle } from '../../../server/src/rules/style/checkStyle.ts';
import { applyPlan } from '../../support/applyPlan.ts';
import { parseFixture } from '../../support/fixture.ts';
import { check, type Files, fixesOf, indexOf } from '../../support/problems.ts';
import { checkStyles, styleProblemsOf, withStyles } from '../../support/style.ts';

for (const { code, example, fixes } of styleRules) {
  for (const [name, lineEnding] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ] as const) {
    const read = (fixture: string): Files => {
      const { files } = parseFixture(fixture);
      return withStyles(new Map([...files].map(([file, text]) => [file, text.replaceAll('\n', lineEnding)])), code);
    };

    test(`${code}, ${name}: the wrong example is reported, the right one is not`, () => {
      assert.deepEqual([...new Set(styleProblemsOf(read(example.wrong)).map(({ problem }) => problem.code))], [code]);
      assert.deepEqual(styleProblemsOf(read(example.right)), []);
    });

    if (fixes === undefined) continue;
    test(`${code}, ${name}: the fix of the wrong example makes it the right one`, () => {
      const files = read(example.wrong);
      const [found] = styleProblemsOf(files);
      assert(found);
      const [fix] = fixesOf(found, indexOf(files), files);
      assert(fix?.preferred);
      assert.deepEqual(applyPlan(files, fix.plan), read(example.right));
    });
  }
}

test('syntax of Wiki.js is no bad style', () => {
  checkStyles(
    `--- /page.md
---
title: Page
---

# Tank {.tabset}

## Water {#water}

> **Cool**
>
> Not warm.
{.is-info}

**Framed**
{.frame}

Text with $a_1 * b_1 * c$, H~2~O, x^2^, ==marks== and ![fish](/fish.png =100x50).

$$
a *b* __c__

- d
* e
$$

## Rocket :rocket:

- links
- with a style
{.links-list}

| a | b |
| - | - |
| 1 | 2 |
{.dense}

@startuml
* one
- two


**three**

four
@enduml

- [x] fed
- [ ] cleaned
{.grid-list}

Text[^1].

[^1]: A note.
`,
    [],
  );
});

test('places are exact behind astral characters, frontmatter and CRLF', () => {
  checkStyles('---\r\ntitle: 🐡\r\n---\r\n\r\n🐡 *a* 🐡 _b_\r\n\r\n\r\n🐡\r\n', [
    "emphasis-marker '_b_'",
    "no-consecutive-blank-lines '\r\n'",
  ]);
});

test('blank lines at the beginning, at the end and in code are let be', () => {
  checkStyles('\n\n\nOne\n\n```sh\na\n\n\nb\n```\n\n\n', ["no-consecutive-blank-lines '\n\n'"]);
  checkStyles('# a\n\n', []);
});

test('lists that follow each other directly keep their markers', () => {
  checkStyles('* a\n\n- b\n\n+ c\n', []);
});

test('a variable is no prompt, and neither is a command that shows what it prints', () => {
  checkStyles('```sh\n$HOME/bin/fish\n```\n\n```sh\n$ fish\nblub\n```\n', []);
});

test('a table with something that remark takes for no cell is not formatted', () => {
  checkStyles('| a | b |\n| --- | --- |\n| 1 | 2 | 3 |\n', ["table-pipe-alignment '| a | b |'"]);
});

test('underscores that underline, and tables that are more than tables, have no style', () => {
  const files = new Map([
    ['a.md', '*a* _b_\n\na|b\n---|---\nlong|2\n'],
    [
      '.aux-wiki.yml',
      'rules: { style: hint }\nrendering: { markdownCore: { underline: true }, markdownMultiTable: { enabled: true } }',
    ],
  ]);
  assert.deepEqual(styleProblemsOf(files), []);
});

test('what is off is not looked for; settings say how grave a style is; HTML and ignored pages have none', () => {
  const text = '**Bold**\n\nText.\n\n* a\n\nb\n\n- c\n';
  const severities = (yaml: string, file = 'a.md') =>
    styleProblemsOf(
      new Map([
        [file, text],
        ['.aux-wiki.yml', yaml],
      ]),
    ).map(({ problem }) => `${problem.severity} ${problem.code}`);
  assert.deepEqual(severities(''), ['hint style/no-emphasis-as-heading']);
  assert.deepEqual(severities('rules: { style: off, style/unordered-list-marker-style: error }'), [
    'error style/unordered-list-marker-style',
  ]);
  assert.deepEqual(severities('rules: { style: warning }'), [
    'warning style/no-emphasis-as-heading',
    'warning style/unordered-list-marker-style',
  ]);
  assert.deepEqual(severities('rules: { style: off }'), []);
  assert.deepEqual(severities('rules: { style: hint }', 'a.html'), []);
  assert.deepEqual(severities('rules: { style: hint }\nignore: ["a.md"]'), []);
});

test('a page that is too long is left alone', () => {
  const files = withStyles(new Map([['a.md', `**Bold**\n\nText.\n\n${'long '.repeat(30_000)}`]]));
  assert.deepEqual(styleProblemsOf(files), []);
});

const lines = fc.array(
  fc.constantFrom(
    '* a',
    '- b *c* _d_',
    '  + e **f** __g__',
    '1. one',
    '2) two',
    '- [x] x',
    '* [X] y',
    '***',
    '---',
    '- - -',
    '```sh',
    '~~~',
    '$ ls',
    '> quote',
    '> | a | b 🐡 |',
    '> |-|-|',
    '| a | b |',
    '|--|:-:|',
    '| 表 | `\\|` | c',
    'a | b',
    '{.is-info}',
    '{.dense}',
    '# H :',
    'Setext',
    '======',
    '[t](a)',
    '[a]: /x "y"',
    '$$',
    '@startuml',
    '@enduml',
    '_a*b_ *c_d*',
    '<div>',
    '</div>',
    '',
    '',
    '',
    '   ',
  ),
  { maxLength: 14 },
);

test('a fix that is not meant to change the site changes nothing on it, and leaves nothing to fix twice', () => {
  const changing = ['style/no-reference-like-url', 'style/no-shell-dollars', 'style/no-heading-punctuation'];
  fc.assert(
    fc.property(lines, fc.constantFrom('\n', '\r\n'), (content, lineEnding) => {
      const text = `---\ntitle: T\n---\n${content.join('\n')}\n`.replaceAll('\n', lineEnding);
      const files = withStyles(new Map([['page.md', text]]));
      const wiki = indexOf(files);
      const page = wiki.files.get('page.md');
      assert(page);
      for (const problem of checkStyle(page, text, wiki, markdownTools)) {
        const { range } = problem;
        assert(0 <= range.start && range.start <= range.end && range.end <= text.length);
        for (const fix of fixesOf({ file: 'page.md', problem }, wiki, files)) {
          if (!changing.includes(problem.code)) assert(isShownTheSame(page, text, fix.plan, wiki.settings));
          const after = applyPlan(files, fix.plan);
          const again = styleProblemsOf(after).filter(({ problem: { code } }) => code === problem.code);
          const before = styleProblemsOf(files).filter(({ problem: { code } }) => code === problem.code);
          assert(again.length < before.length, `${problem.code} is left in ${JSON.stringify(after.get('page.md'))}`);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('all fixes together, as on save, change nothing on the site', () => {
  fc.assert(
    fc.property(lines, (content) => {
      const text = `${content.join('\n')}\n`;
      const files = withStyles(new Map([['page.md', text]]));
      const wiki = indexOf(files);
      const page = wiki.files.get('page.md');
      assert(page);
      const taken: TextChange[] = [];
      for (const problem of checkStyle(page, text, wiki, markdownTools)) {
        const fix = fixesOf({ file: 'page.md', problem }, wiki, files).find(({ safe }) => safe);
        const changes = fix?.plan.steps.filter((step) => step.kind === 'change') ?? [];
        const isApart = changes.every(({ range: a }) =>
          taken.every(({ range: b }) => a.end < b.start || b.end < a.start),
        );
        if (isApart) taken.push(...changes);
      }
      assert(isShownTheSame(page, text, { steps: taken }, wiki.settings), JSON.stringify(text));
    }),
    { numRuns: 300 },
  );
});

test('any text is looked at without a failure', () => {
  const text = fc.string({ unit: fc.constantFrom(...'[]()<>-*_`~:#\r\n \t|!$\\{}a1.@>=+🐡'), maxLength: 80 });
  fc.assert(
    fc.property(text, (content) => {
      styleProblemsOf(withStyles(new Map([['page.md', content]])));
    }),
    { numRuns: 500 },
  );
});

test('a comment silences a style, and is not said to silence nothing', () => {
  const text =
    '<!-- aux-wiki-disable-next-line style/no-emphasis-as-heading -->\n**Bold**\n\nText.\n\n**Bold**\n\nText.\n';
  checkStyles(text, ["no-emphasis-as-heading '**Bold**'"]);
  check(`--- /page.md\n---\ntitle: T\n---\n\n${text}`, []);
});
