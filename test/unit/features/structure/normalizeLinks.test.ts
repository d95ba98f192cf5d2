import { test } from 'node:test';
import { checkStructuralEdit } from '../../../support/structure.ts';

const others = `--- /care/water.md
---
title: Water
---

Cool.
--- /care/tank/filter.md
---
title: Filter
---

Clean.
--- /assets/tank.png
`;
const site = (yaml: string) => `--- /.aux-wiki.yml\nsite: { ${yaml} }\n`;
const tank = (body: string) => `--- /care/tank.md\n---\ntitle: Tank\n---\n\n${body}`;
const after = (body: string) => ({ 'care/tank.md': `---\ntitle: Tank\n---\n\n${body}` });

test('relative links, full URLs and extensions become absolute paths, in every form', async () => {
  await checkStructuralEdit(
    `${others}${site('host: https://pond.example.org')}${tank(
      '[a](filter#x)█ [b](water) [c](https://pond.example.org/care/water?y=1) [d](water.md) <a href="filter">e</a> [f][r] [g][r] ![h](../assets/tank.png "t")\n\n[r]: <filter> "t"\n',
    )}`,
    'normalizeLinks',
    after(
      '[a](/care/tank/filter#x) [b](/care/water) [c](/care/water?y=1) [d](/care/water) <a href="/care/tank/filter">e</a> [f][r] [g][r] ![h](/assets/tank.png "t")\n\n[r]: </care/tank/filter> "t"\n',
    ),
  );
});

test('what is absolute, elsewhere, on the page itself or dead stays', async () => {
  await checkStructuralEdit(
    others +
      tank(
        '█[a](/care/water) [b](https://example.org/care/water) [c](#x) [d](nowhere) ![e](no.png) [f](mailto:a@b.c) [g]()\n',
      ),
    'normalizeLinks',
    'Every link of this page that leads somewhere is in its best form.',
  );
});

test('with locales in URLs the path has one', async () => {
  await checkStructuralEdit(
    others + site('namespacing: true') + tank('[a](filter)█\n'),
    'normalizeLinks',
    after('[a](/en/care/tank/filter)\n'),
  );
});

test('the whole wiki is written so at once', async () => {
  await checkStructuralEdit(
    `${others}${tank('[a](filter)█\n')}--- /home.md\n---\ntitle: Home\n---\n\n[b](care/water)\n--- /page.html\n<a href="care/water.md">x</a>\n`,
    'normalizeAllLinks',
    {
      ...after('[a](/care/tank/filter)\n'),
      'home.md': '---\ntitle: Home\n---\n\n[b](/care/water)\n',
      'page.html': '<a href="/care/water">x</a>\n',
    },
  );
});
