import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { openGitHistory } from '../../../server/src/node/gitHistory.ts';

/** A new repository in a temporary folder; its files are written by name. */
interface Repository {
  readonly folder: string;
  write(files: Record<string, string>): void;
  git(...args: string[]): string;
  commit(): void;
}

async function inRepository(use: (repository: Repository) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'aux-wiki-git-'));
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const write = (files: Record<string, string>) => {
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), content, 'latin1');
    }
  };
  const commit = () => {
    git('add', '-A');
    git('-c', 'core.hooksPath=/dev/null', 'commit', '-q', '-m', 'x');
  };
  try {
    git('init', '-q', '-b', 'main');
    await use({ folder, git, write, commit });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function changes(folder: string, base?: string): Promise<string[] | undefined> {
  const found = await openGitHistory(folder).changesSince(base);
  return found
    ?.map(({ kind, file, from, isBinary, isUnchanged, sizes }) =>
      [
        kind,
        from === undefined ? file : `${from} -> ${file}`,
        isBinary ? 'binary' : 'text',
        ...(isUnchanged ? ['unchanged'] : []),
        ...(sizes ?? []),
      ].join(' '),
    )
    .sort();
}

const image = (text: string) => `\0${text}`;
const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index}\n`).join('');

describe('git history', () => {
  test('tells what has become of files since the last commit, staged or not', async () => {
    await inRepository(async ({ folder, git, write, commit }) => {
      write({
        'a.png': image('one'),
        'b.png': image('two'),
        'c.png': image('three'),
        's.svg': '<svg/>\n',
        'gone.md': 'x\n',
        'page.md': lines(9),
        'f ü.md': lines(20),
        'same.md': 'same\n',
      });
      commit();
      git('mv', 'a.png', 'moved "a".png');
      write({
        'b.png': image('owt'),
        'c.png': image('three!'),
        's.svg': '<svg>\n',
        'new.txt': 'n\n',
        'new.png': image('n'),
      });
      rmSync(join(folder, 'gone.md'));
      git('mv', 'page.md', 'fr.md');
      write({ 'fr.md': `${lines(9)}more\n` });
      renameSync(join(folder, 'f ü.md'), join(folder, 'g é.md'));
      assert.deepEqual(await changes(folder), [
        'added new.png binary',
        'added new.txt text',
        'deleted gone.md text',
        'modified b.png binary 4 4',
        'modified c.png binary 6 7',
        'modified s.svg text',
        'renamed a.png -> moved "a".png binary unchanged',
        'renamed f ü.md -> g é.md text unchanged',
        'renamed page.md -> fr.md text',
      ]);
    });
  });

  test('tells of a wiki in a folder of the repository by names in that folder, and of nothing else', async () => {
    await inRepository(async ({ folder, git, write, commit }) => {
      write({ 'wiki/a.png': image('one'), 'other/x.svg': 'x\n' });
      commit();
      git('mv', 'wiki/a.png', 'wiki/b.png');
      write({ 'other/x.svg': 'y\n', 'other/new.svg': 'y\n', 'wiki/n.svg': 'n\n' });
      assert.deepEqual(await changes(join(folder, 'wiki')), [
        'added n.svg text',
        'renamed a.png -> b.png binary unchanged',
      ]);
    });
  });

  test('compares with the commit where a branch and this one part', async () => {
    await inRepository(async ({ folder, git, write, commit }) => {
      write({ 'a.svg': 'a\n' });
      commit();
      git('checkout', '-q', '-b', 'work');
      write({ 'b.svg': 'b\n' });
      commit();
      git('checkout', '-q', 'main');
      write({ 'c.svg': 'c\n' });
      commit();
      git('checkout', '-q', 'work');
      assert.deepEqual(await changes(folder), []);
      assert.deepEqual(await changes(folder, 'main'), ['added b.svg text']);
      assert.equal(await changes(folder, 'nowhere'), undefined);
      assert.equal(await changes(folder, '--output=x'), undefined);
      assert.equal(existsSync(join(folder, 'x')), false);
    });
  });

  test('is silent without a repository, and before the first commit', async () => {
    await inRepository(async ({ folder }) => assert.equal(await changes(folder), undefined));
    const folder = mkdtempSync(join(tmpdir(), 'aux-wiki-git-'));
    assert.equal(await changes(folder), undefined);
    assert.equal(await changes(join(folder, 'none')), undefined);
    rmSync(folder, { recursive: true });
  });

  test('is silent without git', async () => {
    await inRepository(async ({ folder, write, commit }) => {
      write({ 'a.md': 'a\n' });
      commit();
      const { PATH } = process.env;
      process.env.PATH = folder;
      assert.equal(await changes(folder).finally(() => Object.assign(process.env, { PATH })), undefined);
    });
  });

  test('runs nothing that the repository names', { skip: process.platform === 'win32' }, async () => {
    await inRepository(async ({ folder, git, write, commit }) => {
      write({ 'a.svg': 'a\n', 'b.md': 'b\n' });
      commit();
      const canary = join(folder, 'canary');
      const script = join(folder, '.git', 'evil.sh');
      writeFileSync(script, `#!/bin/sh\necho "$0 $*" >> '${canary}'\ncat\n`);
      chmodSync(script, 0o755);
      const settings: Record<string, string> = {
        'core.fsmonitor': script,
        'core.hooksPath': join(folder, '.git', 'evil-hooks'),
        'core.pager': script,
        'diff.external': script,
        'diff.evil.command': script,
        'diff.evil.textconv': script,
        'filter.evil.clean': script,
        'filter.evil=x.process': script,
        'filter.evil.required': 'true',
      };
      for (const [key, value] of Object.entries(settings)) git('config', key, value);
      mkdirSync(join(folder, '.git', 'evil-hooks'));
      for (const hook of ['post-index-change', 'fsmonitor-watchman'])
        writeFileSync(join(folder, '.git', 'evil-hooks', hook), `#!/bin/sh\necho hook >> '${canary}'\n`, {
          mode: 0o755,
        });
      write({ '.gitattributes': '*.svg filter=evil diff=evil\n*.md filter=evil=x\n' });
      write({ '.git/info/attributes': '*.svg filter=evil diff=evil\n' });
      write({ 'a.svg': 'c\n', 'b.md': 'd\n' });
      assert.deepEqual(await changes(folder), [
        'added .gitattributes text',
        'modified a.svg text',
        'modified b.md text',
      ]);
      assert.equal(existsSync(canary), false, 'something ran');
      spawnSync('git', ['-C', folder, 'diff', 'HEAD']);
      assert.equal(existsSync(canary), true, 'git alone runs it, so that this test tells something');
    });
  });

  test('writes nothing into the repository', async () => {
    await inRepository(async ({ folder, git, write, commit }) => {
      write({ 'a.md': 'a\n', 'b.md': 'b\n' });
      commit();
      const before = git('count-objects', '-v');
      write({ 'a.md': 'c\n', 'c.png': image('c') });
      rmSync(join(folder, 'b.md'));
      const index = execFileSync('cksum', [join(folder, '.git', 'index')], { encoding: 'utf8' });
      await changes(folder);
      assert.equal(git('count-objects', '-v'), before);
      assert.equal(execFileSync('cksum', [join(folder, '.git', 'index')], { encoding: 'utf8' }), index);
    });
  });
});
