import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WikiIndex } from '../../server/src/index/wikiIndex.ts';
import { analyzePage } from '../../server/src/page/analyze.ts';
import { markdownFor } from '../../server/src/page/contentHtml.ts';
import type { Page } from '../../server/src/page/page.ts';
import { renderContent, renderPage } from '../../server/src/render/renderPage.ts';
import { readSettingsFile } from '../../server/src/wiki/settingsFile.ts';
import { projectRoot } from '../host/embedded/paths.ts';
import { longPage } from '../support/longPage.ts';
import { sharedFolder } from '../support/shared.ts';
import { measureInTurn, type Sample, summary } from './measure.ts';

// What rendering and analysis cost beside bare markdown-it with the same plugins, on the same pages in the same process.
// `npm run bench:render -- [--json] [--rounds N] [CORPUS …]`

interface Corpus {
  readonly name: string;
  readonly files: ReadonlyMap<string, string>;
}

const { settings } = readSettingsFile('');

function corpora(): Corpus[] {
  const made = [20_000, 300_000].map((size) => ({
    name: `${size / 1000} KB page`,
    files: new Map([['long.md', longPage(size)]]),
  }));
  const example = folder('example wiki', join(projectRoot, 'examples/wiki'));
  return sharedFolder === undefined
    ? [example, ...made]
    : [folder('Aux wiki', `${sharedFolder}/corpora/aux-wiki`), example, ...made];
}

function folder(name: string, path: string): Corpus {
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
  return { name, files: new Map(files.sort().map((file) => [file, readFileSync(join(path, file), 'utf8')])) };
}

/** The jobs on a corpus; each runs over all of its pages once. */
function jobs({ files }: Corpus): Readonly<Record<string, (round: number) => void>> {
  const wiki = new WikiIndex(settings);
  const changesOf = (suffix: string) =>
    [...files].map(([file, text]) => ({
      file,
      text: text + suffix,
      size: text.length + suffix.length,
      hasByteOrderMark: false,
    }));
  wiki.update(changesOf(''));
  const pages = [...files].map(([file, text]): [Page, string] => {
    const page = wiki.files.get(file);
    if (page === undefined) throw new Error(`no page ${file}`);
    return [page, text];
  });
  const contents = pages.map(([page, text]) => ({ address: page.address, content: text.slice(page.contentStart) }));
  const pageExists = () => true;
  const md = markdownFor(settings.rendering);
  return {
    'markdown-it': () => {
      for (const { content } of contents) md.render(content, {});
    },
    renderContent: () => {
      for (const page of contents) renderContent({ ...page, contentType: 'markdown', settings, pageExists });
    },
    analyzePage: () => {
      for (const [file, text] of files) analyzePage(file, text, settings);
    },
    // The text is another each time, so that nothing is taken over from the analysis.
    renderPage: (round) => {
      for (const [page, text] of pages) renderPage(page, `${text}\n${round}`, wiki, { sourceLines: true });
    },
    // What the preview waits for: the text has changed, is analysed and rendered.
    'edit and render': (round) => {
      for (const change of changesOf(`\n\nEdit ${round}\n`)) {
        wiki.update([change]);
        const page = wiki.files.get(change.file);
        if (page !== undefined) renderPage(page, change.text, wiki, { sourceLines: true });
      }
    },
  };
}

const args = process.argv.slice(2);
const rounds = Number(args[args.indexOf('--rounds') + 1]) || 15;
const wanted = args.filter((arg) => !arg.startsWith('--') && Number.isNaN(Number(arg)));
const results: Record<string, unknown>[] = [];
for (const corpus of corpora()) {
  if (wanted.length > 0 && !wanted.some((name) => corpus.name.includes(name))) continue;
  const bytes = [...corpus.files.values()].reduce((sum, text) => sum + text.length, 0);
  const samples = measureInTurn(jobs(corpus), rounds);
  const bare: readonly Sample[] = samples['markdown-it'] ?? [];
  for (const [job, times] of Object.entries(samples)) {
    results.push({ corpus: corpus.name, characters: bytes, job, ...summary(times, bare) });
  }
}
if (args.includes('--json')) console.log(JSON.stringify({ node: process.version, rounds, results }, null, 2));
else console.table(results);
