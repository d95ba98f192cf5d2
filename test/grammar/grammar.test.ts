import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { createTokeniser, type Token } from './tokenise.ts';

const cases = new URL('cases/', import.meta.url);
const own = (scope: string) => scope.endsWith('.wikijs');

/** Each line behind `>`, and under it what our grammars add, from its first column to its last. */
function snapshot(lines: readonly string[], tokens: readonly (readonly Token[])[]): string {
  return lines
    .flatMap((line, i) => [
      `>${line}`,
      ...(tokens[i] ?? [])
        .filter((token) => token.scopes.some(own))
        .map((token) => {
          const carets = `${' '.repeat(token.start)}${'^'.repeat(Math.min(token.end, line.length) - token.start)}`;
          return `#${carets} ${token.scopes.filter(own).join(' ')}`;
        }),
    ])
    .join('\n');
}

for (const name of readdirSync(cases).filter((file) => file.endsWith('.md'))) {
  test(`grammar: ${name} is coloured as its snapshot says`, async () => {
    const text = readFileSync(new URL(name, cases), 'utf8');
    const actual = `${snapshot(text.trimEnd().split('\n'), (await createTokeniser(true))(text))}\n`;
    const file = new URL(`${name}.snap`, cases);
    if (process.env.UPDATE_SNAPSHOTS) writeFileSync(file, actual);
    assert.equal(actual, readFileSync(file, 'utf8'), 'run with UPDATE_SNAPSHOTS=1 and read the difference');
  });
}

test('grammar: a page without our syntax is coloured exactly as without us', async () => {
  const page = [
    '---',
    'weight: 3',
    '---',
    '# Heading with { braces } and {{ mustache }}',
    '> a quote',
    '- [link](/a "t") ![image](/b.png) [x][y] `{.code}` a^2 = b[1]',
    '| a | b |',
    '| - | - |',
    '<p class="{.x}">html</p>',
    '',
    '```css',
    '/* {.is-info} [^1] ![](x =1x1) */',
    '```',
    '[y]: /target',
  ].join('\n');
  assert.deepEqual((await createTokeniser(true))(page), (await createTokeniser(false))(page));
});
