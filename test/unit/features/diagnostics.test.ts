import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DiagnosticTag } from 'vscode-languageserver';
import { diagnosticOf, settingsDiagnostics } from '../../../server/src/features/diagnostics.ts';
import { uriOfFile } from '../../../server/src/features/uris.ts';
import type { Problem } from '../../../server/src/rules/rule.ts';
import { wikiRoot } from '../../support/feature.ts';
import { createWiki } from '../../support/wiki.ts';

function diagnostic(problem: Partial<Problem>) {
  const { wiki, page } = createWiki('--- /a.md\none\r\n🐡 two\r\n--- /b.md\nother\n');
  const documents = { uriOf: (file: string) => uriOfFile(wikiRoot, file), versionOf: () => null };
  const whole: Problem = { code: 'x/y', severity: 'warning', message: 'M', range: { start: 8, end: 11 }, ...problem };
  return diagnosticOf(whole, page('a.md'), wiki, documents);
}

test('places are in UTF-16 units, and lines end as they may', () => {
  const { range, severity } = diagnostic({});
  assert.deepEqual(range, { start: { line: 1, character: 3 }, end: { line: 1, character: 6 } });
  assert.equal(severity, 2);
});

test('other places are named, unless their file is gone', () => {
  const related = ['b.md', 'gone.md'].map((file) => ({ file, range: { start: 0, end: 5 }, message: 'There' }));
  assert.deepEqual(diagnostic({ related }).relatedInformation, [
    {
      location: {
        uri: `${wikiRoot}/b.md`,
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 5 } },
      },
      message: 'There',
    },
  ]);
});

test('what is not needed is faded', () => {
  assert.deepEqual(diagnostic({ unnecessary: true }).tags, [DiagnosticTag.Unnecessary]);
  assert.equal(diagnostic({}).tags, undefined);
});

test('mistakes in the settings have their own places and page', () => {
  const [found] = settingsDiagnostics('site:\n  x: 1\n');
  assert.deepEqual(found?.range, { start: { line: 1, character: 2 }, end: { line: 1, character: 3 } });
  assert.match(found?.codeDescription?.href ?? '', /docs\/rules\/settings\/invalid\.md$/);
});
