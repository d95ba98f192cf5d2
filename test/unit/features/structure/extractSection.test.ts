import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterStructuralEdit, checkStructuralEdit } from '../../../support/structure.ts';

const head = (title: string) => `---\ntitle: ${title}\n---\n\n`;
const created = (title: string) =>
  `---\ntitle: ${title}\ndescription: \npublished: true\ndate: 2026-11-22T10:20:30.400Z\ntags: \neditor: markdown\ndateCreated: 2026-11-22T10:20:30.400Z\n---\n\n`;

test('a section becomes a page below its own, with its heading on top, and leaves a link', async () => {
  await checkStructuralEdit(
    `--- /care/tank.md\n${head('Tank')}# Tank\n\nText.\n\n## Water & Co.\n\nCool.█\n\n### Flow\n\nSlow.\n\n## Fish\n\nFew.\n`,
    'extractSection',
    {
      'care/tank.md': `${head('Tank')}# Tank\n\nText.\n\n[Water \\& Co.](/care/tank/water-co)\n\n## Fish\n\nFew.\n`,
      'care/tank/water-co.md': `${created('Water & Co.')}# Water & Co.\n\nCool.\n\n## Flow\n\nSlow.\n`,
    },
  );
});

test('the innermost section is meant; its path can be chosen; line endings are the page’s', async () => {
  await checkStructuralEdit(
    `--- /tank.md\n# Tank\r\n\r\n## Water\r\n\r\n### Flow\r\n\r\nSlow.█\r\n`,
    'extractSection',
    {
      'tank.md': '# Tank\r\n\r\n## Water\r\n\r\n[Flow](/care/flow)\r\n',
      'care/flow.md': `${created('Flow')}# Flow\n\nSlow.\n`.replaceAll('\n', '\r\n'),
    },
    'care/flow',
  );
});

test('definitions and footnotes that it uses go along, and stay where they are still used', async () => {
  await checkStructuralEdit(
    `--- /tank.md
# Tank

[One][both] and two[^2].

## Water

█[a][own] [b][both] c[^1] ![d][pic]

[lent]: /x

## Fish

[e][lent]

[own]: filter
[both]: /home
[pic]: /a.png

[^1]: First, see [f][own].
[^2]: Second.
--- /tank/filter.md
Clean.
`,
    'extractSection',
    {
      'tank.md':
        '# Tank\n\n[One][both] and two[^2].\n\n[Water](/tank/water)\n\n[lent]: /x\n\n## Fish\n\n[e][lent]\n\n[both]: /home\n\n[^2]: Second.\n',
      'tank/water.md': `${created('Water')}# Water\n\n[a][own] [b][both] c[^1] ![d][pic]\n\n[lent]: /x\n\n[own]: /tank/filter\n\n[both]: /home\n\n[pic]: /a.png\n\n[^1]: First, see [f][own].\n`,
    },
  );
});

test('links lead where they led: its own, those to its anchors on the page and elsewhere, and those to what stays', async () => {
  await checkStructuralEdit(
    `--- /.aux-wiki.yml
site: { host: https://pond.example.org }
--- /tank.md
# Tank

[w](#water) [f](/tank#flow) [s](#fish) [n](#notes-1)

## Water

█[sub](filter) [own](#flow) [back](#fish) [abs](/tank#fish) [side](./other.md) ![i](a.png) [dead](#no)

### Flow

### Notes

## Fish

### Notes
--- /tank/filter.md
Clean.
--- /other.md
[w](/tank#water) [f](https://pond.example.org/tank#flow "t") [s](tank#fish) [s](/tank#fish) [n](/tank#notes-1)
--- /page.html
<a href="/tank#flow">x</a>
--- /a.png
`,
    'extractSection',
    {
      'tank.md':
        '# Tank\n\n[w](/tank/water#water) [f](/tank/water#flow) [s](#fish) [n](#notes)\n\n[Water](/tank/water)\n\n## Fish\n\n### Notes\n',
      'tank/water.md': `${created('Water')}# Water\n\n[sub](/tank/filter) [own](#flow) [back](/tank#fish) [abs](/tank#fish) [side](../other.md) ![i](../a.png) [dead](/tank#no)\n\n## Flow\n\n## Notes\n`,
      'other.md':
        '[w](/tank/water#water) [f](https://pond.example.org/tank/water#flow "t") [s](tank#fish) [s](/tank#fish) [n](/tank#notes)\n',
      'page.html': '<a href="/tank/water#flow">x</a>\n',
    },
  );
});

test('from the home page it goes to the top; a path that is taken, or none, gets another', async () => {
  const files = await afterStructuralEdit(
    '--- /home.md\n# Home\n\n## Water\n\nCool.█\n\n## ?\n--- /water.md\nHere.\n',
    'extractSection',
  );
  assert(typeof files !== 'string');
  assert.equal(files.get('home.md'), '# Home\n\n[Water](/water-2)\n\n## ?\n');
  const other = await afterStructuralEdit('--- /home.md\n# Home\n\n## ??\n\nCool.█\n\n## ?\n', 'extractSection');
  assert(typeof other !== 'string' && other.has('section.md'));
});

test('with locales the new page is in that of its page', async () => {
  const files = await afterStructuralEdit(
    '--- /.aux-wiki.yml\nsite: { namespacing: true }\n--- /fr/bassin.md\n# Bassin\n\n## Eau\n\nFroide.█\n',
    'extractSection',
  );
  assert(typeof files !== 'string');
  assert.equal(files.get('fr/bassin.md'), '# Bassin\n\n[Eau](/fr/bassin/eau)\n');
  assert(files.has('fr/bassin/eau.md'));
});

test('it says why it refuses', async () => {
  const refuse = (text: string, reason: string, path?: string) =>
    checkStructuralEdit(`--- /tank.md\n${text}--- /water.md\nHere.\n`, 'extractSection', reason, path);
  const noSection = 'The cursor is in no section: put it below a heading, outside of tabs.';
  await refuse('Text.█\n\n# Tank\n', noSection);
  await refuse('# T\n\n## Tabs {.tabset}\n\n### One\n\nx█\n', noSection);
  await refuse('# Tank\n\nText.█\n', 'This section is the whole page: rename the page instead.');
  await refuse('# T\n\n## W█\n', 'There is already a page there: water.md.', '/water');
  await refuse('# T\n\n## W█\n', 'Wiki.js allows no space in a path: use a hyphen.', 'a b');
});
