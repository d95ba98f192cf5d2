import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/problems.ts';

/** A page of these lines. */
const page = (...lines: string[]) => `--- /page.md\n${lines.join('\n')}\n`;

/** Checks what the preferred fix of the first problem of a rule makes of a page of these lines. */
const mends = (code: string, before: readonly string[], after: readonly string[]) =>
  checkFix(page(...before), `syntax/${code}`, undefined, { 'page.md': `${after.join('\n')}\n` });

/** A problem of a rule of the group, as `check` says it. */
const problem = (code: string) => (line: number, marked: string) => `page.md:${line} syntax/${code} '${marked}'`;

const tabset = problem('tabset-shape');

test('tabset: what stands before the first tab ends up below the tabs', () => {
  check(page('## A {.tabset}', '', '🐟 *intro*', '', '### B', 'b'), [tabset(3, '🐟 *intro*')]);
  check(page('## A {.tabset}', '![a](https://x.org/a.png)', '### B', 'b'), [tabset(2, '![a](https://x.org/a.png)')]);
  check(page('## A {.tabset}', '<!-- a -->', '### B', 'b'), []);
  mends(
    'tabset-shape',
    ['# T\r', '\r', '## A {.tabset}\r', 'intro\r', '\r', '- more\r', '### B\r', 'b\r'],
    ['# T\r', '\r', 'intro\r', '\r', '- more\r', '\r', '## A {.tabset}\r', '\r', '### B\r', 'b\r'],
  );
});

test('tabset: the last tab takes in a rule with what follows it, and the footnotes', () => {
  check(page('## A {.tabset}', '### B', 'b', '### C', 'c', '', '---', '', 'after'), [tabset(7, '---')]);
  check(page('## A {.tabset}', '### B', 'b[^1]', '## D', '', '[^1]: note'), []);
  check(page('## A {.tabset}', '### B', 'b[^1]', '', '[^1]: note'), [tabset(2, '### B')]);
  check(page('## A {.tabset}', '### B', '', '---', '', 'b', '### C', '', '---', '', 'c'), []);
  check(page('## A {.tabset}', '### B', 'b', '', '---', '', 'c', '## D'), []);
  mends(
    'tabset-shape',
    ['## A {.tabset}', '### B', '', '---', '', 'after'],
    ['## A {.tabset}', '### B', '', '## End {.tabset}', '', '---', '', 'after'],
  );
  mends(
    'tabset-shape',
    ['## A {.tabset}', '### B', 'b[^1]', '', '[^1]: note'],
    ['## A {.tabset}', '### B', 'b[^1]', '', '[^1]: note', '', '## End {.tabset}'],
  );
});

test('tabset: a heading inside another block hides the end of a tab', () => {
  check(page('## A {.tabset}', '### B', '> ## in a quote', '### C', 'c'), [tabset(3, '## in a quote')]);
  check(page('## A {.tabset}', '### B', '> ## in a quote'), []);
  check(page('## A {.tabset}', '### B', '> #### deeper', '### C', 'c'), []);
});

test('tabset: no tabs', () => {
  check(page('###### A {.tabset}', 'a'), [
    "page.md:1 heading/skipped-level '###### A {.tabset}'",
    tabset(1, '###### A {.tabset}'),
  ]);
  check(page('## A {.tabset}', '#### B', 'b'), [
    tabset(1, '## A {.tabset}'),
    "page.md:2 heading/skipped-level '#### B'",
  ]);
  check(page('## A {.tabset}', '### B', 'b', '## End {.tabset}', '', '---', '', 'after'), []);
  check(page('## A', '### {.tabset}', '#### B', 'b', '### End {.tabset}', '##### C'), [
    "page.md:6 heading/skipped-level '##### C'",
  ]);
});

const unsupported = problem('unsupported');

test('unsupported: == marks', () => {
  check(
    page('🐟 ==a== (==b *c*==), ==d==.', '', '| ==e== |', '|---|', '', '## ==f==', '', 'g[^1]', '', '[^1]: ==h=='),
    [
      unsupported(1, '==a=='),
      unsupported(1, '==b *c*=='),
      unsupported(1, '==d=='),
      unsupported(3, '==e=='),
      unsupported(6, '==f=='),
      unsupported(10, '==h=='),
    ],
  );
  check(
    page('a==b and c==d, a == b == c, `==e==` ===f=== == g == ==h', 'i==', '<b title="==j==">x</b>', '', '    ==k=='),
    [],
  );
  check(page('==--==--==--==', '', 'A=="b", C{d}=="e f", (x==y) ==?== =="', '', 'a ==b==c'), []);
  check(page('[a](/page?x==b== "==c==") https://x.org/?a==b==c&d==', '', '$==e==$'), []);
  mends('unsupported', ['a ==b **c**== d'], ['a <mark>b **c**</mark> d']);
});

test("unsupported: GitHub's alerts", () => {
  check(page('> [!NOTE]', '> 🐟', '', '- > [!tip]', '  > a', '', '> [!NOTE] b', '', '[!NOTE]', '', '> [!OWN]'), [
    unsupported(1, '[!NOTE]'),
    unsupported(4, '[!tip]'),
  ]);
  mends('unsupported', ['> [!NOTE]\r', '> a\r', 'b\r', '\r', 'c\r'], ['> a\r', 'b\r', '{.is-info}\r', '\r', 'c\r']);
  mends('unsupported', ['> [!CAUTION]', '> a', '# B'], ['> a', '{.is-danger}', '', '# B']);
  assert.deepEqual(fixTitles(page('> [!TIP]', '> - a'), 'syntax/unsupported'), []);
});

test('unsupported: boxes and tables of contents', () => {
  check(
    page('::: info', 'a', ':::', '', '!!! note "A"', '    b', '', '[TOC]', '', '[[_TOC_]]', '', '??? tip', '    c'),
    [
      unsupported(1, '::: info'),
      unsupported(5, '!!! note "A"'),
      unsupported(8, '[TOC]'),
      unsupported(10, '[[_TOC_]]'),
      unsupported(12, '??? tip'),
    ],
  );
  check(page('!!! What is this?', '', '::: ', '', '??? No idea what', '', '- a', '', '```', '::: info', '```'), []);
  mends(
    'unsupported',
    ['::: tip Title', 'a', '', 'b', ':::', 'c'],
    ['> **Title**', '> a', '>', '> b', '{.is-success}', '', 'c'],
  );
  mends(
    'unsupported',
    ['!!! warning\r', '    a\r', '\r', '    b\r', '\r', 'c\r'],
    ['> a\r', '>\r', '> b\r', '{.is-warning}\r', '\r', 'c\r'],
  );
  mends('unsupported', ['a', '', '[TOC]', '', 'b'], ['a', '', '', 'b']);
});

const html = problem('html-removed');

test('html removed: what the sanitiser takes out', () => {
  check(page('<iframe src="https://x.org/a"></iframe>', '', '🐟 <script>a()</script>', '', '- <object>b</object>'), [
    html(1, '<iframe src="https://x.org/a">'),
    html(3, '<script>'),
    html(5, '<object>'),
  ]);
  check(page('see <name> for <b>more</b>', '', '| <x y> |', '|---|', '', 'a <v-btn color=red>b</v-btn>'), [
    html(1, '<name>'),
    html(3, '<x y>'),
    "page.md:6 syntax/html-removed (information) '<v-btn color=red>'",
  ]);
  check('--- /page.html\n<p>see <name></p>\n<embed src="https://x.org/a">\n', [
    "page.html:1 syntax/html-removed '<name>'",
    'page.html:2 syntax/html-removed \'<embed src="https://x.org/a">\'',
  ]);
  check(page('<style>p { color: red }</style>', '', 'a'), [html(1, '<style>')]);
  check(page('a', '', '<style>p { color: red }</style>'), []);
});

test('html removed: attributes that are missed are information, others are not told', () => {
  const attribute = (marked: string) => `page.md:1 syntax/html-removed (information) '${marked}'`;
  check(page('<div onclick="a()" class="b">c</div>'), [attribute('<div onclick="a()" class="b">')]);
  check(page('<div markdown="1" contenteditable>c</div>'), [attribute('<div markdown="1" contenteditable>')]);
  check(page('<div id="links">c</div>'), [attribute('<div id="links">')]);
  check(page('<video src="/a.mp4" allowfullscreen webkitallowfullscreen>b</video>'), []);
});

test('html removed: what stays, and what Markdown makes, is silent', () => {
  check(
    page('<kbd>a</kbd> <details open><summary>b</summary>c</details> <br> <!-- d --> <font color=red>e</font>'),
    [],
  );
  check(page('$x^2$ :fish: `<name>` \\<name> &lt;name&gt; <https://x.org> <a@x.org>', '', '    <name>'), []);
  check(
    `${page('<iframe src="https://x.org"></iframe>')}--- /.aux-wiki.yml\nrendering:\n  htmlSecurity: { allowIFrames: true }\n`,
    [],
  );
  check(`${page('<name>')}--- /.aux-wiki.yml\nrendering:\n  markdownCore: { allowHTML: false }\n`, []);
});

test('html removed: a word in angle brackets of a template is one to fill in', () => {
  check('--- /wiki-templates/page.md\nThe <sig> meets <b>here</b>.\n', [
    "wiki-templates/page.md:1 syntax/html-removed (information) '<sig>'",
  ]);
});

test('html removed: the fixes show it as text, or link to it', () => {
  mends('html-removed', ['🐟 <name>'], ['🐟 &lt;name&gt;']);
  mends(
    'html-removed',
    ['<iframe src="https://x.org/a" width=1></iframe>'],
    ['<a href="https://x.org/a">https://x.org/a</a>'],
  );
});

const accident = problem('maths-by-accident');

test('maths by accident', () => {
  check(page('🐟 $out/bin:$PATH and "$b/$c" then', '', '| $x->$y |', '|---|', '', '> pay $b; costs 5$ or'), [
    accident(1, '$out/bin:$'),
    accident(1, '$b/$'),
    accident(3, '$x->$'),
    accident(6, '$b; costs 5$'),
  ]);
  check(
    page("$5 and $10, $x$, $n$th, $k$-means, $a+b$, $f'$s, $x_1, x_2$ `$a:$b`, \\$a:\\$b, $sin alpha$, $a,b$-tree"),
    [],
  );
  check(
    page('$speed = distance / time$ $a \\text{ some words } b$', '', '```', '$a:$b', '```', '', '$$', 'a b', '$$'),
    [],
  );
  mends('maths-by-accident', ['$out/bin:$PATH'], ['\\$out/bin:\\$PATH']);
});

const diagram = problem('diagram-error');

test('diagram error: formulas that cannot be set, or never end', () => {
  check(page('🐟 $\\frac{1$ and $\\nothing$.', '', '- $$\\sqrt{$$', '', 'a', '', '$$', 'x + y'), [
    diagram(1, '$\\frac{1$'),
    diagram(1, '$\\nothing$'),
    diagram(3, '$$\\sqrt{$$'),
    diagram(7, '$$'),
  ]);
  check(page('$\\begin{align}a\\end{align}$.'), [diagram(1, '$\\begin{align}a\\end{align}$')]);
  check(page('$\\frac{1}{2}$, $\\ce{H2O}$.', '', '$$', 'x', '$$', '', '$$y$$'), []);
  check(`${page('$\\frac{1$')}--- /.aux-wiki.yml\nrendering:\n  markdownKatex: { enabled: false }\n`, []);
});

test('diagram error: Mermaid diagrams that the version of Wiki.js does not know', () => {
  const mermaid = (...lines: string[]) => page('```mermaid', ...lines, '```');
  check(mermaid('mindmap', '  a'), [diagram(1, '```mermaid')]);
  check(mermaid('---', 'title: A', '---', 'graph TD'), [diagram(1, '```mermaid')]);
  check(mermaid(), [diagram(1, '```mermaid')]);
  check(page('- ~~~mermaid', '  timeline', '  ~~~'), [diagram(1, '~~~mermaid')]);
  check(mermaid('graph TD;', 'a-->b'), []);
  check(mermaid('', '%% note', '%%{init: {"theme": "dark"}}%%', '  sequenceDiagram', '  a->>b: c'), []);
  check(mermaid('pie title A', '"b": 1'), []);
});

const missing = problem('footnote-undefined');
const unused = problem('footnote-unused');

test('footnotes: undefined ones', () => {
  check(page('🐟[^1]', '', '| a[^2] |', '|---|'), [missing(1, '[^1]'), missing(3, '[^2]')]);
  check(page('a[^a] b[^b]', '', '> - [^a]: x [^c]'), [missing(1, '[^b]'), missing(3, '[^c]')]);
  check(page('[^a-z] matches, [^abc] does not, `[^1]`, [^1]+ \\[^1]', '', '    [^1]', '', '<p title="[^1]">'), []);
  mends('footnote-undefined', ['a[^on] b[^one]', '', '[^one]: x'], ['a[^one] b[^one]', '', '[^one]: x']);
  mends('footnote-undefined', ['a[^1]\r'], ['a[^1]\r', '\r', '[^1]: …\r']);
});

test('footnotes: unused ones, and those that another one of that label takes the place of', () => {
  check(page('a', '', '[^1]: 🐟', '', '- [^x]: y'), [unused(3, '[^1]'), unused(5, '[^x]')]);
  check(page('a[^1]', '', '[^1]: x', '[^1]: y'), [unused(3, '[^1]')]);
  check(page('a[^1] ^[in place]', '', '[^1]: x[^2]', '[^2]:', '    y'), []);
  mends('footnote-unused', ['[^1]: x\r', '    y\r', '\r', '    z\r', '\r', 'a\r'], ['\r', 'a\r']);
});

test('AsciiDoc pages are not looked into', () => {
  check('--- /page.adoc\n= A\n\n[^1] ==b== <name> $a:$b\n', []);
});
