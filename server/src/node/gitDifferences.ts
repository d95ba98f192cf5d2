import type { FileChange } from '../rules/sync/fileChange.ts';

/** A change as git prints it, with the name of the content that the file had before. */
export interface GitDifference extends FileChange {
  readonly before: string;
}

const kinds: Readonly<Record<string, FileChange['kind']>> = {
  A: 'added',
  C: 'added',
  D: 'deleted',
  M: 'modified',
  R: 'renamed',
  T: 'modified',
};

/** Reads what `git diff --raw --numstat -z --no-abbrev` prints. */
export function readDifferences(printed: string): GitDifference[] {
  const fields = printed.split('\0').values();
  const next = () => fields.next().value ?? '';
  const differences: GitDifference[] = [];
  const binaries = new Set<string>();
  for (const field of fields) {
    const [, before, status = '', score] = /^:\d+ \d+ ([0-9a-f]+) [0-9a-f]+ ([A-Z])(\d*)$/.exec(field) ?? [];
    const [, lines, name] = /^(\d+|-)\t(?:\d+|-)\t([\s\S]*)$/.exec(field) ?? [];
    if (before !== undefined) {
      const from = status === 'R' || status === 'C' ? next() : undefined;
      const file = next();
      const kind = kinds[status];
      if (kind === undefined) continue;
      const rename = kind === 'renamed' ? { from } : {};
      const isUnchanged = kind === 'renamed' && score === '100';
      differences.push({ kind, file, ...rename, isBinary: false, isUnchanged, before });
    } else if (lines !== undefined) {
      // The two names of a renamed file stand in fields of their own.
      if (name === '') next();
      const file = name === '' ? next() : (name ?? '');
      if (lines === '-') binaries.add(file);
    }
  }
  return differences.map((difference) => ({ ...difference, isBinary: binaries.has(difference.file) }));
}
