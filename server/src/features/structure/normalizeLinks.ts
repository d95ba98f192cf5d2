import type { TextChange } from '../../edits/plan.ts';
import { absoluteLinks } from '../../edits/structure/normalizeLinks.ts';
import { extension } from '../../rules/link/extension.ts';
import { ownHost } from '../../rules/link/ownHost.ts';
import { sibling } from '../../rules/link/sibling.ts';
import type { Finding, FixContext, Rule } from '../../rules/rule.ts';

/** Rules whose fix writes a link in Wiki.js's form, whether or not the settings want to hear of it. */
const mending: readonly Rule[] = [sibling, ownHost, extension];

/**
 * Every link of a page in the form that Wiki.js itself makes of it, an absolute path: relative ones, full URLs of the
 * wiki's own site, and links that lead to the file beside the page instead of to a page.
 */
export function normalizeLinks(context: FixContext): TextChange[] {
  const fromRules = mending.flatMap((rule) => changesBy(rule, context));
  const changes = [...fromRules, ...absoluteLinks(context.page, context.text, context.wiki)];
  // A definition that several links use is changed once.
  return [...new Map(changes.map((change) => [change.range.start, change])).values()];
}

function changesBy(rule: Rule, context: FixContext): TextChange[] {
  const { code, severity } = rule;
  const found: Finding[] = [];
  rule.check(context.page, context.wiki, (finding) => found.push(finding));
  return found.flatMap((finding) => {
    const fix = rule.fixes?.({ ...finding, code, severity }, context).find(({ preferred }) => preferred);
    return fix?.plan.steps.filter((step) => step.kind === 'change') ?? [];
  });
}
