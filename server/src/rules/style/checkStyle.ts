import { fitsTree } from '../../edits/fitsTree.ts';
import type { MarkdownTools } from '../../edits/markdownTools.ts';
import { isIgnored } from '../../index/ignore.ts';
import type { Wiki } from '../../index/wiki.ts';
import type { Page } from '../../page/page.ts';
import type { WikiSettings } from '../../wiki/settings.ts';
import { severityOf } from '../check.ts';
import { styleRules } from '../registry.ts';
import type { Problem } from '../rule.ts';
import { effectsOf, suppress } from '../suppress/suppress.ts';
import { styleProblem } from './styleRule.ts';

/** The codes of the styles that are looked for on a page; none where nothing of it is Markdown, or all is too much. */
export function stylesFor(page: Page, text: string, settings: WikiSettings): string[] {
  if (page.contentType !== 'markdown' || page.renderedAs !== 'markdown') return [];
  if (page.importError?.reason === 'ignored' || isIgnored(page.file, settings) || !fitsTree(text)) return [];
  const unfit = unfitStyles(settings);
  return styleRules
    .filter((rule) => severityOf(rule, settings) !== 'off' && !unfit.includes(rule.code))
    .map(({ code }) => code);
}

/** The styles that do not fit what a rendering module makes of the same signs. */
function unfitStyles({ rendering }: WikiSettings): string[] {
  const extendsTables = rendering.markdownMultiTable?.enabled || rendering.markdownPivotTable?.enabled;
  return [
    ...(rendering.markdownCore?.underline === true ? ['style/emphasis-marker'] : []),
    ...(extendsTables ? ['style/table-pipes', 'style/table-pipe-alignment'] : []),
  ];
}

/** Whether the settings themselves ask for a style, as those must that want the command line to look for any. */
export function asksForStyle({ rules }: WikiSettings): boolean {
  return Object.entries(rules).some(([name, severity]) => /^style(\/|$)/.test(name) && severity !== 'off');
}

/** What of a page goes against the styles that are switched on, in the order of the text. */
export function checkStyle(page: Page, text: string, wiki: Wiki, tools: MarkdownTools): Problem[] {
  const codes = stylesFor(page, text, wiki.settings);
  if (codes.length === 0) return [];
  const { contentStart } = page;
  const problems = tools.styleFindings({ text, contentStart }, codes).flatMap((finding): Problem[] => {
    const rule = styleRules.find(({ code }) => code === finding.code);
    const severity = rule && severityOf(rule, wiki.settings);
    if (rule === undefined || severity === undefined || severity === 'off') return [];
    return [{ ...styleProblem(finding, rule, page, text), severity }];
  });
  return [...suppress(problems, effectsOf(page), page).left];
}
