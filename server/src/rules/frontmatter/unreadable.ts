import { applyChanges } from '../../edits/applyChanges.ts';
import { changeValue } from '../../edits/frontmatterEdits.ts';
import { planOf, type TextChange } from '../../edits/plan.ts';
import type { FrontmatterEntry } from '../../page/frontmatter.ts';
import type { OffsetRange } from '../../util/range.ts';
import { parseFrontmatter, readYaml } from '../../wiki/frontmatter.ts';
import { quotedScalar } from '../../wiki/yamlScalar.ts';
import type { FixContext, Rule } from '../rule.ts';
import { severityInTemplate } from '../templates.ts';
import { writtenValue } from './entries.ts';

export const unreadable: Rule = {
  code: 'frontmatter/unreadable',
  severity: 'error',
  summary: 'The frontmatter is no valid YAML.',
  explanation: `Wiki.js writes titles and descriptions without quotes, and cannot read back what it wrote when one of them holds
\`: \` or begins with one of \`@ * [ { " ' & % !\` or a backtick. Then it reads nothing of the frontmatter: the page gets its
path's last part as title and no tags, and the whole frontmatter is shown as text at the top of the page.
Quotes around the value mend it.`,
  example: {
    wrong: '--- /wiring.md\n---\ntitle: Part 1: Wiring\ndescription: @home\n---\n\nMind the water.\n',
    right: "--- /wiring.md\n---\ntitle: 'Part 1: Wiring'\ndescription: '@home'\n---\n\nMind the water.\n",
  },
  check(page, wiki, report) {
    const { state, error, entries } = page.frontmatter;
    if (state !== 'unreadable' || error === undefined) return;
    const breaking = entries.filter(isBreaking);
    const told = (range: OffsetRange, why: string, value?: unknown) => {
      const severity = severityInTemplate(page, wiki, typeof value === 'string' ? value : undefined);
      report({ range, severity, message: `Wiki.js reads nothing of this frontmatter and shows it as text: ${why}.` });
    };
    for (const { key, valueRange, value } of breaking) {
      const isExplained = valueRange.start === error.range.start;
      told(valueRange, isExplained ? error.message : `the value of '${key}' needs quotes`, value);
    }
    // A key that stands twice has a rule of its own.
    if (breaking.length === 0 && !isDuplicate(error.message)) told(error.range, error.message);
  },
  fixes(_problem, context) {
    const { page, text } = context;
    const changes = page.frontmatter.entries.flatMap((entry) => mended(context, entry) ?? []);
    if (changes.length === 0) return [];
    const plan = planOf(...changes);
    const after = parseFrontmatter(applyChanges(text, page.file, plan), page.contentType);
    if (after.error !== undefined && !isDuplicate(after.error)) return [];
    const title = changes.length === 1 ? 'Quote the value' : `Quote the ${changes.length} values that need it`;
    return [{ title, preferred: true, safe: true, plan }];
  },
};

/** Whether the value is what YAML stumbles over: such a value is given as it is written. */
function isBreaking({ value, valueRange: { start, end } }: FrontmatterEntry): boolean {
  return typeof value === 'string' && value.length === end - start && readYaml(`key: ${value}`).error !== undefined;
}

/** An entry as YAML wants it; undefined if it is so already. A colon may be full-width, or lack its space. */
function mended({ page, text }: FixContext, entry: FrontmatterEntry): TextChange | undefined {
  const isSeparated = /^[ \t]*:(\s|$)/.test(text.slice(entry.keyRange.end, entry.valueRange.start));
  if (isSeparated && !isBreaking(entry)) return undefined;
  return changeValue(page, text, entry, quotedScalar(writtenValue(text, entry)));
}

function isDuplicate(message: string): boolean {
  return /duplicated .*key/.test(message);
}
