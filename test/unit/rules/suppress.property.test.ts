import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { renderPage } from '../../../server/src/render/renderPage.ts';
import { silencingFixes } from '../../../server/src/rules/suppress/silencingFixes.ts';
import { applyPlan } from '../../support/applyPlan.ts';
import { indexOf, problemsOf, testTime } from '../../support/problems.ts';

// Whatever comment a quick fix writes: it silences its problem, silences nothing else by name, and readers see the same page.

const block = fc.constantFrom(
  'A [dead](/no) link.',
  'A line,\n[a dead](/no) link\nand another.  \nThe end.',
  '- a\n- [b](/no)\n- c',
  '- a\n\n- [b](/no)\n\n  [c](/no)\n- d\n{.links-list}',
  '- a\n  - b\n    - [c](/no)\n  - d',
  '1. a\n2. [b](#no)\n   text',
  '- [ ] [b](/no)\n- [x] ![c](no.png)',
  '> [a](/no)\n{.is-info}',
  '> a\n> [b](/no)\n>\n> - c\n> - [d](/no)\n{.is-warning}',
  '> > a\n> > [b](/no)',
  '| a | [h](/no) |\n|---|---|\n| [b](/no) | c |\n| d | ![e](no.png) |\n{.dense}',
  '# Links\n\n[a](#links)',
  'A [dead](/no) heading\n=======\ntext',
  '## [a](/no) {#id}',
  '# Tabs {.tabset}\n\n## One\n\n[a](/no)\n\n## Two\n\n- [b](/no)',
  '<div>\n\n[a](/no)\n\n</div>',
  '<p><a href="/no">a</a>\n<a href="/no">b</a></p>',
  '<details><summary>a</summary>\n\n- [b](/no)\n\n</details>',
  '```js\ncode\n\n```',
  '    code\n    more',
  'A note[^1] and [r].\n\n[^1]: The [note](/no).\n\n[r]: /no',
  '$a$ and\n$$\nb\n$$\n[a](/no)',
  '*[HTML]: Hypertext\nHTML [a](/no)',
  '* * *\n[a](/no)',
  'a\n{.x}\n[b](/no)',
  '<!-- {.x} -->\n[b](/no)',
);
const head = fc.constantFrom(
  '---\ntitle: Home\n---\n\n',
  '---\ntitle: Home\ntags: a,b\nweight: 3\n---\n',
  "---\ntitle: 'a: b'\ntags:\n  - a\n  - b\n---\n\n",
  '---\ntitle: a: b\n---\n\n',
  '\n---\ntitle: a\n---\n\n',
  '---\ntext\n---\n',
  '<!-- TITLE: a -->\n\n',
  '',
);

const page = fc
  .tuple(head, fc.array(block, { maxLength: 4 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([start, blocks, lineEnding, isEnded]) =>
    `${start}${blocks.join('\n\n')}${isEnded ? '\n' : ''}`.replaceAll('\n', lineEnding),
  );

const file = fc.constantFrom('home.md', 'old notes.md', 'care/tank.html', 'care/water.md');

test('a comment that a quick fix writes silences its problem, and the page looks as before', () => {
  fc.assert(
    fc.property(file, page, (name, text) => {
      const files = new Map([[name, text]]);
      const wiki = indexOf(files);
      const problems = problemsOf(wiki);
      for (const found of problems) {
        const before = wiki.files.get(name) ?? assert.fail();
        for (const fix of silencingFixes(found.problem, { page: before, wiki, text, now: testTime })) {
          const context = `${fix.title} of ${found.problem.message}`;
          const after = applyPlan(files, fix.plan);
          const wikiAfter = indexOf(after);
          const count = (some: ReturnType<typeof problemsOf>) =>
            some.filter(({ problem }) => problem.message === found.problem.message).length;
          const left = problemsOf(wikiAfter);
          assert(count(left) < count(problems), `${context} leaves it`);
          assert(!left.some(({ problem }) => problem.code.startsWith('suppress/')), `${context} is of no use`);
          assert(left.length < problems.length, `${context} brings ${left.map(({ problem }) => problem.code)}`);
          const pageAfter = wikiAfter.files.get(name) ?? assert.fail();
          const html = (it: typeof before, itsText: string) => normalised(renderPage(it, itsText, wiki).html);
          assert.equal(html(pageAfter, after.get(name) ?? ''), html(before, text), context);
        }
      }
    }),
    { numRuns: 40, includeErrorInReport: true },
  );
});

/** White space between elements tells nothing, nor a division that holds nothing else: Wiki.js puts white space into one. */
function normalised(html: string): string {
  return html
    .replace(/\s+/g, ' ')
    .replace(/ ?(<[^>]*>) ?/g, '$1')
    .replaceAll('<div></div>', '')
    .trim();
}
