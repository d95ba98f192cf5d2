import { planOf } from '../../edits/plan.ts';
import type { ForeignSyntax } from '../../page/hazard.ts';
import type { OffsetRange } from '../../util/range.ts';
import { hazardsAt, hazardsOf } from '../hazards.ts';
import type { Fix, FixContext, Rule } from '../rule.ts';
import { isAllOf, lineAround, withEnding } from '../textLines.ts';
import { alertFix } from './alertFix.ts';
import { boxFix } from './boxFix.ts';

export const unsupported: Rule = {
  code: 'syntax/unsupported',
  severity: 'warning',
  summary: 'Syntax of another Markdown, which Wiki.js shows as it stands.',
  explanation: `Wiki.js does not know these, though GitHub or other tools do: \`==marked==\` text (write \`<mark>marked</mark>\`; its editor's
preview shows it, the site does not), GitHub's \`> [!NOTE]\`, boxes by \`:::\` or \`!!!\` (write a quote with \`{.is-info}\`), and
\`[TOC]\` (the site has a table of contents beside every page).`,
  example: {
    wrong: '--- /water.md\n---\ntitle: Water\n---\n\n> [!WARNING]\n> Not too warm.\n',
    right: '--- /water.md\n---\ntitle: Water\n---\n\n> Not too warm.\n{.is-warning}\n',
  },
  check(page, _wiki, report) {
    for (const { range, syntax } of hazardsOf(page, 'unsupported')) report({ range, message: messages[syntax] });
  },
  fixes(problem, context) {
    return hazardsAt(problem, context.page, 'unsupported').flatMap(({ range, syntax }) => {
      if (syntax === 'mark') return markFix(range, context);
      if (syntax === 'toc') return removeFix(range, context);
      return syntax === 'container' || syntax === 'admonition'
        ? boxFix(range, context)
        : alertFix(range, syntax, context);
    });
  },
};

const messages: Readonly<Record<ForeignSyntax, string>> = {
  mark: 'Wiki.js does not know == marks, and shows the equals signs. Write <mark>…</mark>.',
  alert:
    "Wiki.js does not know GitHub's alerts, and shows this line as it stands. Its boxes are quotes with {.is-info}, {.is-warning} or the like below.",
  'nested-alert': "Wiki.js does not know GitHub's alerts, and shows this line as it stands.",
  toc: 'Wiki.js shows this line as it stands; its site has a table of contents beside every page.',
  container: 'Wiki.js does not know such boxes, and shows the colons. Write a quote with {.is-info} below.',
  admonition:
    'Wiki.js does not know such boxes, and shows this line as it stands. Write a quote with {.is-info} below.',
};

function markFix(range: OffsetRange, { page, text, wiki }: FixContext): Fix[] {
  if (wiki.settings.rendering.markdownCore?.allowHTML === false) return [];
  const newText = `<mark>${text.slice(range.start + 2, range.end - 2)}</mark>`;
  const plan = planOf({ kind: 'change', file: page.file, range, newText });
  return [{ title: 'Write <mark>…</mark>', preferred: true, safe: true, plan }];
}

function removeFix(range: OffsetRange, { page, text }: FixContext): Fix[] {
  const line = lineAround(text, range.start);
  if (text.slice(line.start, line.end).trim() !== text.slice(range.start, range.end)) return [];
  if (isAllOf(page, text, line)) return [];
  const plan = planOf({ kind: 'change', file: page.file, range: withEnding(text, line), newText: '' });
  return [{ title: 'Remove the line', preferred: true, plan }];
}
