// Ours beside VS Code's own Markdown server, over the same wikis: `npm run bench -- [PAGES …] [--json FILE]`.
// Real wikis are measured too: each folder of the folder that WIKI_CORPORA names.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { auxWikiServer } from './auxWikiServer.ts';
import type { BenchServer } from './benchServer.ts';
import { markdownFiles, readAll } from './files.ts';
import { type MadeWiki, makeWiki } from './makeWiki.ts';
import { markdownServer } from './markdownServer.ts';

interface Figure {
  readonly wiki: string;
  readonly what: string;
  readonly ours: number | undefined;
  readonly peer: number | undefined;
  readonly unit: 'ms' | 'MB' | 'x reading';
}

const figures: Figure[] = [];

async function timed(job: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await job();
  return performance.now() - start;
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

/** From nothing to every problem of the wiki: ours by starting the server, the peer's by its library. */
async function measureCold(name: string, folder: string): Promise<void> {
  const reading: number[] = [];
  const ours: number[] = [];
  let memory = 0;
  for (let round = 0; round < 3; round++) {
    reading.push(await timed(async () => readAll(folder)));
    const server = auxWikiServer();
    ours.push(
      await timed(async () => {
        await server.start(folder);
        await server.allProblems();
      }),
    );
    memory = server.memory();
    await server.stop();
  }
  const script = fileURLToPath(new URL('./markdownService.ts', import.meta.url));
  const output = execFileSync(process.execPath, ['--max-old-space-size=8192', '--import', 'tsx', script, folder], {
    encoding: 'utf8',
  });
  const peer: { milliseconds: number; megabytes: number } = JSON.parse(output);
  const cold = quantile(ours, 0.5);
  const read = quantile(reading, 0.5);
  figures.push({
    wiki: name,
    what: 'every problem known, from a cold start',
    ours: cold,
    peer: peer.milliseconds,
    unit: 'ms',
  });
  figures.push({ wiki: name, what: 'the same', ours: cold / read, peer: peer.milliseconds / read, unit: 'x reading' });
  figures.push({ wiki: name, what: 'resident memory then', ours: memory, peer: peer.megabytes, unit: 'MB' });
}

/** What an author waits for while they work, asked of both servers in turn. */
async function measureRequests(name: string, wiki: MadeWiki): Promise<void> {
  const [first, second] = [await requestTimes(auxWikiServer(), wiki), await requestTimes(markdownServer(), wiki)];
  for (const [what, ours] of first) {
    const peer = second.get(what) ?? [];
    if (what === 'resident memory after that') {
      figures.push({ wiki: name, what, ours: ours[0], peer: peer[0], unit: 'MB' });
      continue;
    }
    for (const [label, part] of [
      ['median', 0.5],
      ['p95', 0.95],
    ] as const) {
      figures.push({
        wiki: name,
        what: `${what}, ${label}`,
        ours: quantile(ours, part),
        peer: quantile(peer, part),
        unit: 'ms',
      });
    }
  }
}

async function requestTimes(server: BenchServer, wiki: MadeWiki): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>();
  const measure = async (what: string, rounds: number, job: (round: number) => Promise<unknown>) => {
    const found: number[] = [];
    for (let round = 0; round < rounds; round++) found.push(await timed(() => job(round)));
    times.set(what, found);
  };
  const read = (file: string) => readFileSync(join(wiki.folder, file), 'utf8');
  await server.start(wiki.folder);
  await server.allProblems();
  const author = 'home.md';
  // The line that the author is on: a link that is broken, so that each keystroke changes a problem.
  const lines = ['See [the hub](/hub) and [nothing](/nowhere).', '', 'Complete [this](/sect) please.', ''];
  const text = `${read(author)}\n${lines.join('\n')}`;
  const line = text.split('\n').length - lines.length;
  await server.open(author, text);
  for (const { file, kilobytes } of wiki.sized) {
    const long = `${read(file)}\n${lines.join('\n')}`;
    const at = { line: long.split('\n').length - lines.length, character: lines[0]?.indexOf('/nowhere') ?? 0 };
    await server.open(file, long);
    await measure(`keystroke in a ${kilobytes} KB page`, kilobytes > 100 ? 10 : 40, (round) =>
      server.typeAndCheck(
        file,
        { start: { ...at, character: at.character + 1 }, end: { ...at, character: at.character + 1 + (round % 2) } },
        round % 2 === 0 ? 'x' : '',
      ),
    );
  }
  const onHub = { line, character: 16 };
  await measure('first references', 1, () => server.references(author, onHub));
  await measure(`references, ${wiki.hub.backlinks} of them`, 20, () => server.references(author, onHub));
  await measure('hover of a link', 20, () => server.hover(author, onHub));
  const inHref = { line: line + 2, character: (lines[2]?.indexOf('/sect') ?? 0) + 5 };
  await measure('completion of a path', 20, () => server.completion(author, inHref));
  await measure(`edits for a move, ${wiki.hub.backlinks} links`, 5, async (round) => {
    const edits = await server.moveFile(wiki.hub.file, `moved/hub-${round}.md`);
    if (edits === undefined) throw new Error('no such request');
  }).catch(() => undefined);
  times.set('resident memory after that', [server.memory()]);
  await server.stop();
  return times;
}

function table(rows: readonly Figure[]): string {
  const shown = (value: number | undefined) =>
    value === undefined || Number.isNaN(value) ? '–' : value >= 100 ? value.toFixed(0) : value.toFixed(1);
  const lines = rows.map(({ wiki, what, ours, peer, unit }) => {
    const ratio = ours === undefined || peer === undefined ? undefined : ours / peer;
    return `| ${wiki} | ${what} | ${unit} | ${shown(ours)} | ${shown(peer)} | ${ratio === undefined || Number.isNaN(ratio) ? '–' : ratio.toFixed(3)} |`;
  });
  return [
    '| wiki | what | unit | Aux Wiki | VS Code Markdown | ours / theirs |',
    '|---|---|---|---:|---:|---:|',
    ...lines,
  ].join('\n');
}

const args = process.argv.slice(2);
const json = args.includes('--json') ? args[args.indexOf('--json') + 1] : undefined;
const sizes = args.map(Number).filter((pages) => pages > 0);
const scratch = mkdtempSync(join(tmpdir(), 'aux-wiki-bench-'));
try {
  for (const pages of sizes.length > 0 ? sizes : [1000, 10_000]) {
    const wiki = makeWiki(join(scratch, String(pages)), pages);
    await measureCold(`${pages} pages`, wiki.folder);
    await measureRequests(`${pages} pages`, wiki);
  }
  const real = process.env.WIKI_CORPORA;
  for (const name of real !== undefined && existsSync(real) ? readdirSync(real) : []) {
    const folder = join(real ?? '', name);
    if (markdownFiles(folder).length > 0) await measureCold(name, folder);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log(
  `Node.js ${process.version}, ${cpus().length} processors, ${new Date().toISOString().slice(0, 10)}\n\n${table(figures)}`,
);
if (json !== undefined)
  writeFileSync(json, `${JSON.stringify({ node: process.version, processors: cpus().length, figures }, null, 2)}\n`);
