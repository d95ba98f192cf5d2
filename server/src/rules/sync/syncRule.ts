import type { Severity, SiteSettings } from '../../wiki/settings.ts';
import type { DescribedRule } from '../rule.ts';
import type { FileChange } from './fileChange.ts';

/** A change that Wiki.js's incremental sync loses. Rules reference (h). */
export interface SyncRule extends DescribedRule {
  readonly severity: Severity;
  /** Whether the rule is about this change. */
  concerns(change: FileChange, site: SiteSettings): boolean;
  /** One sentence, for the page that was changed or that shows the file. */
  message(change: FileChange, site: SiteSettings): string;
}

/** What mends nearly everything that the sync has lost, in Wiki.js's own words. */
export const importEverything =
  'an administrator can then run "Import Everything" of the git storage, which reads all files again';
