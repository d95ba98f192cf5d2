import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileChange, FileHistory } from '../rules/sync/fileChange.ts';
import { type GitDifference, readDifferences } from './gitDifferences.ts';
import { openGit, type RunGit } from './runGit.ts';

/** Files that git does not know yet are looked at up to this number. */
const mostUntracked = 1000;
/** As many bytes as git looks at to tell text from the rest. */
const tellingLength = 8000;

/** The history of a folder's files by the git executable. Nothing that a repository's configuration names is run. */
export function openGitHistory(folder: string): FileHistory {
  return {
    async changesSince(base) {
      const git = await openGit(folder);
      const commit = git && (await commitOf(git, base));
      if (git === undefined || commit === undefined) return undefined;
      const [printed, untracked] = await Promise.all([
        git([...diff, commit, '--', '.']),
        git(['ls-files', '--others', '--exclude-standard', '-z', '--', '.']),
      ]);
      if (printed === undefined || untracked === undefined) return undefined;
      const differences = readDifferences(printed);
      const sizeOf = await sizesOf(git, differences);
      const known = await Promise.all(differences.map((it) => changeOf(it, folder, sizeOf)));
      const added = untracked
        .split('\0')
        .filter((file) => file !== '')
        .slice(0, mostUntracked);
      return withUntracked(known, added, differences, folder, sizeOf);
    },
  };
}

const diff = [
  'diff',
  '--raw',
  '--numstat',
  '-z',
  '-M',
  '--relative',
  '--no-abbrev',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-submodules=all',
];

/** The commit to compare with: the last one, or where `base` and the last one part. */
async function commitOf(git: RunGit, base: string | undefined): Promise<string | undefined> {
  if (base?.startsWith('-')) return undefined;
  const head = await git(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
  const found = base === undefined || head === undefined ? head : await git(['merge-base', '--', base, 'HEAD']);
  return found?.trim();
}

/** The sizes, in bytes, of the contents that files had before and that it takes to compare them. */
async function sizesOf(git: RunGit, differences: readonly GitDifference[]): Promise<ReadonlyMap<string, number>> {
  const contents = differences.filter(({ kind, isBinary }) => kind === 'deleted' || (kind === 'modified' && isBinary));
  if (contents.length === 0) return new Map();
  const asked = contents.map(({ before }) => `${before}\n`).join('');
  const printed = await git(['cat-file', '--batch-check=%(objectname) %(objectsize)'], asked);
  return new Map(
    (printed ?? '').split('\n').flatMap((line): [string, number][] => {
      const [, id = '', size] = /^([0-9a-f]+) (\d+)$/.exec(line) ?? [];
      return size === undefined ? [] : [[id, Number(size)]];
    }),
  );
}

async function changeOf(
  { kind, file, from, isBinary, isUnchanged, before }: GitDifference,
  folder: string,
  sizeOf: ReadonlyMap<string, number>,
): Promise<FileChange> {
  const change = { kind, file, isBinary, isUnchanged, ...(from === undefined ? {} : { from }) };
  if (kind !== 'modified' || !isBinary) return change;
  const facts = await stat(join(folder, file)).catch(() => undefined);
  const size = sizeOf.get(before);
  return facts === undefined || size === undefined ? change : { ...change, sizes: [size, facts.size] };
}

/** Files that were moved without git find their old names by their content; the others are new. */
async function withUntracked(
  known: readonly FileChange[],
  added: readonly string[],
  differences: readonly GitDifference[],
  folder: string,
  sizeOf: ReadonlyMap<string, number>,
): Promise<FileChange[]> {
  const deleted = new Map(differences.flatMap((it) => (it.kind === 'deleted' ? [[it.before, it.file]] : [])));
  const sizes = new Set([...deleted.keys()].map((id) => sizeOf.get(id)));
  const changes: FileChange[] = [];
  for (const file of added) {
    const bytes = await readFile(join(folder, file)).catch(() => undefined);
    if (bytes === undefined || bytes.length === 0) continue;
    const isBinary = bytes.subarray(0, tellingLength).includes(0);
    const id = sizes.has(bytes.length) ? [...deleted.keys()].find((it) => it === blobId(bytes, it.length)) : undefined;
    const from = id === undefined ? undefined : deleted.get(id);
    if (id !== undefined) deleted.delete(id);
    if (from === undefined) changes.push({ kind: 'added', file, isBinary, isUnchanged: false });
    else changes.push({ kind: 'renamed', file, from, isBinary, isUnchanged: true });
  }
  const moved = new Set(changes.map(({ from }) => from));
  return [...known.filter(({ kind, file }) => kind !== 'deleted' || !moved.has(file)), ...changes];
}

/** The name that git gives to a content; long in repositories of the newer kind. */
function blobId(bytes: Uint8Array, length: number): string {
  return createHash(length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}
