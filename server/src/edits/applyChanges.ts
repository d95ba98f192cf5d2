import type { EditPlan, TextChange } from './plan.ts';

/**
 * The text of a file after the changes that a plan makes inside it; renames and creations leave it as it is.
 * Insertions at one place keep the order of the plan, as in LSP.
 */
export function applyChanges(text: string, file: string, plan: EditPlan): string {
  const changes = plan.steps
    .filter((step): step is TextChange => step.kind === 'change' && step.file === file)
    .toReversed()
    .toSorted((a, b) => b.range.start - a.range.start || b.range.end - a.range.end);
  return changes.reduce(
    (result, { range, newText }) => result.slice(0, range.start) + newText + result.slice(range.end),
    text,
  );
}
