import assert from 'node:assert/strict';
import { type StructuralContext, structuralEdit } from '../../server/src/features/structure/structuralEdit.ts';
import type { StructuralEditName } from '../../server/src/protocol.ts';
import { markdownTools } from '../../server/src/remark/tools.ts';
import { applyPlan } from './applyPlan.ts';
import { featureInput } from './feature.ts';
import { type Files, testTime } from './problems.ts';

/** The files of a fixture after a structural edit at its cursor, or why there is none. */
export async function afterStructuralEdit(
  fixture: string,
  name: StructuralEditName,
  path?: string,
): Promise<Files | string> {
  const { context, wiki } = featureInput(fixture);
  const structural: StructuralContext = { ...context, now: testTime, markdownTools: async () => markdownTools };
  const found = await structuralEdit(structural, name, wiki.cursor().offset, path);
  return 'reason' in found ? found.reason : applyPlan(wiki.fixture.files, found.plan);
}

/** Checks what a structural edit at the cursor makes of the files that it changes, or why it refuses. */
export async function checkStructuralEdit(
  fixture: string,
  name: StructuralEditName,
  expected: Readonly<Record<string, string>> | string,
  path?: string,
): Promise<void> {
  const after = await afterStructuralEdit(fixture, name, path);
  if (typeof after === 'string' || typeof expected === 'string') {
    assert.deepEqual(after, expected);
    return;
  }
  const { wiki } = featureInput(fixture);
  const changed = [...after].filter(([file, text]) => wiki.fixture.files.get(file) !== text);
  assert.deepEqual(Object.fromEntries(changed), expected);
}
