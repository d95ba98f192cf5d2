import { planOf } from '../../edits/plan.ts';
import { hazardsAt, hazardsOf } from '../hazards.ts';
import type { Fix, FixContext, Rule } from '../rule.ts';
import { imageSizeFix } from './imageSizeFix.ts';

export const attributeUnknown: Rule = {
  code: 'syntax/attribute-unknown',
  severity: 'warning',
  summary: 'Attributes in braces that do nothing on the site.',
  explanation: `The theme of Wiki.js has these classes: \`is-info\`, \`is-success\`, \`is-warning\` and \`is-danger\` for quotes, \`links-list\` and
\`grid-list\` for lists, \`dense\` for tables, \`tabset\` for headings, \`align-left\`, \`align-center\`, \`align-right\`,
\`align-abstopright\`, \`decor-shadow\` and \`decor-outline\` for images. A class that is nearly one of them is reported; others
may be your site's own.

Of all attributes Wiki.js lets \`id\`, \`class\` and \`target\` through. The size of an image is written in another way:
\`![](/tank.png =200x)\`. Other attributes that it drops are told of as information.`,
  example: {
    wrong: '--- /water.md\n---\ntitle: Water\n---\n\n> Cool and still.\n{.is-note}\n',
    right: '--- /water.md\n---\ntitle: Water\n---\n\n> Cool and still.\n{.is-info}\n',
  },
  check(page, _wiki, report) {
    for (const hazard of hazardsOf(page, 'class-unknown', 'attribute-ignored')) {
      const { range, name } = hazard;
      if (hazard.kind === 'class-unknown') {
        report({ range, message: `Wiki.js's theme has no class '${name}'. Did you mean '${hazard.meant}'?` });
        continue;
      }
      const isSize = hazard.element === 'img' && (name === 'width' || name === 'height');
      const hint = isSize ? ' An image has its size behind its address: =200x100.' : '';
      report({
        range,
        severity: isSize ? undefined : 'information',
        message: `Wiki.js drops the attribute '${name}': only id, class and target are let through.${hint}`,
      });
    }
  },
  fixes(problem, context) {
    return hazardsAt(problem, context.page, 'class-unknown', 'attribute-ignored').flatMap((hazard) => {
      if (!problem.message.includes(`'${hazard.name}'`)) return [];
      if (hazard.kind === 'class-unknown') return renameClass(hazard, context);
      return imageSizeFix(hazard, context) ?? dropAttribute(hazard, context);
    });
  },
};

type Written = { readonly range: { readonly start: number; readonly end: number }; readonly name: string };

function renameClass({ range, name, meant }: Written & { readonly meant: string }, { page, text }: FixContext): Fix[] {
  const at = text.slice(range.start, range.end).indexOf(`.${name}`);
  if (at < 0) return [];
  const start = range.start + at + 1;
  const change = {
    kind: 'change',
    file: page.file,
    range: { start, end: start + name.length },
    newText: meant,
  } as const;
  return [{ title: `Write ${meant}`, preferred: true, plan: planOf(change) }];
}

function dropAttribute({ range, name }: Written, { page, text }: FixContext): Fix[] {
  const braces = text.slice(range.start, range.end);
  const rest = braces.replace(new RegExp(` ?(?<![\\w-])${name}=(?:"[^"]*"|[^\\s"}]*)`), '');
  if (rest === braces) return [];
  const isEmpty = /^\{\s*\}$/.test(rest);
  const start = isEmpty && text[range.start - 1] === ' ' ? range.start - 1 : range.start;
  const newText = isEmpty ? '' : rest.replace(/^\{\s+/, '{');
  const plan = planOf({ kind: 'change', file: page.file, range: { start, end: range.end }, newText });
  return [{ title: `Remove ${name}, which does nothing`, preferred: true, plan }];
}
