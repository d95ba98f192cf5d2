import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { prepareRename, rename } from '../../../server/src/features/rename.ts';
import { offsetAt } from '../../../server/src/util/lines.ts';
import { applyEdit } from '../../support/applyEdit.ts';
import { featureInput } from '../../support/feature.ts';

const vsCode = { renamesFiles: true };

/** Checks what a new name for the thing at the cursor makes of a fixture; only files that change are named. */
async function check(fixture: string, name: string, expected: Record<string, string | undefined>): Promise<void> {
  const { context, position, wiki } = featureInput(fixture);
  const renaming = await rename(context, position, name, vsCode);
  assert.ok(renaming !== undefined && 'edit' in renaming, JSON.stringify(renaming));
  const { files } = wiki.fixture;
  const after = applyEdit(files, renaming.edit);
  const names = [...new Set([...files.keys(), ...after.keys()])].filter((file) => files.get(file) !== after.get(file));
  assert.deepEqual(Object.fromEntries(names.map((file) => [file, after.get(file)?.trimEnd()])), expected);
}

async function checkRefused(fixture: string, name: string, reason: RegExp): Promise<void> {
  const { context, position } = featureInput(fixture);
  const answer = await rename(context, position, name, vsCode);
  assert.ok(answer !== undefined && 'reason' in answer, JSON.stringify(answer));
  assert.match(answer.reason, reason);
}

/** Checks what is offered for renaming: the marked text and its name by now; undefined if nothing is. */
async function checkPrepared(fixture: string, marked: string | undefined, name = marked): Promise<void> {
  const { context, position } = featureInput(fixture);
  const found = await prepareRename(context, position);
  const { lineStarts } = context.page;
  const text =
    found && context.text.slice(offsetAt(lineStarts, found.range.start), offsetAt(lineStarts, found.range.end));
  assert.deepEqual([text, found?.placeholder], [marked, name]);
}

describe('a heading', () => {
  test('all links to it follow, on its page and on others, in every form', async () => {
    await check(
      `--- /care.md
[here](#the-pond) <a href="#the-pond">too</a>

## The po█nd

[r]: #the-pond

[r]
--- /home.md
[a](/care#the-pond) [b](/care.md?x#the-pond "t") [c](care#the-pond) [d](/care#other) [e](/other#the-pond)
--- /other.md
## The pond`,
      'Our Lake – 2.0',
      {
        'care.md':
          '[here](#our-lake-20) <a href="#our-lake-20">too</a>\n\n## Our Lake – 2.0\n\n[r]: #our-lake-20\n\n[r]',
        'home.md':
          '[a](/care#our-lake-20) [b](/care.md?x#our-lake-20 "t") [c](care#our-lake-20) [d](/care#other) [e](/other#the-pond)',
      },
    );
  });

  test('one of several of the same name: the others get other ids, and their links follow', async () => {
    await check('[1](#fish) [2](#fish-1) [3](#fish-2)\n\n## Fi█sh\n\n## Fish\n\n## Fish\n', 'Koi', {
      'page.md': '[1](#koi) [2](#fish) [3](#fish-1)\n\n## Koi\n\n## Fish\n\n## Fish',
    });
    await check('[1](#koi) [2](#fish) [3](#koi-1)\n\n## Koi\n\n## Fi█sh\n\n## Koi\n', 'Koi', {
      'page.md': '[1](#koi) [2](#koi-1) [3](#koi-2)\n\n## Koi\n\n## Koi\n\n## Koi',
    });
  });

  test('from a link to it, on another page too', async () => {
    await check('--- /home.md\n[a](/care#wa█ter)\n--- /care.md\n## Water', 'Air', {
      'home.md': '[a](/care#air)',
      'care.md': '## Air',
    });
  });

  test('an id of its own is renamed where the cursor is on it, and else stays', async () => {
    const fixture = '[a](#pond)\n\n## The lake {#pond}\n\n<h2 id="x">Y</h2>\n\n[b](#x)';
    await check(fixture.replace('lake', 'la█ke'), 'The sea', {
      'page.md': fixture.replace('The lake', 'The sea'),
    });
    await check(fixture.replace('{#pond', '{#po█nd'), 'water', { 'page.md': fixture.replaceAll('#pond', '#water') });
    await check(fixture.replace('(#po', '(#p█o'), 'water', { 'page.md': fixture.replaceAll('#pond', '#water') });
    await check(fixture.replace('id="x', 'id="█x'), 'z', {
      'page.md': fixture.replace('id="x"', 'id="z"').replace('(#x)', '(#z)'),
    });
  });

  test('letters in a fragment stay raw or percent-encoded; line endings stay', async () => {
    await check('[a](#gr%C3%B6%C3%9Fe) [b](#größe)\r\n\r\n## Grö█ße\r\n', 'Länge', {
      'page.md': '[a](#l%C3%A4nge) [b](#länge)\r\n\r\n## Länge',
    });
  });

  test('is offered by its text, marks left out', async () => {
    await checkPrepared('## The *po█nd* ##\n', 'The *pond*');
    await checkPrepared('The po█nd\n----\n', 'The pond');
    await checkPrepared('## See [the po█nd](/pond)\n', 'See [the pond](/pond)');
  });

  test('what would be no heading is refused, and a name whose id Wiki.js deletes if there are links', async () => {
    await checkRefused('## Po█nd\n', ' ', /needs a text/);
    await checkRefused('[a](#pond)\n\n## Po█nd\n', 'Links', /takes the id “links”/);
    await check('## Po█nd\n', 'Links', { 'page.md': '## Links' });
    await check('[a](#links)\n\n## Li█nks\n', 'Pond', { 'page.md': '[a](#pond)\n\n## Pond' });
  });
});

describe('a tag', () => {
  test('across the wiki, and nothing else of the line', async () => {
    await check(
      `--- /a.md
---
tags: fish, po█nd, water # mine
---
Text.
--- /b.md
---
title: pond
tags: "pond"
---
pond
--- /c.md
---
tags: ponds, a pond, Pond
---
Text.
--- /d.md
---
tags: [pond]
---
Text.`,
      'lake',
      {
        'a.md': '---\ntags: fish, lake, water # mine\n---\nText.',
        'b.md': '---\ntitle: pond\ntags: "lake"\n---\npond',
        'c.md': '---\ntags: ponds, a pond, lake\n---\nText.',
      },
    );
  });

  test('into one that a page has already: it has it once', async () => {
    await check('---\ntags: fish, po█nd, water\n---\nText.', 'Water', {
      'page.md': '---\ntags: fish, water\n---\nText.',
    });
  });

  test('a name that YAML would misread is quoted', async () => {
    await check('---\ntags: po█nd\n---\nText.', '2024', { 'page.md': "---\ntags: '2024'\n---\nText." });
    await check("---\ntags: 'po█nd, b'\n---\nText.", "it's", { 'page.md': "---\ntags: it's, b\n---\nText." });
    await checkRefused('---\ntags: po█nd\n---\nText.', 'a, b', /comma/);
  });
});

describe('a label', () => {
  test('of a reference: its definition and its uses; what the page shows stays', async () => {
    await check('[text][Po█nd] ![alt][pond] [pond][] [pond] [other][o]\n\n[POND]: /pond "t"\n[o]: /o\n', 'lake', {
      'page.md': '[text][lake] ![alt][lake] [pond][lake] [pond][lake] [other][o]\n\n[lake]: /pond "t"\n[o]: /o',
    });
  });

  test('from its definition', async () => {
    await check('[a][p]\n\n[█p]: /pond\n', 'the pond', { 'page.md': '[a][the pond]\n\n[the pond]: /pond' });
  });

  test('of a footnote', async () => {
    await check('Fish[^█f] swim[^f].\n\n[^f]: They do.\n', 'swim', {
      'page.md': 'Fish[^swim] swim[^swim].\n\n[^swim]: They do.',
    });
  });

  test('one that is taken, or no label, is refused', async () => {
    const fixture = '[a][█p] [b][q]\n\n[p]: /pond\n[q]: /quay\n';
    await checkRefused(fixture, 'Q', /already/);
    await checkRefused(fixture, 'a]b', /no label/);
    await checkRefused(fixture, '', /no label/);
    await checkRefused('A[^█a] b[^b].\n\n[^a]: x\n[^b]: y\n', 'b', /already/);
  });
});

describe('the path of a page', () => {
  const rest =
    '--- /care/water.md\n---\ntitle: Water\n---\n[self](/care/water) [rel](hard)\n--- /care/water/hard.md\nText.';

  test('from a link to it: the file moves, and all links follow', async () => {
    await check(`--- /home.md\n[a](/care/wa█ter#x) [b](/care/water/hard)\n${rest}`, '/pond/water', {
      'home.md': '[a](/pond/water#x) [b](/care/water/hard)',
      'care/water.md': undefined,
      'pond/water.md': '---\ntitle: Water\n---\n[self](/pond/water) [rel](/care/water/hard)',
    });
  });

  test('from its own frontmatter', async () => {
    await check(`--- /home.md\n[a](/care/water)\n${rest.replace('title: Wa', 'title: Wa█')}`, 'water', {
      'home.md': '[a](/water)',
      'care/water.md': undefined,
      'water.md': '---\ntitle: Water\n---\n[self](/water) [rel](/care/water/hard)',
    });
  });

  test('of a file: an image, an attachment', async () => {
    await check('--- /home.md\n![a](pon█d.png) [b](/pond.png)\n--- /pond.png\nx', '/img/lake.png', {
      'home.md': '![a](img/lake.png) [b](/img/lake.png)',
      'pond.png': undefined,
      'img/lake.png': 'x',
    });
  });

  test('is offered as a person says it', async () => {
    await checkPrepared(`--- /home.md\n[a](/en/care/wa█ter?x)\n${rest}`, '/en/care/water?x', '/care/water');
    await checkPrepared('--- /home.md\n[a](/fr/ea█u#x)\n--- /fr/eau.md\nTexte.', '/fr/eau');
    await checkPrepared(`--- /home.md\n[a te█xt](/care/water)\n${rest}`, undefined);
    await checkPrepared('[a](/now█here)', undefined);
    await checkPrepared('[a](https://example.org/█x)', undefined);
    await checkPrepared('Some te█xt.', undefined);
  });

  test('what Wiki.js refuses, and what is taken, is refused', async () => {
    const fixture = `--- /home.md\n[a](/care/wa█ter)\n--- /pond.html\n<p>Text.</p>\n${rest}`;
    await checkRefused(fixture, 'my pond', /no space/);
    await checkRefused(fixture, 'v1.2', /no dot/);
    await checkRefused(fixture, '/pond', /already a page there: pond\.html/);
    await checkRefused(fixture, 'login', /for itself/);
    await checkRefused(fixture, '/', /needs a path/);
  });

  test('what the sync will not follow is said first', async () => {
    const { context, position } = featureInput(`--- /home.md\n[a](/care/wa█ter)\n${rest}`);
    const renaming = await rename(context, position, '/fr/water', vsCode);
    assert.ok(renaming !== undefined && 'hazards' in renaming);
    assert.deepEqual(
      renaming.hazards.map(({ kind }) => kind),
      ['locale'],
    );
    assert.ok('reason' in ((await rename(context, position, 'x', { renamesFiles: false })) ?? {}));
  });
});
