import { applyChanges } from '../../server/src/edits/applyChanges.ts';
import type { EditPlan } from '../../server/src/edits/plan.ts';

/** The files of a wiki after a plan: changes first, then creations and renames, as editors do it. */
export function applyPlan(files: ReadonlyMap<string, string>, plan: EditPlan): Map<string, string> {
  const after = new Map([...files].map(([file, text]) => [file, changed(text, file, plan)]));
  for (const step of plan.steps) {
    if (step.kind === 'create') {
      if (after.has(step.file)) throw new Error(`${step.file} exists already`);
      after.set(step.file, step.text);
    } else if (step.kind === 'rename') {
      const text = after.get(step.from);
      if (text === undefined || after.has(step.to)) throw new Error(`${step.from} cannot become ${step.to}`);
      after.delete(step.from);
      after.set(step.to, text);
    } else if (step.kind === 'remove-byte-order-mark') {
      after.set(step.file, (after.get(step.file) ?? '').replace(/^\uFEFF/, ''));
    } else if (step.kind === 'change' && !files.has(step.file)) {
      throw new Error(`${step.file} is changed, but does not exist`);
    }
  }
  return after;
}

/** A byte order mark is no part of the text that ranges are of. */
function changed(text: string, file: string, plan: EditPlan): string {
  const mark = text.startsWith(byteOrderMark) ? byteOrderMark : '';
  return mark + applyChanges(text.slice(mark.length), file, plan);
}

const byteOrderMark = '\uFEFF';
