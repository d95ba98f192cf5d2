import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Checks } from '../../../server/src/features/checks.ts';
import type { WikiIndex } from '../../../server/src/index/wikiIndex.ts';
import { createWiki } from '../../support/wiki.ts';

const written = (body: string) => `---\ntitle: Some page\n---\n\n${body}\n`;

/** A wiki of pages that each link to the next one and to the first. */
function chain(length: number): { wiki: WikiIndex; checks: Checks } {
  const pages = Array.from(
    { length },
    (_, i) => `--- /pages/p${i}.md\n${written(`# P${i}\n[next](/pages/p${i + 1}) [first](/pages/p0)`)}`,
  );
  const { wiki } = createWiki(pages.join(''));
  const checks = new Checks(wiki);
  checkAll(checks);
  return { wiki, checks };
}

function checkAll(checks: Checks): string[] {
  const stale = [...checks.stale].sort();
  for (const file of stale) checks.problemsOf(file);
  return stale;
}

/** The files that are checked again after some files have changed. */
function checkedAfter(
  { wiki, checks }: ReturnType<typeof chain>,
  files: Record<string, string | undefined>,
  texts: ReadonlyMap<string, string> = new Map(),
): string[] {
  const states = Object.entries(files).map(([file, text]) =>
    text === undefined ? { file, size: undefined } : { file, text, size: text.length, hasByteOrderMark: false },
  );
  const change = wiki.update(states);
  checks.noteChange(change);
  const wanted = [...change.wanted].map((file) => [file, texts.get(file)] as const);
  if (wanted.length > 0) return checkedAfter({ wiki, checks }, Object.fromEntries(wanted), texts);
  return checkAll(checks);
}

const p = (...numbers: number[]) => numbers.map((number) => `pages/p${number}.md`).sort();

describe('only what may have changed is checked again', () => {
  test('text: the page itself', () => {
    const text = written('# P5\nOther text. [next](/pages/p6) [first](/pages/p0)');
    assert.deepEqual(checkedAfter(chain(20), { 'pages/p5.md': text }), p(5));
  });

  test('a heading: the page and those that link to it', () => {
    const text = written('# Other\n[next](/pages/p6) [first](/pages/p0)');
    assert.deepEqual(checkedAfter(chain(20), { 'pages/p5.md': text }), p(4, 5));
  });

  test('a page that goes: those that link to it', () => {
    assert.deepEqual(checkedAfter(chain(20), { 'pages/p5.md': undefined }), p(4));
  });

  test('a page that comes: it, and those that link there', () => {
    assert.deepEqual(checkedAfter(chain(20), { 'pages/p20.md': written('# New') }), p(19, 20));
  });

  test('a page whose address is almost one that is linked to', () => {
    assert.deepEqual(checkedAfter(chain(20), { 'pages/P20.md': written('# New') }), ['pages/P20.md', ...p(19)]);
  });

  test('a file that nobody mentions: nothing', () => {
    assert.deepEqual(checkedAfter(chain(20), { 'x.png': '' }), []);
  });

  test('the same text again: the page itself', () => {
    const text = written('# P5\n[next](/pages/p6) [first](/pages/p0)');
    assert.deepEqual(checkedAfter(chain(20), { 'pages/p5.md': text }), p(5));
  });

  test('an image that comes: the pages that show it', () => {
    const { wiki } = createWiki(`--- /one.md\n${written('![x](/x.png)')}--- /two.md\n${written('Text.')}`);
    const checks = new Checks(wiki);
    checkAll(checks);
    assert.deepEqual(checkedAfter({ wiki, checks }, { 'x.png': 'image' }), ['one.md']);
  });
});

test('whether a page is published, and whether a folder holds one, concerns who links there', () => {
  const { wiki } = createWiki('--- /home.md\n[a](/care) [b](/water)\n--- /water.md\nCool.\n');
  const checks = new Checks(wiki);
  checkAll(checks);
  const codes = () =>
    checks
      .problemsOf('home.md')
      .map(({ code }) => code)
      .filter((code) => code.startsWith('link/'));
  assert.deepEqual(codes(), ['link/missing-page']);
  checkedAfter({ wiki, checks }, { 'care/tank.md': written('Glass.') });
  assert.deepEqual(codes(), ['link/folder-without-page']);
  checkedAfter({ wiki, checks }, { 'water.md': '---\nisPublished: false\n---\nCool.\n' });
  assert.deepEqual(codes(), ['link/folder-without-page', 'link/unpublished-target']);
  checkedAfter({ wiki, checks }, { 'care/tank.md': undefined });
  assert.deepEqual(codes(), ['link/missing-page', 'link/unpublished-target']);
});

describe('the cost of a change', () => {
  /** Pages analysed, checked and links resolved for one page that is typed in. */
  const cost = (length: number) => {
    const { wiki, checks } = chain(length);
    const before = { ...wiki.counters, ...checks.counters };
    checkedAfter({ wiki, checks }, { 'pages/p5.md': written('# P5\n[next](/pages/p6)\n\nMore.') });
    return {
      analyzed: wiki.counters.analyzed - before.analyzed,
      resolved: wiki.counters.resolved - before.resolved,
      checked: checks.counters.checked - before.checked,
    };
  };

  test('does not grow with the wiki', () => {
    assert.deepEqual(cost(20), { analyzed: 1, resolved: 1, checked: 1 });
    assert.deepEqual(cost(400), cost(20));
  });

  test('of asking again is nothing', () => {
    const { checks } = chain(20);
    const { checked } = checks.counters;
    checks.problemsOf('pages/p5.md');
    assert.equal(checks.counters.checked, checked);
    assert.deepEqual(checks.problemsOf('no/such.md'), []);
  });
});

/** What has been kept up to date is what a new start would find. */
test('after any changes the problems are those of a wiki that is read afresh', () => {
  const files = new Map(
    Array.from({ length: 12 }, (_, i): [string, string] => [
      `pages/p${i}.md`,
      written(`# P${i}\n[n](/pages/p${i + 1}#p${i + 1})`),
    ]),
  );
  const { wiki } = createWiki([...files].map(([file, text]) => `--- /${file}\n${text}`).join(''));
  const checks = new Checks(wiki);
  checkAll(checks);
  // A small generator with a fixed seed, so that a failure can be seen again.
  let seed = 42;
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  const names = [
    ...files.keys(),
    'pages/P3.md',
    'fr/pages/p4.md',
    'pages/p5.html',
    'x.png',
    'pages/p.6.md',
    'pages/sub/p1.md',
  ];
  const bodies = [
    '# P1\n[a](/pages/p2)',
    '## Other\n![x](/x.png) [b](p3)',
    '',
    '[c](/pages/P3#p3) [d](sub/p1) [f](/pages/sub) [g](/pages)',
    '# P4\n[e](/pages/p4.md#p4)',
  ];
  for (let round = 0; round < 300; round++) {
    const file = names[random(names.length)] ?? '';
    const text = random(4) === 0 ? undefined : written(bodies[random(bodies.length)] ?? '');
    if (text === undefined) files.delete(file);
    else files.set(file, text);
    checkedAfter({ wiki, checks }, { [file]: text }, files);
  }
  const fresh = createWiki([...files].map(([file, text]) => `--- /${file}\n${text}`).join(''));
  const freshChecks = new Checks(fresh.wiki);
  assert.deepEqual([...wiki.files.keys()].sort(), [...fresh.wiki.files.keys()].sort());
  for (const file of wiki.files.keys()) assert.deepEqual(checks.problemsOf(file), freshChecks.problemsOf(file), file);
});
