import type { Page } from '../../page/page.ts';
import type { SuppressionReach } from '../../page/suppression.ts';
import { positionAt } from '../../util/lines.ts';
import type { OffsetRange } from '../../util/range.ts';
import type { Problem } from '../rule.ts';
import { covers, overlap } from './covers.ts';

/** What a comment says of one code, or of all. */
export interface Effect {
  readonly reach: SuppressionReach;
  /** Undefined for all rules. */
  readonly code: string | undefined;
  /** The code where the comment has several, else the comment: what to take away if it does nothing. */
  readonly range: OffsetRange;
  readonly line: number | undefined;
}

export interface Suppressed {
  /** What no comment silences. */
  readonly left: readonly Problem[];
  /** What silences nothing, in the order of the text. */
  readonly idle: readonly Effect[];
}

/** Takes the problems away that the comments of a page silence. Which rule found which problem first does not matter. */
export function suppress(problems: readonly Problem[], effects: readonly Effect[], page: Page): Suppressed {
  const used = new Set<Effect>();
  const left = problems.filter((problem) => {
    const silencing = effectsOn(problem, effects, page);
    for (const effect of silencing) used.add(effect);
    return silencing.length === 0;
  });
  const idle = effects.filter((effect) =>
    effect.reach === 'enable' ? !endsSomething(effect, effects) : !used.has(effect),
  );
  return { left, idle };
}

/** What the comments of a page say, one code at a time. */
export function effectsOf(page: Page): Effect[] {
  return page.suppressions.flatMap(({ reach, codes, range, line }): Effect[] => {
    if (reach === undefined) return [];
    if (codes.length === 0) return [{ reach, code: undefined, range, line }];
    return codes.map(({ text, range: place }) => ({
      reach,
      code: text,
      range: codes.length === 1 ? range : place,
      line,
    }));
  });
}

function effectsOn({ code, range }: Problem, effects: readonly Effect[], page: Page): Effect[] {
  const line = positionAt(page.lineStarts, range.start).line;
  const silencing: Effect[] = [];
  let open: Effect[] = [];
  for (const effect of effects) {
    if (!covers(effect.code, code)) continue;
    const isBefore = effect.range.start <= range.start;
    if (effect.reach === 'file' || (effect.reach === 'next-line' && effect.line === line)) silencing.push(effect);
    else if (effect.reach === 'disable' && isBefore) open.push(effect);
    else if (effect.reach === 'enable' && isBefore) open = [];
  }
  return [...silencing, ...open];
}

function endsSomething(end: Effect, effects: readonly Effect[]): boolean {
  return effects.some(
    ({ reach, code, range }) => reach === 'disable' && range.start < end.range.start && overlap(code, end.code),
  );
}
