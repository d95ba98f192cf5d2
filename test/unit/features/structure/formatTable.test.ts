import { test } from 'node:test';
import { checkStructuralEdit } from '../../../support/structure.ts';

const check = (before: string, after: string) =>
  checkStructuralEdit(`--- /page.md\n${before}`, 'formatTable', after.includes('|') ? { 'page.md': after } : after);

test('pipes are lined up, as wide as cells are shown', async () => {
  await check(
    '|a|b█|\n|-|-|\n|longer|表|\n| 🐡 | `x` |\n',
    '| a      | b   |\n| ------ | --- |\n| longer | 表  |\n| 🐡     | `x` |\n',
  );
});

test('the alignment stays, and so do escaped pipes and code', async () => {
  await check(
    'left█|center|right\n:--|:-:|--:\n`a \\| b`|c \\| d|1\n',
    '| left     | center | right |\n| :------- | :----: | ----: |\n| `a \\| b` | c \\| d |     1 |\n',
  );
});

test('bytes outside of its cells stay: attributes, other blocks, line endings, what marks a quote or a list', async () => {
  await check(
    'Text  |  text\r\n\r\n|a|b|\r\n|-|-|\r\n|█longer|2|\r\n{.dense}\r\n\r\n* x|y',
    'Text  |  text\r\n\r\n| a      | b |\r\n| ------ | - |\r\n| longer | 2 |\r\n{.dense}\r\n\r\n* x|y',
  );
  await check('> |a|b|\n> |-|-|\n> |█c|long|\n', '> | a | b    |\n> | - | ---- |\n> | c | long |\n');
  await check('- x\n\n  |a|b|\n  |-|-|\n  |█c|long|\n', '- x\n\n  | a | b    |\n  | - | ---- |\n  | c | long |\n');
});

test('cells that are missing are added; those that the header does not have stay behind the others', async () => {
  await check('| a | b |\n|-|-|\n| 1█ |\n| 1 | 2 | 3 |\n', '| a | b |\n| - | - |\n| 1 |   |\n| 1 | 2 | 3 |\n');
});

test('only the table at the cursor is formatted, and only where there is something to do', async () => {
  await check('|a|b|\n|-|-|\n\n|c█|d|\n|-|-|\n', '|a|b|\n|-|-|\n\n| c | d |\n| - | - |\n');
  await check('| a | b |\n| - | - |\n| 1█ | 2 |\n', 'The table is formatted already.');
  await check('a█ b\n\nc\n', 'The cursor is in no table.');
  await check('```\n|a|b█|\n|-|-|\n```\n', 'The cursor is in no table.');
});

test('HTML pages have no tables of Markdown', async () => {
  await checkStructuralEdit('--- /page.html\n<p>a | b█</p>', 'formatTable', 'This works on pages of Markdown only.');
});

test('a table that would be another one is let be', async () => {
  await checkStructuralEdit(
    '--- /.aux-wiki.yml\nrendering: { markdownMultiTable: { enabled: true } }\n--- /page.md\n|a|b█|\n|-|-|\n|c||\n',
    'formatTable',
    'This table would be another one on the site if it were formatted.',
  );
});
