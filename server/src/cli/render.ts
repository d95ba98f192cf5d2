import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { decodeText } from '../index/decode.ts';
import type { FileSource } from '../index/wiki.ts';
import type { WikiIndex } from '../index/wikiIndex.ts';
import type { Page } from '../page/page.ts';
import { renderPage } from '../render/renderPage.ts';
import { exitCodes, type Terminal, UsageError } from './terminal.ts';
import { openWiki } from './wikiFolder.ts';

/** `aux-wiki render FILE`: the HTML that Wiki.js stores for one page. */
export async function render(
  { root, file, toc }: { readonly root: string; readonly file: string; readonly toc: boolean },
  terminal: Terminal,
): Promise<number> {
  const { wiki, folder, source } = await openWiki(root, terminal);
  const page = findPage(wiki, folder, file, terminal);
  const rendered = await renderFile(page, wiki, source);
  if (rendered === undefined) throw new UsageError(`${file} cannot be read.`);
  if (page.importError !== undefined) {
    terminal.complain(`aux-wiki: Wiki.js does not import this page: ${page.importError.message}`);
  }
  await terminal.write(toc ? `${JSON.stringify(rendered, undefined, 2)}\n` : rendered.html);
  return exitCodes.clean;
}

/** `aux-wiki render --all`: a JSON file for each page, in folders like the wiki's. */
export async function renderAll(
  { root, out }: { readonly root: string; readonly out: string },
  terminal: Terminal,
): Promise<number> {
  const { wiki, source } = await openWiki(root, terminal);
  const target = resolve(terminal.folder, out);
  let written = 0;
  for (const page of wiki.files.values()) {
    const path = join(target, `${page.file}.json`);
    if (isOutside(target, path)) continue;
    const rendered = await renderFile(page, wiki, source);
    if (rendered === undefined) continue;
    const { file, address, title } = page;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, JSON.stringify({ file, locale: address.locale, path: address.path, title, ...rendered }));
    written++;
  }
  await terminal.write(`${written} ${written === 1 ? 'page' : 'pages'} written to ${target}\n`);
  return exitCodes.clean;
}

async function renderFile(page: Page, wiki: WikiIndex, source: FileSource) {
  const bytes = await source.read(page.file);
  if (bytes === undefined) return undefined;
  const { html, toc } = renderPage(page, decodeText(bytes).text, wiki);
  return { html, toc };
}

/** The page of a path, which is meant relative to the current folder or, failing that, to the wiki's root. */
function findPage(wiki: WikiIndex, folder: string, file: string, terminal: Terminal): Page {
  const fromHere = relative(folder, resolve(terminal.folder, file)).split(sep).join('/');
  const page = wiki.files.get(fromHere) ?? wiki.files.get(file);
  if (page !== undefined) return page;
  throw new UsageError(
    `${file} is no page of the wiki in ${folder}: give a .md, .html or .adoc file below it, or its --root.`,
  );
}

function isOutside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
}
