import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prettyProblems } from '../../../server/src/cli/pretty.ts';
import type { ReportedProblem } from '../../../server/src/cli/reportedProblem.ts';

const problem = (severity: ReportedProblem['severity'], file = 'a.md', line = 1): ReportedProblem => ({
  file,
  line,
  column: 2,
  endLine: line,
  endColumn: 3,
  code: 'x/y',
  severity,
  message: 'Something.',
});

test('places stand in a column, and problems are counted by severity', () => {
  const problems = [
    problem('error'),
    problem('information', 'a.md', 120),
    problem('hint', 'b.md'),
    problem('error', 'b.md'),
  ];
  assert.equal(
    prettyProblems(problems, 2, false),
    `a.md
    1:2  error    Something.  x/y
  120:2  info     Something.  x/y

b.md
  1:2  hint     Something.  x/y
  1:2  error    Something.  x/y

2 errors, 1 note, 1 hint in 2 pages
`,
  );
});

test('colours only where they are wanted', () => {
  assert.doesNotMatch(prettyProblems([problem('error')], 1, false), /\u001b/);
  assert.match(prettyProblems([problem('error')], 1, true), /\u001b\[31merror {2}\u001b\[0m/);
  assert.match(prettyProblems([], 1, true), /\u001b\[32mNo problems\u001b\[0m/);
});
