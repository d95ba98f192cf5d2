import { applyChanges } from '../../edits/applyChanges.ts';
import type { TextChange } from '../../edits/plan.ts';
import type { PlanOrReason } from '../../edits/renameHeading.ts';
import { analyzePage } from '../../page/analyze.ts';
import type { Page } from '../../page/page.ts';
import type { OffsetRange } from '../../util/range.ts';
import type { PageContext } from '../context.ts';
import { labelPlaces } from '../labelPlaces.ts';
import { type LabelPlace, labelOf, usesOfDefinition } from '../labels.ts';
import type { PageSymbol } from '../symbolAt.ts';
import type { Renameable } from './renameable.ts';

/** The label of a reference, in its definition and its uses. What `[label]` alone shows stays: it becomes `[label][new]`. */
export function labelName(context: PageContext, { definition, range }: LabelPlace): Renameable {
  const { page, text } = context;
  return {
    range,
    name: text.slice(range.start, range.end),
    rename: async (name) => {
      const same = page.definitions.filter(({ label }) => label === definition.label);
      const uses = usesOfDefinition(page, text, definition);
      return checked(context, name, /^\^/, [
        ...same.map((it) => change(page, labelOf(it, text), name)),
        ...uses.map((use) => changeUse(page, text, use.range, name)),
      ]);
    },
  };
}

/** The label of a footnote, at its definition and its marks. */
export function footnoteName(
  context: PageContext,
  symbol: Extract<PageSymbol, { kind: 'footnote' }>,
): Renameable | undefined {
  const { page, text } = context;
  const { uses, declaration } = labelPlaces(symbol, page, text) ?? { uses: [], declaration: undefined };
  if (declaration === undefined) return undefined;
  const { label, labelRange } = symbol.footnote;
  const changes = (name: string) => [declaration, ...uses].map((range) => change(page, range, name));
  return { range: labelRange, name: label, rename: async (name) => checked(context, name, /\s/, changes(name)) };
}

function change({ file }: Page, range: OffsetRange, newText: string): TextChange {
  return { kind: 'change', file, range, newText };
}

function changeUse(page: Page, text: string, range: OffsetRange, name: string): TextChange {
  const isFull = text.slice(0, range.start).endsWith('][');
  if (isFull) return change(page, range, name);
  const end = range.end + 1;
  return change(page, { start: end, end: text.startsWith('[]', end) ? end + 2 : end }, `[${name}]`);
}

/** The plan, if the page reads afterwards as it does now. */
function checked(
  { wiki, page, text }: PageContext,
  name: string,
  forbidden: RegExp,
  steps: readonly TextChange[],
): PlanOrReason {
  const isLabel = name.trim() !== '' && name.length < 1000 && !/[[\]\\\r\n]/.test(name) && !forbidden.test(name);
  if (!isLabel) return { reason: `“${name}” can be no label.` };
  const after = analyzePage(page.file, applyChanges(text, page.file, { steps }), wiki.settings, {
    hasByteOrderMark: page.hasByteOrderMark,
  });
  if (meaningOf(after) !== meaningOf(page)) return { reason: `“${name}” is another label of this page already.` };
  return { plan: { steps } };
}

/** What a page's links and images lead to, and what else a label must not change. */
function meaningOf({ links, images, headings, definitions }: Page): string {
  const targets = [
    ...links.map(({ form, url, text }) => [form, url, text]),
    ...images.map(({ url, alt }) => [url, alt]),
  ];
  return JSON.stringify([targets, headings.length, new Set(definitions.map(({ label }) => label)).size]);
}
