import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../host/embedded/paths.ts';
import { longPage } from '../support/longPage.ts';
import { quantile } from './measure.ts';
import { measureTyping, type Timing } from './previewRun.ts';

// From a keystroke to the painted preview: the server as it ships in a process of its own, what the extension does with
// its answer, and the webview's script as it ships in Chromium. `npm run bench:preview -- [--json] [--rounds N] [PAGE …]`

const pages: Readonly<Record<string, () => string>> = {
  'example wiki': () => readFileSync(join(projectRoot, 'examples/wiki/reference/formatting.md'), 'utf8'),
  '20 KB': () => longPage(20_000),
  '300 KB': () => longPage(300_000),
};

const stages = ['total', 'server', 'client', 'message', 'change', 'settle', 'paint'] as const;

const args = process.argv.slice(2);
const rounds = Number(args[args.indexOf('--rounds') + 1]) || 3;
const wanted = args.filter((arg) => !arg.startsWith('--') && Number.isNaN(Number(arg)));
const results = [];
for (const [name, read] of Object.entries(pages)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const { first, timings } = await measureTyping(read(), rounds);
  results.push({ page: name, keystrokes: timings.length, firstMs: Math.round(first), ...summary(timings), timings });
}
if (args.includes('--json')) {
  console.log(JSON.stringify({ node: process.version, rounds, results }, null, 2));
} else {
  for (const { timings, ...line } of results) {
    console.table({
      [`${line.page}: ${line.keystrokes} keystrokes, first ${line.firstMs} ms`]: line.median,
      p95: line.p95,
    });
    const worst = timings.toSorted((one, other) => other.total - one.total).slice(0, 5);
    console.log('slowest:', worst.map((timing) => `${timing.name} ${Math.round(timing.total)} ms`).join('; '));
  }
}

function summary(timings: readonly Timing[]) {
  const at = (part: number) =>
    Object.fromEntries(
      stages.map((stage) => [
        stage,
        Math.round(
          10 *
            quantile(
              timings.map((timing) => timing[stage]),
              part,
            ),
        ) / 10,
      ]),
    );
  return { median: at(0.5), p95: at(0.95) };
}
