import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyzePage } from '../../../server/src/page/analyze.ts';
import { renderContent } from '../../../server/src/render/renderPage.ts';
import { readSettingsFile } from '../../../server/src/wiki/settingsFile.ts';
import { longPage } from '../../support/longPage.ts';

const { settings } = readSettingsFile('');
const address = { locale: 'en', path: 'page' };

/** Pages of the same kind, the second ten times as long as the first. */
const pages: Readonly<Record<string, (size: number) => string>> = {
  'every kind of block': (size) => longPage(size * 100),
  'sets of tabs': (size) => '## A {.tabset}\n### B\nb\n### C\nc\n'.repeat(size),
  'sets of tabs in each other': (size) => `# A {.tabset}\n${'## B {.tabset}\n### C\nc\n'.repeat(size)}`,
  'a heading in a quote lets tabs run on': (size) => `## A {.tabset}\n${'### B\n\n> ## C\n\n'.repeat(size)}`,
  footnotes: (size) => Array.from({ length: size }, (_, i) => `a[^${i}]\n\n[^${i}]: b\n`).join('\n'),
  comments: (size) => '<!-- a -->\n\n'.repeat(size),
  'elements that go and leave their content': (size) => '<x-y>a</x-y>\n\n'.repeat(size),
  'elements that go in each other': (size) => `${'<x-y>'.repeat(size)}a${'</x-y>'.repeat(size)}`,
  'elements without an end': (size) => '<b>a\n\n'.repeat(Math.min(size, 300)),
  tables: (size) => '| a |\n|---|\n| b |\n\n'.repeat(size),
  formulas: (size) => Array.from({ length: size }, (_, i) => `$a_{${i}}$`).join(' '),
  'code and charts': (size) => '```mermaid\na\n```\n\n```js\nb\n```\n\n'.repeat(size),
  links: (size) => '[a](/b/c) [d][e] '.repeat(size),
};

for (const [what, pageOf] of Object.entries(pages)) {
  test(`time grows with the page, for its facts and its HTML: ${what}`, () => {
    const time = (text: string): number => {
      const start = process.cpuUsage();
      analyzePage('page.md', text, settings);
      renderContent({ content: text, contentType: 'markdown', address, settings, pageExists: () => true });
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    };
    const least = (size: number): number => Math.min(...Array.from({ length: 3 }, () => time(pageOf(size))));
    time(pageOf(200));
    // Ten times as long: quadratic would be a hundred times. Small times do not count on a busy machine.
    const [small, large] = [least(100), least(1000)];
    assert.ok(large < 200 || large < 50 * small, `${small} ms became ${large} ms`);
  });
}
