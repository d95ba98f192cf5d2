import type { ResolvedLink } from '../index/wiki.ts';
import type { WikiIndex } from '../index/wikiIndex.ts';
import type { Page } from '../page/page.ts';
import { positionAt } from '../util/lines.ts';
import { exitCodes, type Terminal } from './terminal.ts';
import { openWiki } from './wikiFolder.ts';

/** `aux-wiki facts`: what Wiki.js will make of each page, as JSON. Lines and columns count from one. */
export async function facts(root: string, terminal: Terminal): Promise<number> {
  const { wiki } = await openWiki(root, terminal);
  const files = [...wiki.files.keys()].sort();
  await terminal.write(`{\n  "site": ${JSON.stringify(wiki.settings.site)},\n  "pages": [`);
  for (const [index, file] of files.entries()) {
    const page = wiki.files.get(file);
    if (page !== undefined) {
      await terminal.write(`${index === 0 ? '' : ','}\n    ${JSON.stringify(factsOf(page, wiki))}`);
    }
  }
  await terminal.write('\n  ]\n}\n');
  return exitCodes.clean;
}

function factsOf(page: Page, wiki: WikiIndex) {
  const { file, address, title, tags, importError, headings, lineStarts } = page;
  return {
    file,
    locale: address.locale,
    path: address.path,
    title,
    tags,
    imports: importError === undefined,
    importError: importError?.message,
    headings: headings.map(({ id, level, text, range }) => ({
      id,
      level,
      text,
      line: positionAt(lineStarts, range.start).line + 1,
    })),
    links: wiki.linksOf(page).map((link) => linkFacts(link, lineStarts)),
  };
}

function linkFacts({ link, resolved, kind }: ResolvedLink, lineStarts: readonly number[]) {
  const { line, character } = positionAt(lineStarts, link.range.start);
  return { href: link.href, resolved, kind, line: line + 1, column: character + 1 };
}
