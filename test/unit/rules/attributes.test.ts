import { test } from 'node:test';
import { check, checkFix } from '../../support/problems.ts';

/** A page of these lines. */
const page = (...lines: string[]) => `--- /page.md\n${lines.join('\n')}\n`;

/** Checks what the preferred fix of the first problem of a rule makes of a page of these lines. */
const mends = (code: string, before: readonly string[], after: readonly string[]) =>
  checkFix(page(...before), `syntax/${code}`, undefined, { 'page.md': `${after.join('\n')}\n` });

const detached = (line: number, marked = '{.is-info}') => `page.md:${line} syntax/attribute-detached '${marked}'`;

test('attribute detached: after a blank line they make an empty paragraph', () => {
  check(page('> 🐟', '', '{.is-info}'), [detached(3)]);
  check(page('> 🐟\r', '\r', '{.is-info}\r'), [detached(3)]);
  check(page('text', '', '{.x}', '', '# A', '{.tabset}'), [detached(3, '{.x}'), detached(6, '{.tabset}')]);
  check(page('- > a', '', '  {.is-info}'), [detached(3)]);
  check(page('> - a', '>', '>   b', '>', '> ## C', '>', '> {.tabset}'), [detached(7, '{.tabset}')]);
  check(page('{.is-info}', '> a'), [detached(1)]);
});

test('attribute detached: where they reach what is above they are silent', () => {
  check(page('> a', '{.is-info}', '', '- a', '', '{.links-list}', '', '| a |', '|---|', '', '{.dense}'), []);
  check(
    page('> a {.is-info}', '', '> a', '>', '> b', '{.is-danger .own}', '', '![a](https://x.org/b.png){.align-left}'),
    [],
  );
  check(page('> ```', '> a', '> ```', '', '<!-- {blockquote: .is-info} -->', '', 'text', '{.text-center}'), []);
  check(page('`{.is-info}`', '', '    {.is-info}', '', '```', '', '{.is-info}', '```'), []);
});

test('attribute detached: an id alone makes an anchor, and a heading of nothing but attributes is one', () => {
  check(page('# A', '', '{#b}', '', 'c', '', '## {.tabset}', '', '### D'), []);
});

test('attribute detached: a quote that ends in code or in a list', () => {
  check(page('> ```', '> a', '> ```', '{.is-info}'), [detached(4)]);
  check(page('> - a', '{.is-info}'), [detached(2)]);
  mends(
    'attribute-detached',
    ['> ```', '> a', '> ```', '{.is-info .x}'],
    ['> ```', '> a', '> ```', '<!-- {blockquote: .is-info .x} -->'],
  );
  mends('attribute-detached', ['> - a', '{.is-info}'], ['> - a', '<!-- {blockquote: .is-info} -->']);
});

test('attribute detached: with text behind them they are shown', () => {
  check(page('> a', '{.is-info}', 'b', '', '> c', '{.is-info}d', '', 'e {.is-info} f'), [
    detached(2),
    detached(6),
    detached(8),
  ]);
  check(page('- [ ] {.is-info} 🐟'), [detached(1)]);
  check(page('a {.own} b', '', 'c {.is} d'), []);
  mends('attribute-detached', ['> a\r', '{.is-info}\r', 'b\r'], ['> a\r', '{.is-info}\r', '\r', 'b\r']);
  mends('attribute-detached', ['> a', '{.is-info}b'], ['> a', '{.is-info}', '', 'b']);
});

test('attribute detached: a class of the theme on something that it is not for', () => {
  check(page('a', '{.is-info}', '', '- b', '{.dense}', '', '> c', '{.links-list}', '', '**d**{.align-left}'), [
    detached(2),
    detached(5, '{.dense}'),
    detached(8, '{.links-list}'),
    detached(10, '{.align-left}'),
  ]);
  mends('attribute-detached', ['a\r', 'b\r', '{.is-info}\r'], ['> a\r', '> b\r', '{.is-info}\r']);
});

test('attribute detached: the fixes bring them to what they were meant for', () => {
  mends('attribute-detached', ['> a\r', '\r', ' \r', '{.is-info}\r'], ['> a\r', '{.is-info}\r']);
  mends('attribute-detached', ['![a](https://x.org/a.png) {.align-left}'], ['![a](https://x.org/a.png){.align-left}']);
  mends('attribute-detached', ['## A', '', '{.tabset}', '', '### B'], ['## A {.tabset}', '', '', '### B']);
  mends(
    'attribute-detached',
    ['![🐟](https://x.org/a.png)', '', '{.align-left}'],
    ['![🐟](https://x.org/a.png){.align-left}'],
  );
});

test('attribute unknown: nearly a class of the theme', () => {
  const unknown = (marked: string) => `page.md:2 syntax/attribute-unknown '${marked}'`;
  check(page('> a', '{.is-note}'), [unknown('{.is-note}')]);
  check(page('> a', '{.own .isinfo}'), [unknown('{.own .isinfo}')]);
  check(page('- a', '{.link-list}'), [unknown('{.link-list}')]);
  check(page('> a', '{.Is-Info}'), [unknown('{.Is-Info}')]);
  check(page('> a', '{.own}', '', '- b', '{.is-note}', '', 'c', '{.text-center .mt-4}', '', '> d', '{.note}'), []);
  mends('attribute-unknown', ['> a', '{.own .is-error}'], ['> a', '{.own .is-danger}']);
});

test('attribute unknown: attributes that are not let through', () => {
  check(
    page(
      '![🐟](https://x.org/a.png){width=50}',
      '',
      'b {style="color: red" .x}',
      '',
      '[c](/page){target=_blank rel=y}',
    ),
    [
      "page.md:1 syntax/attribute-unknown '{width=50}'",
      'page.md:3 syntax/attribute-unknown (information) \'{style="color: red" .x}\'',
      "page.md:5 syntax/attribute-unknown (information) '{target=_blank rel=y}'",
    ],
  );
  mends(
    'attribute-unknown',
    ['![a](https://x.org/a.png){width=50 .x height="20px"}'],
    ['![a](https://x.org/a.png =50x20){.x}'],
  );
  mends('attribute-unknown', ['b {style="color: red" .x}'], ['b {.x}']);
  mends('attribute-unknown', ['b {style=red}'], ['b']);
});

test('fence attributes lost', () => {
  const lost = (line: number, marked: string) =>
    `page.md:${line} syntax/fence-attributes-lost (information) '${marked}'`;
  check(page('```js {1,3}', 'x', '```', '', '- ~~~{.nix #a}', '  x', '  ~~~'), [
    lost(1, '{1,3}'),
    lost(5, '{.nix #a}'),
  ]);
  check(page('```js', '{.x}', '```', '', '``` {{x}}', '```', '', '```plantuml {.x}', 'a -> b', '```'), []);
  mends('fence-attributes-lost', ['> ```{.nix}\r', '> x\r', '> ```\r'], ['> ```nix\r', '> x\r', '> ```\r']);
  mends('fence-attributes-lost', ['```js {1,3}', 'x', '```'], ['```js', 'x', '```']);
});
