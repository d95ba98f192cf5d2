import type { Severity } from '../wiki/settings.ts';
import type { ReportedProblem } from './reportedProblem.ts';

const colours = { error: 31, warning: 33, information: 36, hint: 90, file: 4, code: 90, clean: 32 } as const;

const words: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'hint',
};

/** Problems as people read them in a terminal: file by file, with a sum at the end. */
export function prettyProblems(problems: readonly ReportedProblem[], pages: number, coloured: boolean): string {
  const paint = (text: string, colour: keyof typeof colours) =>
    coloured ? `\u001b[${colours[colour]}m${text}\u001b[0m` : text;
  const byFile = new Map<string, ReportedProblem[]>();
  for (const problem of problems) {
    const ofFile = byFile.get(problem.file);
    if (ofFile === undefined) byFile.set(problem.file, [problem]);
    else ofFile.push(problem);
  }
  const blocks = [...byFile].map(([file, ofFile]) => {
    const places = ofFile.map(({ line, column }) => `${line}:${column}`);
    const width = Math.max(...places.map((place) => place.length));
    const lines = ofFile.map(({ severity, message, code }, index) => {
      const place = (places[index] ?? '').padStart(width);
      return `  ${place}  ${paint(words[severity].padEnd(7), severity)}  ${message}  ${paint(code, 'code')}`;
    });
    return `${paint(file, 'file')}\n${lines.join('\n')}\n\n`;
  });
  const sum = problems.length === 0 ? paint('No problems', 'clean') : summary(problems);
  return `${blocks.join('')}${sum} in ${counted(pages, 'page')}\n`;
}

function summary(problems: readonly ReportedProblem[]): string {
  const counts = (Object.keys(words) as Severity[]).flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    const word = severity === 'information' ? 'note' : words[severity];
    return count === 0 ? [] : [counted(count, word)];
  });
  return counts.join(', ');
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
