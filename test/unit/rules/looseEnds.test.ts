import { test } from 'node:test';
import { check, checkFix } from '../../support/problems.ts';

/** A page of these lines; what is wrong with its other syntax is of no concern here. */
const page = (...lines: string[]) => `--- /home.md\n${lines.join('\n')}\n--- /.aux-wiki.yml\nrules:\n  syntax: off\n`;

/** Checks what of a page of these lines is reported as an undefined reference: each line is one of the page. */
const undefinedOn = (lines: string[], ...expected: string[]) =>
  check(
    page(...lines),
    expected.map((it) => it.replace(/^(\d+) (.*)$/s, "home.md:$1 link/undefined-reference '$2'")),
  );

test('undefined reference: the full and the collapsed form', () => {
  undefinedOn(['See [the rules][rules].'], '1 [the rules][rules]');
  undefinedOn(['See [the rules][].'], '1 [the rules][]');
  undefinedOn(['> - a [*b* `]` c][Some Label]'], '1 [*b* `]` c][Some Label]');
  undefinedOn(['| a |', '|---|', '| [b \\| c][d] |'], '3 [b \\| c][d]');
  undefinedOn(['![a newt][picture]'], '1 [a newt][picture]');
  undefinedOn(['🐡🐡 [a][b]'], '1 [a][b]');
  undefinedOn(['参见[文本][标签]。'], '1 [文本][标签]');
  undefinedOn(['## [a][b] {#c}'], '1 [a][b]');
});

test('undefined reference: labels are compared as Markdown does', () => {
  undefinedOn(['[a][ Some  LABEL ] [some label][] [b][', 'Some', 'label]', '', '[some label]: /home'], ...[]);
});

test('undefined reference: what is text in brackets is let be', () => {
  undefinedOn(
    [
      '- [ ] open',
      '- [x] done',
      '',
      '> [!NOTE]',
      '> Careful.',
      '',
      'A note[^1] [text][^1] and [more][^1][^2], [sic] [...] [0] [1][2] [1][] [a] [b], a[0][1] m[i][j] f(x)[a][b].',
      '`[a][b]` ``[a][]`` \\[a\\]\\[b\\] \\[a][b\\] [][] [][x] [[Page]] [FOO_BAR] [a]() [a] [b]',
      '',
      '```',
      '[a][b]',
      '```',
      '',
      '    [a][b]',
      '',
      '<p>[a][b]</p>',
      '',
      '$x[a][b]$ <a title="[a][b]">c</a>',
      '',
      '[^1]: One',
      '[^2]: Two',
    ].filter((line) => !line.includes('[a]() ')),
    ...[],
  );
});

test('undefined reference: the label that was meant, or the text alone', () => {
  const defined = '\n\n[rules]: https://example.org';
  checkFix(page(`See [the *rules*][rulse].${defined}`), 'link/undefined-reference', undefined, {
    'home.md': `See [the *rules*][rules].${defined}\n`,
  });
  checkFix(page(`> See [rulse][].${defined}`), 'link/undefined-reference', undefined, {
    'home.md': `> See [rulse][rules].${defined}\n`,
  });
  checkFix(page('🐡 See [the *rules*][pond].\r'), 'link/undefined-reference', undefined, {
    'home.md': '🐡 See the *rules*.\r\n',
  });
});

test('undefined reference: in a template, what is to be filled in is information', () => {
  check('--- /wiki-templates/sig.md\n[the rules][FILL_IN]\n', [
    "wiki-templates/sig.md:1 link/undefined-reference (information) '[the rules][FILL_IN]'",
  ]);
});

test('unused definition: those that no link and no image uses, and repeated ones', () => {
  check(
    page(
      '[a][one] [two] ![p][three] [x [i]: no](/home) ![alt [four]](/home) <b>[five]</b>',
      '',
      '[one]: /home',
      '[TWO]: /home',
      '[three]: https://example.org/x.png',
      '[four]: /home',
      '[five]: /home',
      '[six]: /home "title"',
      '[one]: /other',
    ),
    [
      'home.md:8 link/unused-definition (hint) \'[six]: /home "title"\'',
      "home.md:9 link/unused-definition (hint) '[one]: /other'",
    ],
  );
});

test('unused definition: comments, footnotes and code are none', () => {
  check(
    page('[//]: # (words)', '[comment]: <> (words)', '[x]: #', '', '[^1]: A note.', '', '`[a]: /b`', '', '    [c]: /d'),
    [],
  );
});

test('unused definition: the whole of it goes', () => {
  checkFix(page('A.\r', '\r', '[b]:\r', '  /home\r', '  "title"\r', 'C.\r'), 'link/unused-definition', undefined, {
    'home.md': 'A.\r\n\r\nC.\r\n',
  });
  checkFix(page('> [b]: /home', '> C.'), 'link/unused-definition', undefined, { 'home.md': '> \n> C.\n' });
});

test('unsafe: Markdown leaves such a link as text', () => {
  check(page('[a](javascript:alert(1)) [b](<data:text/html,x> "t") [c](file:///etc/x) `[d](javascript:x)`'), [
    "home.md:1 link/unsafe '[a](javascript:alert(1))'",
    'home.md:1 link/unsafe \'[b](<data:text/html,x> "t")\'',
    "home.md:1 link/unsafe '[c](file:///etc/x)'",
  ]);
  checkFix(page('[a *b*](javascript:alert(1)).'), 'link/unsafe', undefined, { 'home.md': 'a *b*.\n' });
});

test('unsafe: the sanitiser takes the address away, or Wiki.js makes a path of it', () => {
  check(
    page(
      '[a](irc://irc.example.org/x) [b](magnet:x) <irc://x.org> [c](https://x.org) [d](mailto:a@b.c) [e](tel:1)',
      '<a href="javascript:void(0)">f</a> <a href="data:text/html,x">g</a>',
    ),
    [
      "home.md:1 link/unsafe 'irc://irc.example.org/x'",
      "home.md:1 link/missing-page 'magnet:x'",
      "home.md:1 link/unsafe 'irc://x.org'",
      "home.md:2 link/unsafe 'javascript:void(0)'",
      "home.md:2 link/unsafe 'data:text/html,x'",
    ],
  );
  checkFix(page('[a *b*](irc://irc.example.org/x).'), 'link/unsafe', undefined, { 'home.md': 'a *b*.\n' });
  check(
    '--- /.aux-wiki.yml\nrendering: { htmlSecurity: { safeHTML: false } }\n--- /home.md\n[a](irc://irc.example.org/x)\n',
    [],
  );
});

test('placeholder: in text, in links and in frontmatter, outside the templates', () => {
  const lines =
    '---\ntitle: A FILL_IN\n---\n[FILL_IN] [x](/[FILL_IN]) [REPLACE_ME](/home) `[FILL_IN]` [TODO] [PATH_MAX]\n';
  check(`--- /home.md\n${lines}`, [
    "home.md:2 link/placeholder 'A FILL_IN'",
    "home.md:4 link/placeholder '[FILL_IN]'",
    "home.md:4 link/placeholder '/[FILL_IN]'",
    "home.md:4 link/placeholder '/home'",
  ]);
  check(`--- /wiki-templates/x.md\n${lines}--- /home.md\nHi.\n`, [
    "wiki-templates/x.md:4 link/missing-page (information) '/[FILL_IN]'",
  ]);
});
