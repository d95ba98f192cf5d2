import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderTex } from '../../../../server/src/page/markdown/katexRenderer.ts';
import { createMarkdown } from '../../../../server/src/page/markdown/markdown.ts';
import { renderingWith } from '../../../support/markdown.ts';

// Wiki.js has KaTeX 0.12. What is text to the DOM is compared: MathML, TeX and HTML one after the other.

function textOf(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/[\u200b\u2061]/g, '');
}

function check(tex: string, expected: string | undefined): void {
  test(`TeX: ${tex}`, () => {
    const html = renderTex(tex, false, {});
    assert.equal(html === undefined ? undefined : textOf(html), expected);
  });
}

check('x^2', 'x2x^2x2');
check('\\frac{a}{b}', 'ab\\frac{a}{b}ba');
check('\\ce{H2O}', 'HX2O\\ce{H2O}HX2O');
check('\\nosuch', undefined);
// Known to the newest KaTeX, not to that of Wiki.js.
check('\\begin{align}a&=b\\end{align}', undefined);
check('\\S 5', undefined);
check('\\^a', undefined);
check('a\\\nb', undefined);
check('\\text{\\sout{a}}', undefined);
check('\\sout{a}', 'a\\sout{a}a');
// An argument without braces may be a command that binds more tightly; other commands it may not be.
check('x_\\boldsymbol{a}', 'xax_\\boldsymbol{a}xa');
check('\\hat\\mathbf x', 'x^\\hat\\mathbf xx^');
check('\\overset\\text{d}=', '=d\\overset\\text{d}==d');
check('\\hat\\imath', undefined);
check('\\frac{a}\\log', undefined);
check('\\mathbf\\R', undefined);
check('\\blue\\lim', 'lim\\blue\\limlim');
check('\\hat\\R', 'R^\\hat\\RR^');
// A page may define such a command itself.
check('\\def\\imath{i}\\hat\\imath', 'i^\\def\\imath{i}\\hat\\imathi^');
check('\\gdef\\set#1{(#1)}\\set{a}', '(a)\\gdef\\set#1{(#1)}\\set{a}(a)');
check('% \\S\nx', 'x% \\S\nxx');
check('% \\begin{gather}\nx', 'x% \\begin{gather}\nxx');

test('what a page defines holds to its end, and not beyond', () => {
  const md = createMarkdown(renderingWith({}));
  assert.match(textOf(md.render('$\\gdef\\own{y}$ $\\own$', {})), /y\\owny/);
  assert.equal(md.render('$\\own$', {}), '<p>\\own</p>\n');
});

test('a formula that was set before is set anew where a definition has a say in it', () => {
  const md = createMarkdown(renderingWith({}));
  assert.equal(textOf(md.render('$\\R$', {})), textOf(md.render('$\\R$', {})));
  assert.doesNotMatch(textOf(md.render('$\\gdef\\R{y}$ $\\R$', {})), /R$/);
  assert.match(textOf(md.render('$\\R$', {})), /^R/);
});

test('no TeX of a page reaches the console', (context) => {
  const methods = (['log', 'warn', 'error'] as const).map((name) => context.mock.method(console, name, () => {}));
  for (const tex of ['\\message{a}', '\\errmessage{a}', '\\show\\alpha', 'ü', '\\\\']) renderTex(tex, true, {});
  for (const method of methods) assert.equal(method.mock.callCount(), 0);
});

test('MathJax is a drawing without text', () => {
  const md = createMarkdown(renderingWith({ markdownKatex: { enabled: false }, markdownMathjax: { enabled: true } }));
  assert.equal(textOf(md.render('a $x^2$ b', {})), 'a  b\n');
});
