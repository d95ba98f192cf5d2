import type { Wiki } from '../index/wiki.ts';
import type { ImportError, Page } from '../page/page.ts';
import { rules } from '../rules/registry.ts';

/** The rules that tell what an import makes of a page, other than what its text says. */
const importRules: ReadonlySet<string> = new Set([
  'frontmatter/not-read',
  'frontmatter/unreadable',
  'frontmatter/duplicate-key',
  'frontmatter/swallowed-text',
  'frontmatter/cut-off',
  'frontmatter/title-type',
  'frontmatter/description-type',
  'frontmatter/tags-type',
  'frontmatter/tags-separator',
  'frontmatter/published-type',
  'frontmatter/published-ignored',
  'page/body-empty',
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
  'body-empty': 'page/body-empty',
  collision: 'path/collision',
  ignored: undefined,
};

/**
 * What Wiki.js would do with a page on import if that is not "import as shown", in sentences, each once. In the words of
 * the rules, whatever the settings say of their severity: they silence a report, they do not change what Wiki.js does.
 */
export function noticesOf(page: Page, wiki: Wiki): string[] {
  const { importError, contentType, renderedAs } = page;
  if (importError?.reason === 'ignored') return [importError.message];
  const notices = new Set<string>();
  const reported = new Set<string>();
  for (const rule of rules) {
    if (!importRules.has(rule.code)) continue;
    rule.check(page, wiki, ({ message }) => {
      reported.add(rule.code);
      notices.add(message);
    });
  }
  if (importError !== undefined && !reported.has(ruleOfReason[importError.reason] ?? '')) {
    notices.add(`Wiki.js does not import this page. ${importError.message}`);
  }
  if (renderedAs !== contentType) {
    notices.add(`Another file has made this page, so Wiki.js takes the content of this one for ${renderedAs} too.`);
  }
  return [...notices];
}
