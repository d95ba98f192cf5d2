import assert from 'node:assert/strict';
import { test } from 'node:test';
import { syncRules } from '../../../server/src/rules/registry.ts';
import { checkLosses, syncProblemsOf } from '../../support/sync.ts';

for (const { code, example } of syncRules) {
  test(`${code}: the wrong example is reported, the right one is not`, () => {
    assert.deepEqual(
      syncProblemsOf(example.wrong).found.map(({ problem }) => problem.code),
      [code],
    );
    assert.deepEqual(syncProblemsOf(example.right).found, []);
  });
}

const page = (body: string) => `--- /tank.md\n---\ntitle: Tank\n---\n\n${body}\n`;
const status = (...lines: string[]) => `--- /git status\n${lines.join('\n')}\n`;

test('a moved image is told of wherever it is shown or linked, in every form', () => {
  const moved = 'renamed: assets/a.png -> assets/b.png (binary)';
  const body =
    '![a](/assets/b.png) [b](/assets/b.png "t") <img src="/assets/b.png?x=1"> ![c][r] ![no](/assets/c.png)\n\n[r]: /assets/b.png';
  checkLosses(status(moved) + page(body), [
    "tank.md moved-image-not-synced warning '/assets/b.png'",
    "tank.md moved-image-not-synced warning '/assets/b.png'",
    "tank.md moved-image-not-synced warning '/assets/b.png?x=1'",
    "tank.md moved-image-not-synced warning '![c][r]'",
  ]);
});

test('what the rules reference does not say is lost is silent', () => {
  checkLosses(
    status(
      'renamed: assets/a.png -> assets/b.png (binary, changed)',
      'new file: assets/c.png (binary)',
      'modified: assets/d.png (binary, 12 bytes, before 10)',
      'modified: assets/e.png (binary)',
      'renamed: assets/old.svg -> assets/f.svg (text)',
      'deleted: assets/g.svg (text)',
      'renamed: tank-old.md -> tank.md (text)',
      'new file: other.md (text)',
    ) +
      page(
        '![](/assets/b.png) ![](/assets/c.png) ![](/assets/d.png) ![](/assets/e.png) ![](/assets/f.svg) ![](/assets/g.svg)',
      ),
    [],
  );
});

test('text files are told of when they are new, changed, or moved and changed', () => {
  const lines = [
    'new file: assets/a.svg (text)',
    'modified: data.csv (text)',
    'renamed: assets/x.json -> assets/c.json (text, changed)',
  ];
  checkLosses(status(...lines) + page('![](/assets/a.svg) [b](/data.csv) [c](/assets/c.json)'), [
    "tank.md text-asset-not-imported warning '/assets/a.svg'",
    "tank.md text-asset-not-imported warning '/data.csv'",
    "tank.md text-asset-not-imported warning '/assets/c.json'",
  ]);
});

test('a page that changes its locale is told of at its beginning, and what becomes of it', () => {
  const messageOf = (from: string) =>
    syncProblemsOf(status(`renamed: ${from} -> tank.md (text, changed)`) + page('Water.')).found.map(
      ({ problem }) => problem.message,
    );
  assert.match(messageOf('fr/tank.md')[0] ?? '', /refuses to move fr\/tank\.md here/);
  assert.match(messageOf('fr/bassin.md')[0] ?? '', /becomes \/tank in "fr", not in "en"/);
  assert.deepEqual(messageOf('en/tank.md'), []);
  checkLosses(`${status('renamed: tank.md -> fr/tank.md (text)')}--- /fr/tank.md\n---\ntitle: B\n---\n\nEau.\n`, [
    "fr/tank.md cross-locale-rename error '---'",
  ]);
});

test('settings, ignore and comments silence it as they do others', () => {
  const changes = status('new file: assets/a.svg (text)');
  const shown = page('![](/assets/a.svg)');
  checkLosses(`--- /.aux-wiki.yml\nrules: { sync: off }\n${changes}${shown}`, []);
  checkLosses(`--- /.aux-wiki.yml\nignore: [tank.md]\n${changes}${shown}`, []);
  checkLosses(`--- /.aux-wiki.yml\nrules: { sync: hint }\n${changes}${shown}`, [
    "tank.md text-asset-not-imported hint '/assets/a.svg'",
  ]);
  checkLosses(changes + page('<!-- aux-wiki-disable-next-line sync -->\n![](/assets/a.svg)'), []);
});
