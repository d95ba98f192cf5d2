import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { hover } from '../../../server/src/features/hover.ts';
import { featureInput, notCancelled } from '../../support/feature.ts';

const others = `
--- /community/sigs.md
---
title: Groups *and* more
description: Who does what
---
## How to join
--- /Case.md
# Case
--- /x.png
image
`;

/** The hover contains each of these texts. */
function check(line: string, ...expected: string[]): void {
  test(JSON.stringify(line), async () => {
    const { context, position } = featureInput(`--- /page.md\n${line}${others}`);
    const found = await hover(context, position, notCancelled);
    const text = found && typeof found.contents === 'object' && 'value' in found.contents ? found.contents.value : '';
    for (const part of expected)
      assert.ok(text.includes(part), `${JSON.stringify(part)} is not in ${JSON.stringify(text)}`);
    if (expected.length === 0) assert.equal(found, undefined);
  });
}

describe('a link', () => {
  check('[a](/community/si█gs)', '**Groups \\*and\\* more**', '`/community/sigs`', 'Who does what');
  check('[a](/community/sigs#no█ne)', 'There is no heading or element `#none`');
  check('[a](/nowh█ere)', '**No page** at `/nowhere`');
  check('[a](/ca█se)', 'There is `/Case`');
  check('[a](si█gs)', 'No page** at `/page/sigs`', 'Wiki.js makes `/page/sigs` of it');
  check('[a](/community/sigs.m█d)', 'contains a dot', 'drops the extension');
  check('[a](/x.p█ng)', '[x.png](file:///wiki/x.png)');
  check('[a](/y.p█ng)', '**No file** `y.png`');
  check('[a](https://exam█ple.com)', 'Outside this wiki');
  check('[a](/t/t█ag)', 'A page of Wiki.js itself');
});

describe('other things', () => {
  check('![a](/x.p█ng)', '![](file:///wiki/x.png|width=240)');
  check('# First pa█rt', '`#first-part`');
  check('# Lin█ks', 'No link reaches this heading', '`links`');
  check('---\nti█tle: A\n---\n', 'It must be text');
  check('---\nwei█ght: 1\n---\n', 'neither reads nor writes');
  check('te█xt');
});
