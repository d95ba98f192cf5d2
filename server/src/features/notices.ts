import type { Wiki } from '../index/wiki.ts';
import type { ImportError, Page } from '../page/page.ts';
import type { Notice } from '../protocol.ts';
import { readEntry } from '../rules/frontmatter/entries.ts';
import { rules } from '../rules/registry.ts';
import { positionAt } from '../util/lines.ts';

/** The rules that tell what an import makes of a page, other than what its text says. */
const importRules: ReadonlySet<string> = new Set([
  'frontmatter/not-read',
  'frontmatter/unreadable',
  'frontmatter/duplicate-key',
  'frontmatter/rule-eaten',
  'frontmatter/cut-off',
  'frontmatter/title-type',
  'frontmatter/description-type',
  'frontmatter/tags-type',
  'frontmatter/tags-separator',
  'frontmatter/published-type',
  'frontmatter/published-ignored',
  'frontmatter/body-empty',
  'page/not-rendered',
  'path/illegal',
  'path/dots-dropped',
  'path/locale-folder',
  'path/reserved',
  'path/unreachable',
  'path/collision',
]);

/** The rule that reports why an import fails; a file that the import passes over has none. */
const ruleOfReason: Readonly<Record<ImportError['reason'], string | undefined>> = {
  'path-illegal': 'path/illegal',
  'title-type': 'frontmatter/title-type',
  'description-type': 'frontmatter/description-type',
  'tags-type': 'frontmatter/tags-type',
  'published-type': 'frontmatter/published-type',
  'body-empty': 'frontmatter/body-empty',
  collision: 'path/collision',
  ignored: undefined,
};

/**
 * What Wiki.js would do with a page on import if that is not "import as shown", in sentences, each once. In the words of
 * the rules, whatever the settings say of their severity: they silence a report, they do not change what Wiki.js does.
 */
export function noticesOf(page: Page, wiki: Wiki): Notice[] {
  const { importError, contentType, renderedAs } = page;
  if (importError?.reason === 'ignored') return [{ message: importError.message, line: undefined }];
  const notices = new Map<string, Notice>();
  const tell = (message: string, line?: number) => {
    if (!notices.has(message)) notices.set(message, { message, line });
  };
  const lineOf = (offset: number) => positionAt(page.lineStarts, offset).line;
  const reported = new Set<string>();
  for (const rule of rules) {
    if (!importRules.has(rule.code)) continue;
    rule.check(page, wiki, ({ message, range }) => {
      reported.add(rule.code);
      // What is wrong with a file's name or with all of its text is reported at its first line, for want of a place.
      const hasPlace = rule.code.startsWith('frontmatter/') && rule.code !== 'frontmatter/body-empty';
      tell(message, hasPlace ? lineOf(range.start) : undefined);
    });
  }
  if (importError !== undefined && !reported.has(ruleOfReason[importError.reason] ?? '')) {
    tell(`Wiki.js does not import this page. ${importError.message}`);
  }
  if (renderedAs !== contentType) {
    tell(`Another file has made this page, so Wiki.js takes the content of this one for ${renderedAs} too.`);
  }
  const published = readEntry(page, 'isPublished');
  if (published?.value === false && importError === undefined) {
    tell('Wiki.js imports this page as not published.', lineOf(published.keyRange.start));
  }
  return [...notices.values()];
}
