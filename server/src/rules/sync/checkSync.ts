import { isIgnored } from '../../index/ignore.ts';
import type { Wiki } from '../../index/wiki.ts';
import type { Page } from '../../page/page.ts';
import type { OffsetRange } from '../../util/range.ts';
import type { WikiSettings } from '../../wiki/settings.ts';
import { severityOf } from '../check.ts';
import { firstLine } from '../frontmatter/entries.ts';
import { placeOfLink } from '../link/diagnosis.ts';
import { syncRules } from '../registry.ts';
import type { Problem } from '../rule.ts';
import { effectsOf, suppress } from '../suppress/suppress.ts';
import type { FileChange } from './fileChange.ts';

/** What the sync loses, by file: what there is to say of it, wherever that file is shown. */
export type SyncLosses = ReadonlyMap<string, Omit<Problem, 'range'>>;

/** Those of the changes that Wiki.js's sync loses, as far as the settings want to know. */
export function syncLosses(changes: readonly FileChange[], settings: WikiSettings): SyncLosses {
  const losses = new Map<string, Omit<Problem, 'range'>>();
  for (const change of changes) {
    const rule = syncRules.find((candidate) => candidate.concerns(change, settings.site));
    const severity = rule === undefined ? 'off' : severityOf(rule, settings);
    if (rule === undefined || severity === 'off') continue;
    losses.set(change.file, { code: rule.code, severity, message: rule.message(change, settings.site) });
  }
  return losses;
}

/** What of a page the sync loses: the page itself, at its first line, and files, wherever the page shows or links to them. */
export function checkSync(page: Page, wiki: Wiki, losses: SyncLosses): Problem[] {
  if (losses.size === 0 || page.importError?.reason === 'ignored' || isIgnored(page.file, wiki.settings)) return [];
  const problems: Problem[] = [];
  const report = (file: string | undefined, range: OffsetRange) => {
    const loss = file === undefined ? undefined : losses.get(file);
    if (loss !== undefined) problems.push({ ...loss, range });
  };
  report(page.file, firstLine(page));
  for (const link of wiki.linksOf(page)) report(link.asset, placeOfLink(link));
  for (const { image, asset } of wiki.imagesOf(page))
    report(asset, image.form === 'reference' ? image.range : image.srcRange);
  const { left } = suppress(problems, effectsOf(page), page);
  return left.toSorted((a, b) => a.range.start - b.range.start);
}
