import { contentHtml } from '../page/contentHtml.ts';
import type { Page } from '../page/page.ts';
import type { WikiSettings } from '../wiki/settings.ts';
import { applyChanges } from './applyChanges.ts';
import type { EditPlan } from './plan.ts';

/** Whether changes below its frontmatter leave a Markdown page as the site shows it. */
export function isShownTheSame(page: Page, text: string, plan: EditPlan, settings: WikiSettings): boolean {
  const shown = (content: string) => contentHtml(content, 'markdown', 0, settings.rendering).html;
  const after = applyChanges(text, page.file, plan);
  return shown(text.slice(page.contentStart)) === shown(after.slice(page.contentStart));
}
