import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { classesOf } from '../../../../server/src/features/completion/attributes.ts';
import { elementsOfThemeClass } from '../../../../server/src/wiki/themeClasses.ts';
import { type Asking, completionOf, now, textAfter } from '../../../support/completion.ts';

const others = `
  --- /community/sigs.md
  ---
  title: Special interest groups
  tags: people, governance
  ---
  # Groups
  ## How to join
  ## Links
  <p id="raw">x</p>
  --- /fr/accueil.md
  ---
  tags: people
  ---
  Bonjour
  --- /refused.md
  ---
  title: 2024
  ---
  x
  --- /images/axolotl.png
  image
  --- /images/pond map.svg
  image
  --- /ui/unreachable.png
  image
  --- /files/rules.pdf
  document
  --- /.hidden/x.png
  image
`.replaceAll('\n  ', '\n');

/** The labels that are offered at the cursor of `page.md`, as the editor sorts them. */
function check(page: string, expected: string[] | undefined, asking: Asking = {}): void {
  test(`${JSON.stringify(page)} ${JSON.stringify(asking)}`, async () => {
    const list = await completionOf(`--- /page.md\n${page}\n${others.trim()}\n`, asking);
    assert.deepEqual(
      list?.items.map(({ label }) => label),
      expected,
    );
  });
}

/** The first few of what is offered, in a wiki of other pages. */
function checkFirst(fixture: string, expected: string[]): void {
  test(JSON.stringify(fixture), async () => {
    const list = await completionOf(fixture);
    assert.deepEqual(
      list?.items.slice(0, expected.length).map(({ label }) => label),
      expected,
    );
  });
}

/** The page after the item with a label was chosen. */
function checkEdit(fixture: string, label: string, expected: string, asking: Asking = {}): void {
  test(JSON.stringify(fixture), async () => assert.equal(await textAfter(fixture, label, asking), expected));
}

describe('pages and files are offered', () => {
  check('[a](█)', [
    '/page',
    '/community/sigs',
    '/fr/accueil',
    '/files/rules.pdf',
    '/images/axolotl.png',
    '/images/pond%20map.svg',
  ]);
  check('[a](sig█)', ['/community/sigs']);
  check('[a](interest█)', ['/community/sigs']);
  check('[a](special-groups█)', ['/community/sigs']);
  check('[a](sgs█)', ['/community/sigs']);
  check('[a](/accueil█)', ['/fr/accueil']);
  check('[a](../community/si█)', ['/community/sigs']);
  check('[a](nothing-like-it█)', []);
  check('![a](█)', ['/images/axolotl.png', '/images/pond%20map.svg']);
  check('![a](pond%20m█)', ['/images/pond%20map.svg']);
  check('<img src="█">', ['/images/axolotl.png', '/images/pond%20map.svg']);
  check('<a href="sigs█">', ['/community/sigs']);
  check('[a]: sigs█', ['/community/sigs']);
  check('[a](https://exam█)', undefined);
});

describe('the best come first', () => {
  const pages = `
--- /guides/here.md
[a](QUERY█)
--- /guides/water.md
x
--- /water.md
x
--- /waterfall.md
x
--- /plants/under-water.md
x
--- /plants/freshwater.md
x
--- /plants/way-after-tree.md
x
--- /fr/water.md
x
`;
  const query = (typed: string) => pages.replace('QUERY', typed);
  // Exact before beginning, word, part and letters; of the same, this locale and then this folder.
  checkFirst(query('water'), [
    '/guides/water',
    '/water',
    '/fr/water',
    '/waterfall',
    '/plants/under-water',
    '/plants/freshwater',
    '/plants/way-after-tree',
  ]);
  checkFirst(query(''), ['/guides/here', '/guides/water', '/plants/freshwater']);
});

describe('only what a link can lead to', () => {
  checkFirst('--- /a.md\n[a](what█)\n--- /what*now.md\nx\n--- /what-now.md\nx\n', ['/what-now']);
  const locales =
    '--- /.aux-wiki.yml\nsite: { namespacing: true }\n--- /en/a.md\n[a](po█)\n--- /fr-CA/pond.md\nx\n--- /fr/pond.md\nx\n';
  test('with locales in URLs', async () => {
    const list = await completionOf(locales);
    assert.deepEqual(
      list?.items.map(({ label }) => label),
      ['/fr/pond'],
    );
  });
});

describe('anchors are offered', () => {
  check('# Own part\n\n[a](#█)', ['#own-part']);
  check('[a](/community/sigs#█)', ['#groups', '#how-to-join', '#raw']);
  check('[a](/community/sigs#jo█)', ['#how-to-join']);
  check('[a](/community/sigs.md#█)', ['#groups', '#how-to-join', '#raw']);
  check('[a](/nowhere#█)', undefined);
  test('in HTML', async () => {
    const list = await completionOf('--- /a.html\n<h2>One</h2><a href="#█">x</a>\n');
    assert.deepEqual(
      list?.items.map(({ label }) => label),
      ['#one'],
    );
  });
  check('# Join here\n\n[a](##jo█)', ['Join here', 'How to join']);
});

describe('whole images are offered', () => {
  check('![█', ['/images/axolotl.png', '/images/pond%20map.svg'], { trigger: '[' });
  check('![pond█]', ['/images/pond%20map.svg']);
  check('![po█](/x.png)', undefined);
});

describe('labels and footnotes are offered', () => {
  const end = '\n\n[Sigs]: /community/sigs\n[other]: /x\n\n[^1]: One\n[^two]: Two\n\n```\n[^3]: code\n```\n';
  check(`[a][█]${end}`, ['Sigs', 'other']);
  check(`[█]${end}`, ['Sigs', 'other']);
  check(`[█]${end}`, undefined, { trigger: '[' });
  check(`a[^█]${end}`, ['1', 'two'], { trigger: '^' });
});

describe('frontmatter is offered', () => {
  check('---\ntitle: A\n█\n---\n', ['description', 'published', 'date', 'tags', 'editor', 'dateCreated']);
  check('---\ntags: █\n---\n', ['people', 'governance']);
  check('---\ntags: gov█\n---\nx', ['governance']);
  check('---\ntags: people█\n---\nx', ['people']);
  check('---\ntags: People, █\n---\n', ['governance']);
  check('---\neditor: █\n---\n', ['markdown']);
  check('---\npublished: █\n---\n', ['true', 'false']);
  check('---\ndate: █\n---\n', [now.toISOString()]);
  check('---\ntitle: █\n---\n\n# Water: an overview\n', ["'Water: an overview'"]);
  check('---\ndescription: █\n---\n', undefined);
  check('---\ntitle: "█\n---\n', undefined, { trigger: '"' });
});

describe('classes are offered that fit', () => {
  const callouts = ['.is-info', '.is-success', '.is-warning', '.is-danger', '.valign-center'];
  check('> quote\n{.█', callouts, { trigger: '.' });
  check('> quote {.█}', callouts);
  check('> quote\n> {.█', callouts);
  check('> quote\n\n{.█', undefined);
  check('- a\n- b\n{.█', ['.links-list', '.grid-list']);
  check('- a\n\n  more\n\n{.█', ['.links-list', '.grid-list']);
  check('1. a\n\n{.links-list .█}', ['.grid-list']);
  check('| a | b |\n|---|---|\n| 1 | 2 |\n\n{.█', ['.dense']);
  check('## Tabs {.█', ['.tabset']);
  check('![a](/x.png){.decor-outline .█', [
    '.align-left',
    '.align-center',
    '.align-right',
    '.align-abstopright',
    '.decor-shadow',
  ]);
  check('> quote\n\n<!-- {.█', undefined);
  check('text <!-- {.█', ['.text-left', '.text-center', '.text-right']);
  check('```js\n```\n{.█', undefined);
  check('{{.█', undefined);

  test('as the theme has them', () => {
    const elements = { quote: 'blockquote', list: 'ul', table: 'table', heading: 'h2', image: 'img' } as const;
    for (const [target, element] of Object.entries(elements))
      for (const [name] of classesOf[target as keyof typeof elements])
        assert.ok(elementsOfThemeClass(name)?.includes(element), `${name} for ${element}`);
  });
});

describe('emoji are offered', () => {
  const first = (typed: string, expected: string[] | undefined, asking: Asking = {}) =>
    test(`${typed} ${JSON.stringify(asking)}`, async () => {
      const list = await completionOf(typed, asking);
      assert.deepEqual(
        list?.items.slice(0, 2).map(({ label }) => label),
        expected,
      );
    });
  first('so :smile_c█', [':smile_cat:', ':smiley_cat:']);
  first(':cat█', [':cat:', ':cat2:']);
  first('so :s█', undefined);
  first('so :█', undefined, { trigger: ':' });
  first('so :█', [':+1:', ':-1:']);
  first('12:30█', undefined);
  first('word:sm█', undefined);
  first('https://example.com/:sm█', undefined);
  first('`:sm█`', undefined);
  first('```\n:sm█\n```', undefined);
  first('--- /.aux-wiki.yml\nrendering:\n  markdownEmoji: { enabled: false }\n--- /a.md\n:sm█\n', undefined);
});

describe('languages are offered', () => {
  check('```nim█', ['nim']);
  check('```dockerf█', ['docker']);
  check('```merm█', ['mermaid']);
  check('~~~ py█', ['python', 'renpy']);
  check('- ```nix█', ['nix']);
  check('```\ncode\n```█', undefined);
  check('```js title█', undefined);
});

describe('templates are offered', () => {
  const templates = `--- /wiki-templates/sig.md
---
title: Group page
tags: sigs
---
# [FILL_IN]
Join [FILL_IN] in [its room]([FILL_IN]) for $5.
`;
  test('on an empty page, with its frontmatter', async () => {
    const text = await textAfter(`--- /sigs/core.md\n█\n${templates}`, 'Group page');
    assert.match(text, /^---\ntitle: Core\ndescription: \npublished: true\ndate: 2026-11-26T.*\ntags: sigs\n/);
    assert.match(text, /\n# \[FILL_IN\]\nJoin \[FILL_IN\] in \[its room\]\(\[FILL_IN\]\) for \$5\.\n/);
  });
  checkEdit(
    `--- /sigs/core.md\n---\ntitle: Core\n---\nGro█\n${templates}`,
    'Group page',
    `---\ntitle: Core\n---\n# \${1:[FILL_IN]}\nJoin $1 in [its room](\${2:[FILL_IN]}) for \\$5.\n\n`,
    { snippets: true },
  );
  test('not where there is text', async () => {
    assert.equal(await completionOf(`--- /sigs/core.md\nSome text. █\n${templates}`), undefined);
  });
  checkEdit('--- /wiki-templates/a.md\nAsk [F█\n', '[FILL_IN]', 'Ask [FILL_IN]\n', { trigger: '[' });
});

describe('nothing pops up in prose', () => {
  const triggers = ['(', '/', '#', '<', '"', "'", '[', '^', '.'];
  const prose = [
    'plain █text',
    'A sentence.█',
    'Either/█',
    'an aside (█',
    '# █',
    '"█',
    "it's '█",
    '[█',
    'x^█',
    '1 < █',
    '`[a](█`',
    '    [a](█',
    '```\n[a](█\n```',
    '~~~\n{.█',
    '<a title="█',
    'a `code\nspan [a](█ goes on`',
  ];
  for (const text of prose)
    for (const trigger of triggers)
      if (text.includes(`${trigger}█`) || trigger === '.') check(text, undefined, { trigger });
  check('a stray ` in\nthe text [a](sigs█)', ['/community/sigs']);
  check('- a\n\n    [a](sigs█)', ['/community/sigs']);
});

describe('what is chosen is written', () => {
  const page = (line: string) => `--- /a.md\n${line}\n--- /w_(x).md\n# Größe (cm)\n--- /pics/😀 map.png\nimage\n`;
  checkEdit(page('[a](w█_) b'), '/w_(x)', '[a](/w_(x)) b\n');
  checkEdit(page('[a](<w█_> "t")'), '/w_(x)', '[a](</w_(x)> "t")\n');
  checkEdit(page('<a href="█x">'), '/w_(x)', '<a href="/w_(x)">\n');
  checkEdit(page('[a](/w_(x)#g█r)'), '#größe-cm', '[a](/w_(x)#größe-cm)\n');
  checkEdit(page('[a](/w█rong#größe-cm)'), '/w_(x)', '[a](/w_(x)#größe-cm)\n');
  checkEdit(page('😀 [a](w█)\r\nnext'), '/w_(x)', '😀 [a](/w_(x))\r\nnext\n');
  checkEdit(page('[a](##gr█)'), 'Größe (cm)', '[a](/w_(x)#größe-cm)\n');
  checkEdit(page('![█] b'), '/pics/😀%20map.png', '![😀 map](/pics/😀%20map.png) b\n');
  checkEdit(page('![█'), '/pics/😀%20map.png', `![\${1:😀 map}](/pics/😀%20map.png)\n`, { snippets: true });
  checkEdit(page('> a\n{.is-i█nfo}'), '.is-warning', '> a\n{.is-warning}\n');
  checkEdit(page('> a\n{.█'), '.is-info', '> a\n{.is-info}\n');
  checkEdit(page('so :smi█le:'), ':smile_cat:', 'so :smile_cat:\n');
  checkEdit(
    '--- /a.md\n---\ntags: x,█\n---\n--- /b.md\n---\ntags: pond\n---\nx\n',
    'pond',
    '---\ntags: x, pond\n---\n',
  );
  checkEdit('--- /a.html\n<p><a href="█">\n--- /bee.md\nx\n', '/bee', '<p><a href="/bee">\n');
  const own = (line: string) =>
    `--- /.aux-wiki.yml\nsite: { host: 'https://w.example' }\n--- /a.md\n${line}\n--- /bees/c.md\nx\n`;
  checkEdit(own('[a](https://w.example/c█x#y)'), '/bees/c', '[a](https://w.example/bees/c#y)\n');
  checkEdit(own('[a]: https://w.example/c█x'), '/bees/c', '[a]: https://w.example/bees/c\n');
  const named = (line: string) =>
    `--- /.aux-wiki.yml\nsite: { namespacing: true }\n--- /a.md\n${line}\n--- /de/hallo.md\nx\n`;
  checkEdit(named('[a](hal█)'), '/de/hallo', '[a](/de/hallo)\n');
});

test('the best is selected, whatever else fits; what is typed is found in all of them', async () => {
  const list = await completionOf('--- /a.md\n[a](feed█)\n--- /care/feeding.md\nx\n--- /care/no-feed.md\nx\n');
  assert.deepEqual(
    list?.items.map(({ label, preselect, filterText }) => [label, preselect, filterText]),
    [
      ['/care/feeding', true, 'feeding /care/feeding'],
      ['/care/no-feed', undefined, 'feed /care/no-feed no-feed'],
    ],
  );
});

describe('a long list', () => {
  const pages = Array.from({ length: 600 }, (_, i) => `--- /p${i}.md\n# P\n`).join('');

  test('is cut to 200, and the editor is told to ask again', async () => {
    const list = await completionOf(`--- /a.md\n[a](/█)\n${pages}`);
    assert.deepEqual([list?.items.length, list?.isIncomplete], [200, true]);
  });

  test('has what is looked for, wherever it stands', async () => {
    const list = await completionOf(`--- /a.md\n[a](/p599█)\n${pages}`);
    assert.equal(list?.items[0]?.label, '/p599');
  });
});

test('an image is shown beside its name', async () => {
  const list = await completionOf('--- /a.md\n![x](█)\n--- /p (1).png\nimage\n');
  assert.deepEqual(list?.items[0]?.documentation, {
    kind: 'markdown',
    value: '![](file:///wiki/p%20%281%29.png|width=240)',
  });
});

test('in VS Code a key goes on to its values', async () => {
  const list = await completionOf('---\n█', { clientCommands: true });
  assert.equal(list?.items[0]?.command?.command, 'editor.action.triggerSuggest');
});
