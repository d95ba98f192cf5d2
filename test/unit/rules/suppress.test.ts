import assert from 'node:assert/strict';
import { test } from 'node:test';
import { silencingFixes } from '../../../server/src/rules/suppress/silencingFixes.ts';
import { applyPlan } from '../../support/applyPlan.ts';
import { parseFixture } from '../../support/fixture.ts';
import { check, checkFix, fixTitles, indexOf, problemsOf, testTime } from '../../support/problems.ts';

/** A page of these lines, the first of them the file's fourth. */
const page = (...lines: string[]) => `--- /water.md\n---\ntitle: Water\n---\n${lines.join('\n')}\n`;

const next = (codes: string) => `<!-- aux-wiki-disable-next-line ${codes} -->`;

test('a comment silences its rules on the next line', () => {
  check(page(next('link/missing-page'), '[a](/no)', '[b](/no2)'), ["water.md:6 link/missing-page '/no2'"]);
  check(page(next('link'), '[a](/no) [b](#x) ![c](y.png)'), ["water.md:5 image/missing 'y.png'"]);
  check(page(next('link/missing-anchor, image/missing'), '[a](#no) ![c](y.png)'), []);
  check(page(next('link image'), '[a](/no) ![c](y.png)'), []);
  check(page('<!-- aux-wiki-disable-next-line -->', '[a](/no) ![c](y.png)'), []);
});

test('blank lines and other such comments do not count as lines', () => {
  check(page(next('link/missing-page'), '', '[a](/no)'), []);
  check(page(next('link'), next('image'), '[a](/no) ![b](y.png)'), []);
});

test('a comment silences its rules from there on, up to another that ends it', () => {
  const block = (...lines: string[]) =>
    page('[z](/no)', '', '<!-- aux-wiki-disable link, image -->', '', '![z](z.png)', ...lines);
  const first = "water.md:4 link/missing-page '/no'";
  check(block('[a](/no1)', '', '[b](/no2) ![b](y.png)'), [first]);
  check(block('[a](/no1)', '', '<!-- aux-wiki-enable link, image -->', '', '[b](/no2)'), [
    first,
    "water.md:13 link/missing-page '/no2'",
  ]);
  check(block('[a](/no1)', '', '<!-- aux-wiki-enable link -->', '', '[b](/no2) ![c](y.png)'), [
    first,
    "water.md:13 link/missing-page '/no2'",
  ]);
  check(block('[a](/no1)', '', '<!-- aux-wiki-enable -->', '', '![c](y.png)'), [
    first,
    "water.md:13 image/missing 'y.png'",
  ]);
});

test('one rule of a group that is silenced can be let speak', () => {
  check(
    page(
      '<!-- aux-wiki-disable link -->',
      '',
      '[a](#x)',
      '',
      '<!-- aux-wiki-enable link/missing-page -->',
      '',
      '[b](#x) [c](/no)',
    ),
    ["water.md:10 link/missing-page '/no'"],
  );
});

test('a comment silences its rules in the whole file, wherever it stands', () => {
  check(page('[a](/no)', '', '<!-- aux-wiki-disable-file link -->'), []);
  check('--- /old notes.md\n# Notes\n\n<!-- aux-wiki-disable-file path/illegal -->\n', []);
});

test('in an HTML page, and in an AsciiDoc page', () => {
  const html = (comment: string) => `--- /water.html\n<!--\ntitle: W\n-->\n${comment}\n<a href="/no">a</a>\n`;
  check(html(''), ["water.html:5 link/missing-page '/no'"]);
  check(html(next('link/missing-page')), []);
  check('--- /a b.adoc\n= A\n// aux-wiki-disable-file path/illegal\n', []);
});

test('in frontmatter, as a comment of YAML', () => {
  const head = (...lines: string[]) => `--- /water.md\n---\n${lines.join('\n')}\n---\n\nCool.\n`;
  check(head('title: W', '# aux-wiki-disable-next-line frontmatter/unknown-key', 'weight: 3'), []);
  check(head('title: W # aux-wiki-disable-next-line frontmatter/unknown-key', 'weight: 3').replace('W #', "'W' #"), [
    "water.md:2 frontmatter/cut-off '# aux-wiki-disable-next-line frontmatter/unknown-key'",
  ]);
  check(head('# aux-wiki-disable-file frontmatter', 'weight: 3', 'title: 2024'), []);
  check(head("title: '# aux-wiki-disable-file frontmatter'", 'weight: 3'), [
    "water.md:3 frontmatter/unknown-key (information) 'weight'",
  ]);
});

test('what stands in code is no comment', () => {
  check(page('```', '<!-- aux-wiki-disable-file link -->', '```', '[a](/no)', '`<!-- aux-wiki-disable -->`'), [
    "water.md:7 link/missing-page '/no'",
  ]);
});

test('within a line, a list, a quote and a table', () => {
  check(page('- a', `  ${next('link')}`, '- [b](/no)'), []);
  check(page('> a', `> ${next('link')}`, '> [b](/no)'), []);
  check(page(`Text ${next('link')}`, '[b](/no)'), []);
  check(page('| a |', '|---|', `| x ${next('link')} |`, '| [b](/no) |'), []);
});

test('unused: a comment that silences nothing', () => {
  check(page(next('link'), 'All is well.'), [`water.md:4 suppress/unused '${next('link')}'`]);
  check(page(next('link, image'), '[a](/no)'), ["water.md:4 suppress/unused 'image'"]);
  check(page('<!-- aux-wiki-disable -->', '', 'All is well.', '', '<!-- aux-wiki-enable -->'), [
    "water.md:4 suppress/unused '<!-- aux-wiki-disable -->'",
  ]);
  check(page('<!-- aux-wiki-disable-file path -->', '', '<!-- aux-wiki-enable link -->', ''), [
    "water.md:4 suppress/unused '<!-- aux-wiki-disable-file path -->'",
    "water.md:6 suppress/unused '<!-- aux-wiki-enable link -->'",
  ]);
});

test('unused: not for rules that are off, nor where the rule about it is silenced', () => {
  check(`--- /.aux-wiki.yml\nrules: { link: off }\n${page(next('link/case'), 'Well.')}`, []);
  check(`--- /.aux-wiki.yml\nrules: { suppress: off }\n${page(next('link'), 'Well.')}`, []);
  check(page('<!-- aux-wiki-disable-file suppress/unused -->', '', next('link'), 'Well.'), []);
  check(page('<!-- aux-wiki-disable-file -->', '', next('link'), '[a](#no)'), []);
});

test('unused: the comment goes with its line, or one code of several goes', () => {
  const checkRemoved = (before: string, after: string) =>
    checkFix(page(before), 'suppress/unused', undefined, { 'water.md': page(after).slice('--- /water.md\n'.length) });
  checkRemoved(`A.\n\n${next('link')}\nB.`, 'A.\n\nB.');
  checkRemoved(`A. ${next('link')}\nB.`, 'A. \nB.');
  checkRemoved(`> A.\n> ${next('link')}\n> B.`, '> A.\n> B.');
  checkRemoved(`${next('link, image')}\n[a](#x)`, `${next('link')}\n[a](#x)`);
  checkRemoved(`${next('image, link')}\n[a](#x)`, `${next('link')}\n[a](#x)`);
  checkRemoved(`${next('image link')}\n[a](#x)`, `${next('link')}\n[a](#x)`);
});

test('unknown: what was meant', () => {
  check(page(next('link/mising-page'), '[a](/no)'), [
    "water.md:4 suppress/unknown 'link/mising-page'",
    "water.md:5 link/missing-page '/no'",
  ]);
  check(page('<!-- aux-wiki-disable-line link -->', 'A.'), ["water.md:4 suppress/unknown 'disable-line'"]);
  assert.deepEqual(fixTitles(page(next('link/mising-page'), '[a](/no)'), 'suppress/unknown'), [
    'Write link/missing-page',
    'Remove this comment',
  ]);
  assert.deepEqual(fixTitles(page(next('zzz, link'), '[a](/no)'), 'suppress/unknown'), ['Remove zzz']);
});

/** Checks what the first silencing fix of the first problem of a code makes of the page, and that it silences it. */
function checkSilenced(fixture: string, code: string, title: string, expected: string): void {
  const { files } = parseFixture(fixture);
  const wiki = indexOf(files);
  const found = problemsOf(wiki).find(({ problem }) => problem.code === code);
  assert(found, `no problem ${code}`);
  const context = { page: wiki.files.get(found.file) ?? assert.fail(), wiki, now: testTime };
  const [fix] = silencingFixes(found.problem, { ...context, text: files.get(found.file) ?? '' });
  assert(fix);
  assert.equal(fix.title, title);
  const after = applyPlan(files, fix.plan);
  assert.equal(after.get(found.file), expected);
  const left = problemsOf(indexOf(after)).map(({ problem }) => problem.code);
  assert(!left.includes(code) && !left.includes('suppress/unused'), `left: ${left}`);
}

/** The same, with the lines of the page's content. */
const silence = (code: string, scope: string, before: string[], after: string[]) =>
  checkSilenced(page(...before), code, `Silence ${code} ${scope}`, page(...after).slice('--- /water.md\n'.length));

const on = '<!-- aux-wiki-disable link/missing-page -->';
const off = '<!-- aux-wiki-enable link/missing-page -->';

test('silencing: above the line', () => {
  const code = 'link/missing-page';
  silence(code, 'for this line', ['A.', '', '[a](/no)', 'B.'], ['A.', '', next(code), '[a](/no)', 'B.']);
  silence(code, 'for this line', ['- a', '- [b](/no)', '- c'], ['- a', `  ${next(code)}`, '- [b](/no)', '- c']);
  silence(code, 'for this line', ['1. a', '2. [b](/no)'], ['1. a', `   ${next(code)}`, '2. [b](/no)']);
  silence(code, 'for this line', ['> - a', '> - [b](/no)'], ['> - a', `>   ${next(code)}`, '> - [b](/no)']);
  silence(code, 'for this line', ['> [b](/no)', '{.is-info}'], [`> ${next(code)}`, '> [b](/no)', '{.is-info}']);
});

test('silencing: around a paragraph or a table that a comment would tear apart', () => {
  const code = 'link/missing-page';
  silence(code, 'for this block', ['A', '[a](/no)', 'B', '', 'C'], [on, 'A', '[a](/no)', 'B', off, '', 'C']);
  silence(
    code,
    'for this block',
    ['| a |', '|---|', '| [b](/no) |', '{.dense}', ''],
    [on, '| a |', '|---|', '| [b](/no) |', '{.dense}', off, ''],
  );
});

test('silencing: the whole file, below its frontmatter', () => {
  checkSilenced(
    '--- /old notes.md\n---\r\ntitle: W\r\n---\r\n\r\nOld.\r\n',
    'path/illegal',
    'Silence path/illegal in this file',
    '---\r\ntitle: W\r\n---\r\n\r\n<!-- aux-wiki-disable-file path/illegal -->\r\n\r\nOld.\r\n',
  );
  checkSilenced(
    '--- /water.md\n---\ntitle: W\n---\n',
    'frontmatter/body-empty',
    'Silence frontmatter/body-empty in this file',
    '---\n# aux-wiki-disable-file frontmatter/body-empty\ntitle: W\n---\n',
  );
});

test('silencing: in frontmatter', () => {
  checkSilenced(
    '--- /water.md\n---\ntitle: W\nweight: 3\n---\n\nCool.\n',
    'frontmatter/unknown-key',
    'Silence frontmatter/unknown-key for this line',
    '---\ntitle: W\n# aux-wiki-disable-next-line frontmatter/unknown-key\nweight: 3\n---\n\nCool.\n',
  );
});

test('silencing: in code that looks like a paragraph there is no line for a comment', () => {
  const long = ['```mermaid', 'graph', '', 'A', '```', '', '[a](/no)'];
  silence('link/missing-page', 'for this line', long, [...long.slice(0, 6), next('link/missing-page'), '[a](/no)']);
});
