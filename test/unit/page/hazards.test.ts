import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyzePage } from '../../../server/src/page/analyze.ts';
import { noHazards } from '../../../server/src/page/hazard.ts';
import { defaultSettings } from '../../../server/src/wiki/settingsFile.ts';

const analyze = (text: string) => analyzePage('page.md', text, defaultSettings);

test('a page without hazards has no list of its own', () => {
  assert.equal(analyze('# A\n\nText.\n').hazards, noHazards);
});

test('the same hazard twice is at two places', () => {
  const text = '**a**{b} and **c**{b}, {.is-info} and {.is-info} d\n';
  assert.deepEqual(
    analyze(text).hazards.map(({ kind, range }) => [kind, range.start]),
    [
      ['braces-eaten', 5],
      ['braces-eaten', 18],
      ['attributes-as-text', 23],
      ['attributes-as-text', 38],
    ],
  );
});

test('what is noticed costs what a page holds, however hostile it is', { timeout: 20_000 }, () => {
  const hostile = [
    '==a '.repeat(30_000),
    '**a**{b} '.repeat(10_000),
    '{.is-info} a '.repeat(10_000),
    '[^1 '.repeat(30_000),
    `\`\`\`mermaid\n${'%%{ '.repeat(50_000)}\n\`\`\``,
    `\`\`\`mermaid\n${'%% a\n'.repeat(30_000)}\`\`\``,
    Array.from({ length: 5000 }, (_, i) => `[^${i}]: a`).join('\n'),
    `## A {.tabset}\n\n### B\n\n> ## C\n\n${'### D\n\nd\n\n'.repeat(3000)}`,
    '## A {.tabset}\n\n### B\n\nb\n\n'.repeat(2000),
    '<a1 b="">'.repeat(3000),
    '### A\n'.repeat(10_000),
    '> ```\n> a\n> ```\n{.is-info}\n\n> [!NOTE]\n> b\n\n'.repeat(3000),
  ];
  for (const text of hostile) assert(analyze(text).hazards.length >= 0);
});
