import assert from 'node:assert/strict';
import { checkSync, syncLosses } from '../../server/src/rules/sync/checkSync.ts';
import type { FileChange } from '../../server/src/rules/sync/fileChange.ts';
import { parseFixture } from './fixture.ts';
import { type FoundProblem, indexOf } from './problems.ts';

const statusFile = 'git status';

/** The sync problems of a fixture whose file `git status` tells the changes, as the examples of the rules do. */
export function syncProblemsOf(fixture: string): { files: ReadonlyMap<string, string>; found: FoundProblem[] } {
  const files = new Map(parseFixture(fixture).files);
  const changes = readStatus(files.get(statusFile) ?? '');
  files.delete(statusFile);
  const wiki = indexOf(files);
  const losses = syncLosses(changes, wiki.settings);
  const found = [...wiki.files.values()].flatMap((page) =>
    checkSync(page, wiki, losses).map((problem) => ({ file: page.file, problem })),
  );
  return { files, found };
}

/** Checks the sync problems of a fixture, each as `file code severity 'marked text'`. */
export function checkLosses(fixture: string, expected: readonly string[]): void {
  const { files, found } = syncProblemsOf(fixture);
  const described = found.map(({ file, problem: { code, severity, range } }) => {
    const marked = (files.get(file) ?? '').slice(range.start, range.end).trimEnd();
    return `${file} ${code.replace('sync/', '')} ${severity} '${marked}'`;
  });
  assert.deepEqual(described, expected);
}

/** Reads lines such as `renamed: a.png -> b.png (binary, changed)` and `modified: a.png (binary, 12 bytes, before 10)`. */
export function readStatus(text: string): FileChange[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [, word = '', first = '', second, facts = ''] =
        /^([a-z ]+): (\S+)(?: -> (\S+))? \((.*)\)$/.exec(line) ?? [];
      const kind = ({ 'new file': 'added', modified: 'modified', deleted: 'deleted', renamed: 'renamed' } as const)[
        word
      ];
      assert(kind, `no change: ${line}`);
      const [, after, before] = /(\d+) bytes, before (\d+)/.exec(facts) ?? [];
      return {
        kind,
        file: second ?? first,
        ...(second === undefined ? {} : { from: first }),
        isBinary: facts.startsWith('binary'),
        isUnchanged: kind === 'renamed' && !facts.includes('changed'),
        ...(before === undefined ? {} : { sizes: [Number(before), Number(after)] as const }),
      };
    });
}
