import { applyChanges } from '../../edits/applyChanges.ts';
import { changeValue } from '../../edits/frontmatterEdits.ts';
import { planOf } from '../../edits/plan.ts';
import type { FrontmatterEntry } from '../../page/frontmatter.ts';
import { parseFrontmatter } from '../../wiki/frontmatter.ts';
import { quotedScalar } from '../../wiki/yamlScalar.ts';
import type { FixContext, Rule } from '../rule.ts';
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
  check(page, _wiki, report) {
    const { state, error, range } = page.frontmatter;
    if (state !== 'unreadable' || range === undefined) return;
    // A key that stands twice has a rule of its own.
    if (error !== undefined && /duplicated? (mapping )?key|unique/i.test(error.message)) return;
    report({
      range: error?.range ?? range,
      message: `Wiki.js cannot read this frontmatter, uses nothing of it and shows it as text: ${error?.message ?? 'invalid YAML'}`,
    });
  },
  fixes(_problem, context) {
    const { page, text } = context;
    const breaking = page.frontmatter.entries.filter((entry) => breaks(context, entry));
    if (breaking.length === 0) return [];
    const plan = planOf(
      ...breaking.map((entry) => changeValue(page, text, entry, quotedScalar(meaning(context, entry)))),
    );
    const after = parseFrontmatter(applyChanges(text, page.file, plan), page.contentType);
    if (after.error !== undefined && !/duplicated? (mapping )?key/i.test(after.error)) return [];
    const keys = breaking.map(({ key }) => `'${key}'`).join(' and ');
    return [{ title: `Quote the value of ${keys}`, preferred: true, safe: true, plan }];
  },
};

/** Whether the entry alone is what YAML stumbles over. */
function breaks({ text }: FixContext, entry: FrontmatterEntry): boolean {
  const source = text.slice(entry.keyRange.start, Math.max(entry.valueRange.end, entry.keyRange.end));
  const alone = entry.valueRange.end > entry.keyRange.end ? source : `${source}:`;
  return parseFrontmatter(`---\n${alone}\n---\n`, 'markdown').error !== undefined;
}

function meaning({ text }: FixContext, entry: FrontmatterEntry): string {
  return typeof entry.value === 'string' ? entry.value : writtenValue(text, entry);
}
