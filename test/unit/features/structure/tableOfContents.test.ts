import { test } from 'node:test';
import { checkStructuralEdit } from '../../../support/structure.ts';

const check = (before: string, after: string) =>
  checkStructuralEdit(
    `--- /page.md\n${before}`,
    'tableOfContents',
    after.includes('\n') ? { 'page.md': after } : after,
  );

test('it is inserted at an empty line, between marks, with the anchors of the site', async () => {
  await check(
    '# Tank\n\nAbout it.\n\n█\n\n## 2.0 Water & Co.\n\n### Flow\n\n## Fish\n\n## Fish\n',
    '# Tank\n\nAbout it.\n\n<!-- toc -->\n\n- [2.0 Water \\& Co.](#h-20-water-co)\n  - [Flow](#flow)\n- [Fish](#fish)\n- [Fish](#fish-1)\n\n<!-- /toc -->\n\n\n## 2.0 Water & Co.\n\n### Flow\n\n## Fish\n\n## Fish\n',
  );
});

test('from within a block it goes before the first section; the only heading of the first level is the title', async () => {
  await check(
    '# Tank\n\nAbout █it.\n\n## Water\n',
    '# Tank\n\nAbout it.\n\n<!-- toc -->\n\n- [Water](#water)\n\n<!-- /toc -->\n\n## Water\n',
  );
  await check('█# A\n\n# B\n', '<!-- toc -->\n\n- [A](#a)\n- [B](#b)\n\n<!-- /toc -->\n\n# A\n\n# B\n');
});

test('between marks it is brought up to date, and nothing else is touched', async () => {
  const list = (items: string) => `\r\nA\r\n\r\n<!-- toc -->\r\n${items}\r\n<!-- /toc -->\r\n\r\n## Water  \r\n\r\n* x`;
  await check(`# T█\r\n${list('- [Old](#old)')}`, `# T\r\n${list('\r\n- [Water](#water)\r\n')}`);
  await check(`# T█\r\n${list('\r\n- [Water](#water)\r\n')}`, 'The table of contents is up to date.');
  await check(
    '<!-- toc -->\n<!-- tocstop -->\n\n# █A\n\n# B\n',
    '<!-- toc -->\n\n- [A](#a)\n- [B](#b)\n\n<!-- tocstop -->\n\n# A\n\n# B\n',
  );
});

test('a list of links to own headings is replaced, with its marker and its attributes', async () => {
  await check(
    '# T\n\n## Contents\n\n* [A](#a)\n* [Old](#old)\n{.links-list}\n\n## A\n\n### B█\n',
    '# T\n\n## Contents\n\n* [A](#a)\n  * [B](#b)\n{.links-list}\n\n## A\n\n### B\n',
  );
});

test('marks that stand alone, or around other text, lose nothing', async () => {
  await check(
    '<!-- toc -->\n\nKept.\n\n<!-- /toc -->\n\n█\n\n# A\n\n# B\n',
    '<!-- toc -->\n\nKept.\n\n<!-- /toc -->\n\n<!-- toc -->\n\n- [A](#a)\n- [B](#b)\n\n<!-- /toc -->\n\n\n# A\n\n# B\n',
  );
});

test('a list of something else is no table of contents', async () => {
  await check(
    '# T\n\n- [A](#a)\n- [x](/x)\n\n## █A\n',
    '# T\n\n- [A](#a)\n- [x](/x)\n\n<!-- toc -->\n\n- [A](#a)\n\n<!-- /toc -->\n\n## A\n',
  );
});

test('texts are shown as they are; a heading whose id Wiki.js takes away is named only', async () => {
  await check(
    '█\n\n## `code` *em* {#own}\n\n## Links\n\n## [a](/b) ] {x} y\n\n## $x^2$\n\n## 表 🐡\n',
    '<!-- toc -->\n\n- [code em](#own)\n- Links\n- [a \\] &#123;x&#125; y](#a-x-y)\n- [$x^2$](#x2x2x2)\n- [表 🐡](#表)\n\n<!-- /toc -->\n\n\n## `code` *em* {#own}\n\n## Links\n\n## [a](/b) ] {x} y\n\n## $x^2$\n\n## 表 🐡\n',
  );
});

test('a page without headings has nothing to list', async () => {
  await check('# █T\n\nText.\n', 'The page has no headings to be listed.');
  await check('Text.█\n', 'The page has no headings to be listed.');
});
