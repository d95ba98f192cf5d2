import type { Hazard } from '../page/hazard.ts';
import type { Page } from '../page/page.ts';
import type { OffsetRange } from '../util/range.ts';
import type { Problem } from './rule.ts';

type HazardOf<Kind extends Hazard['kind']> = Extract<Hazard, { kind: Kind }>;

/** The hazards of a page that are of these kinds, in the order of the text. */
export function hazardsOf<Kind extends Hazard['kind']>(
  page: Page,
  ...kinds: readonly Kind[]
): readonly HazardOf<Kind>[] {
  return page.hazards.filter(
    (hazard): hazard is HazardOf<Kind> =>
      kinds.some((kind) => kind === hazard.kind) && !isMeantForFrontmatter(page, hazard.range),
  );
}

/** Whether a place of the content is in frontmatter that Wiki.js does not read: what is wrong there is told once, by that. */
export function isMeantForFrontmatter({ frontmatter }: Page, { start }: OffsetRange): boolean {
  return frontmatter.range !== undefined && start < frontmatter.range.end;
}

/** The hazards of these kinds that a problem of the page may have been made of: those at its place. */
export function hazardsAt<Kind extends Hazard['kind']>(
  { range }: Problem,
  page: Page,
  ...kinds: readonly Kind[]
): readonly HazardOf<Kind>[] {
  return hazardsOf(page, ...kinds).filter(
    (hazard) => hazard.range.start === range.start && hazard.range.end === range.end,
  );
}
