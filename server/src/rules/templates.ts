import type { Wiki } from '../index/wiki.ts';
import type { Page } from '../page/page.ts';
import type { Severity } from '../wiki/settings.ts';

/** Words in brackets of any kind, or in capitals: `[FILL_IN]`, `(FILL_IN)`, `{{name}}`, `<sig>`, `FILL_IN`. */
const placeholder =
  /\[[^\][]+\]|\{[^{}]+\}|<[^<>]+>|\([^()]+\)|(?<![\p{L}\p{N}])[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)+(?![\p{L}\p{N}])|^[A-Z]{3,}$/u;

/**
 * In a page of the templates' folder a text with something to fill in is no mistake: there its problem is said as
 * information. Undefined elsewhere: the rule's own severity holds.
 */
export function severityInTemplate(page: Page, wiki: Wiki, text: string | undefined): Severity | undefined {
  if (!isTemplate(page, wiki)) return undefined;
  return placeholder.test(text ?? '') ? 'information' : undefined;
}

/** Whether a page lies in the templates' folder. */
export function isTemplate(page: Page, wiki: Wiki): boolean {
  const folder = wiki.settings.templates.replace(/^\.?\/+|\/+$/g, '');
  return folder !== '' && page.file.startsWith(`${folder}/`);
}
