import { renamePage } from '../../edits/renamePage.ts';
import type { Wiki } from '../../index/wiki.ts';
import type { Page } from '../../page/page.ts';
import { firstLine } from '../frontmatter/entries.ts';
import type { Fix, Problem } from '../rule.ts';

/** The file without its extension, which is the page's path where nothing surprising happens. */
export function stemOf(file: string): string {
  return file.slice(0, file.lastIndexOf('.'));
}

/** The extension, with its dot. */
export function extensionOf(file: string): string {
  return file.slice(file.lastIndexOf('.'));
}

/** A finding about the whole file is shown on its first line. */
export function wholeFile(page: Page, message: string): Pick<Problem, 'range' | 'message'> {
  return { range: firstLine(page), message };
}

/** A fix that renames the file to another stem, and extension if given, and keeps links alive; none if that name is taken. */
export function renameFix(
  page: Page,
  wiki: Wiki,
  stem: string,
  preferred: boolean,
  extension = extensionOf(page.file),
): Fix[] {
  const to = stem + extension;
  const plan = renamePage(page, to, wiki);
  return plan === undefined ? [] : [{ title: `Rename the file to ${to}`, preferred, plan }];
}
