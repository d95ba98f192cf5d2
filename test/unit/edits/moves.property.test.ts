import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyChanges } from '../../../server/src/edits/applyChanges.ts';
import { changesForMoves, expandMoves } from '../../../server/src/edits/moveFiles.ts';
import type { TextChange } from '../../../server/src/edits/plan.ts';
import { rewriteHeading } from '../../../server/src/edits/renameHeading.ts';
import { type PastMove, repairMoves } from '../../../server/src/edits/repairMoves.ts';
import { linkGraphOf, renamedGraph } from '../../support/linkGraph.ts';
import { type Files, indexOf } from '../../support/problems.ts';

// After any sequence of moves and renames the resolved link graph is the same graph under the new names.

const pageNames = [
  'home.md',
  'start.md',
  'care/water.md',
  'care.md',
  'care/water/hard.md',
  'care/water/soft.html',
  'care/pumps.md',
  'Über uns/Größe.md',
  'über/größe.md',
  'fr/accueil.md',
  'fr/care/eau.md',
  'de-at/wasser.md',
  'v1.2/notes.md',
  'f(x)/g(y).md',
  'rock&roll.md',
  "it's.md",
  '100%/full.md',
  'wide/deep/deeper/deepest.md',
  '水/魚.md',
  'a_b~c-d,e!f.md',
] as const;
const assetNames = [
  'tank.png',
  'care/pump.svg',
  'care/water/my pond.jpg',
  'img/shot(1).png',
  'fr/eau.png',
  'files/plan.tar.gz',
  'Über uns/logo.png',
  '100%/x&y.png',
  'care/water.markdown',
] as const;

type Name = (typeof pageNames)[number] | (typeof assetNames)[number];

const host = 'https://pond.example.org';
const fragments = ['#flow', '#same', '#same-1', '#2.1', '#fl%C3%BC-sse', '#flü-sse'] as const;
const suffix = fc.constantFrom('', '', '', '?x=1&y=2', '?q#flow', '#top', ...fragments);
const form = fc.constantFrom(
  'absolute',
  'locale',
  'host',
  'under',
  'beside',
  'dotted',
  'extension',
  'slash',
  'encoded',
);

/** A URL that is meant to lead from one file to another, in one of the forms in which people write it; it need not do so. */
function urlTo(from: string, to: string, written: string): string {
  const isPage = /\.(md|html)$/.test(to);
  const path = isPage ? to.replace(/\.\w+$/, '').replaceAll('.', '') : to;
  const escaped = path.replace(/[%\s&()]/g, encodeURIComponent).replace(/[()]/g, (it) => (it === '(' ? '%28' : '%29'));
  const here = from.replace(/\.\w+$/, '').split('/');
  const there = escaped.split('/');
  switch (written) {
    case 'locale':
      return /^(fr|de-at)\//.test(to) ? `/${escaped}` : `/en/${escaped}`;
    case 'host':
      return `${host}/${escaped}`;
    case 'under':
      return escaped.startsWith(`${here.join('/')}/`) ? escaped.slice(here.join('/').length + 1) : escaped;
    case 'beside':
      return here.slice(0, -1).join('/') === there.slice(0, -1).join('/') ? `./${there.at(-1)}` : `/${escaped}`;
    case 'dotted':
      return [...here.slice(1).map(() => '..'), ...there].join('/');
    case 'extension':
      return isPage ? `/${escaped}.md` : `/${escaped}`;
    case 'slash':
      return `/${escaped}/`;
    case 'encoded':
      return `/${escaped
        .split('/')
        .map((segment) => encodeURIComponent(decodeURIComponent(segment)))
        .join('/')}`;
    default:
      return `/${escaped}`;
  }
}

const place = fc.constantFrom(
  (url: string) => `See [it](${url}).`,
  (url: string) => `> - See [*it*](<${url}> "a title")\n{.links-list}`,
  (url: string) => `See [it][r], [r] and ![it][r].\n\n[r]: ${url} 'title'`,
  (url: string) => `<p><a class=x href="${url}">it</a> <a href='${url.replaceAll("'", '%27')}'>b</a></p>`,
  (url: string) => `<div><a href=${url.replace(/[ ']/g, '')}>bare</a> <img alt="" src="${url}"></div>`,
  (url: string) => `![it](${url} =100x50) and [![it](${url})](${url})`,
  (url: string) => `| a | b |\n|---|---|\n| [it](${url}) | ![p](${url}) |`,
  (url: string) => (url.startsWith(host) ? `<${url}> and ${url} too` : `[a](${url})\\\n**[b](${url})**`),
  (url: string) => `🐡 [it](${url.replaceAll('&', '&amp;')}) and [it](${url.replaceAll('_', '\\_')})`,
);

const heading = fc.constantFrom(
  '## Flow',
  '## Same',
  '## Same\n\n## Same\n\n### Flow',
  '## Flü sse {#2.1}',
  '## Flü sse\n\nFlow\n----',
  '## Links\n\n<h3>Flow</h3>',
);
const wikisWith = (ends: fc.Arbitrary<string>) =>
  fc.record({
    pages: fc.dictionary(
      fc.constantFrom(...pageNames),
      fc.record({
        blocks: fc.array(fc.record({ place, form, ends, to: fc.nat() }), { maxLength: 5 }),
        heading,
        lineEnding: fc.constantFrom('\n', '\r\n'),
      }),
      { minKeys: 2, maxKeys: 7 },
    ),
    assets: fc.subarray([...assetNames]),
    namespacing: fc.boolean(),
    absoluteLinks: fc.boolean(),
  });

type RandomWiki = ReturnType<typeof wikisWith> extends fc.Arbitrary<infer T> ? T : never;

function filesOf({ pages, assets, namespacing, absoluteLinks }: RandomWiki): Files {
  const settings = `site:\n  host: ${host}\n  namespacing: ${namespacing}\nrendering:\n  htmlCore:\n    absoluteLinks: ${absoluteLinks}\n`;
  const present = [...Object.keys(pages), ...assets];
  const texts = Object.entries(pages).map(([file, { blocks, heading: own, lineEnding }]): [string, string] => {
    const links = blocks.map((it) => it.place(urlTo(file, present[it.to % present.length] ?? '', it.form) + it.ends));
    return [file, `${[own, ...links].join('\n\n')}\n`.replaceAll('\n', lineEnding)];
  });
  return new Map([['.aux-wiki.yml', settings], ...texts, ...assets.map((asset): [string, string] => [asset, '!'])]);
}

const names = [...pageNames, ...assetNames];
const moves = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('file' as const), from: fc.nat(), to: fc.constantFrom<Name>(...names) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('swap' as const), from: fc.nat(), to: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('folder' as const),
      from: fc.nat(),
      to: fc.constantFrom('care', 'new', 'fr', 'care/water', 'Neu Land', 'wide/deep'),
    }),
  },
);

/** The files of a move that can be made; none where it cannot. */
function filesToMove(files: Files, move: typeof moves extends fc.Arbitrary<infer T> ? T : never): Map<string, string> {
  const present = [...files.keys()].filter((file) => file !== '.aux-wiki.yml');
  const from = present[move.from % present.length] ?? '';
  if (move.kind === 'swap') {
    const to = present[move.to % present.length] ?? '';
    return extensionOf(from) === extensionOf(to) && from !== to
      ? new Map([
          [from, to],
          [to, from],
        ])
      : new Map();
  }
  if (move.kind === 'folder') {
    const folder = from.split('/').slice(0, -1).join('/');
    if (folder === '' || `${move.to}/`.startsWith(`${folder}/`)) return new Map();
    return new Map([[folder, move.to]]);
  }
  // A file keeps its kind: what was a page and is none is on no site.
  return new Map([[from, move.to.slice(0, move.to.lastIndexOf('.')) + extensionOf(from)]]);
}

function extensionOf(file: string): string {
  return file.slice(file.lastIndexOf('.'));
}

test('any sequence of moves keeps the graph', () => {
  let followed = 0;
  fc.assert(
    fc.property(wikisWith(suffix), fc.array(moves, { minLength: 1, maxLength: 4 }), (random, sequence) => {
      let files = filesOf(random);
      for (const move of sequence) {
        const wiki = indexOf(files);
        const moved = expandMoves(wiki, filesToMove(files, move));
        if (!isPossible(files, moved) || !isReachable(moved)) continue;
        const changes = changesForMoves(wiki, moved);
        assertApart(changes);
        followed += changes.length;
        const after = moveAll(files, changes, moved);
        assertSameGraph(files, after, moved);
        files = after;
      }
    }),
    { numRuns: 50 },
  );
  assert(followed > 100, `only ${followed} links had to follow`);
});

test('what moved without its links is mended afterwards: no link that led somewhere is dead', () => {
  let mended = 0;
  fc.assert(
    fc.property(wikisWith(suffix), fc.array(moves, { minLength: 1, maxLength: 3 }), (random, sequence) => {
      let files = filesOf(random);
      for (const move of sequence) {
        const before = indexOf(files);
        const moved = expandMoves(before, filesToMove(files, move));
        if (!isPossible(files, moved) || !isReachable(moved)) continue;
        // With a swap, nothing is dead that could be mended.
        if ([...moved.values()].some((to) => files.has(to))) continue;
        const broken = moveAll(files, [], moved);
        const past = [...moved].map(([file, to]): PastMove => {
          const page = before.files.get(file);
          return { from: { file, page, wasShown: page !== undefined && before.pageAt(page.address) === page }, to };
        });
        const changes = repairMoves(indexOf(broken), past, new Set());
        assertApart(changes);
        mended += changes.length;
        const after = moveAll(broken, changes, new Map());
        const expected = renamedGraph(linkGraphOf(before), moved);
        const actual = linkGraphOf(indexOf(after));
        for (const [file, targets] of expected)
          for (const [index, target] of targets.entries())
            assert(
              target === undefined || actual.get(file)?.[index] !== undefined,
              `${file} ${index} led to ${target}: ${after.get(file)}\n${JSON.stringify([...files])} ${JSON.stringify([...moved])}`,
            );
        files = after;
      }
    }),
    { numRuns: 50 },
  );
  assert(mended > 30, `only ${mended} links were mended`);
});

const headingNames = fc.constantFrom(
  'Flow',
  'Same',
  'Grüße & Küsse',
  '2.1',
  'A *b* `c`',
  'same 1',
  'Größe',
  'Links',
  '🐡',
);

test('any sequence of new names of headings keeps the graph, duplicates included', () => {
  let followed = 0;
  const names = fc.array(fc.tuple(fc.nat(), fc.nat(), headingNames), { minLength: 4, maxLength: 8 });
  fc.assert(
    fc.property(wikisWith(fc.constantFrom(...fragments)), names, (random, sequence) => {
      let files = filesOf(random);
      for (const [pageNumber, headingNumber, name] of sequence) {
        const wiki = indexOf(files);
        const page = [...wiki.files.values()][pageNumber % wiki.files.size];
        const heading = page?.headings[headingNumber % page.headings.length];
        if (page === undefined || heading === undefined) continue;
        const result = rewriteHeading(wiki, page, files.get(page.file) ?? '', heading.textRange, name);
        if ('reason' in result) continue;
        const changes = result.plan.steps.filter((step) => step.kind === 'change');
        assertApart(changes);
        followed += changes.length - 1;
        const after = moveAll(files, changes, new Map());
        assertSameGraph(files, after, new Map());
        files = after;
      }
    }),
    { numRuns: 50 },
  );
  assert(followed > 20, `only ${followed} links had to follow`);
});

function isPossible(files: Files, moved: ReadonlyMap<string, string>): boolean {
  const after = [...files.keys()].map((file) => moved.get(file) ?? file);
  const addresses = after.map((file) =>
    /\.(md|html)$/.test(file) ? file.replace(/\.\w+$/, '').replaceAll('.', '') : file,
  );
  return moved.size > 0 && new Set(addresses).size === addresses.length;
}

/** Wiki.js refuses a page with a space in its path. */
function isReachable(moved: ReadonlyMap<string, string>): boolean {
  return [...moved.values()].every((file) => !/\.(md|html)$/.test(file) || !file.includes(' '));
}

function assertApart(changes: readonly TextChange[]): void {
  const ordered = changes.toSorted((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.range.start - b.range.start,
  );
  for (const [index, { file, range }] of ordered.entries()) {
    const next = ordered[index + 1];
    if (next?.file === file) assert(range.end <= next.range.start, `two changes at ${file} ${range.end}`);
  }
}

function moveAll(files: Files, changes: readonly TextChange[], moved: ReadonlyMap<string, string>): Files {
  const plan = { steps: changes };
  return new Map([...files].map(([file, text]) => [moved.get(file) ?? file, applyChanges(text, file, plan)]));
}

/** Links that led nowhere may lead to what has come there; all others lead to what they led to. */
function assertSameGraph(before: Files, after: Files, moved: ReadonlyMap<string, string>): void {
  const expected = renamedGraph(linkGraphOf(indexOf(before)), moved);
  const actual = linkGraphOf(indexOf(after));
  for (const [file, targets] of expected) {
    const found = actual.get(file) ?? [];
    const context = `${file}\n${after.get(file)}\nbefore ${JSON.stringify([...before])}\nmoved ${JSON.stringify([...moved])}`;
    assert.equal(found.length, targets.length, context);
    const lost = targets.flatMap((target, index) => {
      const now = found[index];
      // A fragment that led nowhere may lead to a heading that has come there.
      const isKept = target === undefined || now === target || now?.startsWith(`${target} heading `) === true;
      return isKept ? [] : [`${index}: ${target} became ${now}`];
    });
    assert.deepEqual(lost, [], context);
  }
}
