import assert from 'node:assert/strict';
import { type StructuralContext, structuralEdit } from '../../server/src/features/structure/structuralEdit.ts';
import type { WikiIndex } from '../../server/src/index/wikiIndex.ts';
import type { StructuralEditName } from '../../server/src/protocol.ts';
import { markdownTools } from '../../server/src/remark/tools.ts';
import { addressKey } from '../../server/src/wiki/address.ts';
import { applyPlan } from './applyPlan.ts';
import { featureInput } from './feature.ts';
import { type Files, indexOf, testTime } from './problems.ts';

/** The files of a fixture after a structural edit at its cursor, or why there is none. */
export async function afterStructuralEdit(
  fixture: string,
  name: StructuralEditName,
  path?: string,
): Promise<Files | string> {
  const { context, wiki } = featureInput(fixture);
  const structural: StructuralContext = { ...context, now: testTime, markdownTools: async () => markdownTools };
  const found = await structuralEdit(structural, name, wiki.cursor().offset, { path });
  return 'reason' in found ? found.reason : applyPlan(wiki.fixture.files, found.plan);
}

/** The files after a structural edit at an offset of one of them; undefined if it is refused. */
export async function editedBy(
  files: Files,
  file: string,
  name: StructuralEditName,
  offset: number,
): Promise<Files | undefined> {
  const wiki = indexOf(files);
  const page = wiki.files.get(file);
  assert(page);
  const context: StructuralContext = {
    wiki,
    page,
    text: files.get(file) ?? '',
    documents: { uriOf: (other) => other, versionOf: () => null },
    files: { textOf: async (other) => files.get(other), bytesOf: async () => undefined },
    now: testTime,
    markdownTools: async () => markdownTools,
  };
  const result = await structuralEdit(context, name, offset);
  return 'plan' in result ? applyPlan(files, result.plan) : undefined;
}

/** What every link and image of a wiki leads to, and whether that is there. Full URLs of the site mean its pages. */
export function leads(wiki: WikiIndex): { readonly to: string; readonly isAlive: boolean }[] {
  return [...wiki.files.values()].flatMap((from) => [
    ...wiki.linksOf(from).map(({ target, fragment, asset }) => {
      const isAlive =
        target === undefined ? asset !== undefined && wiki.hasAsset(asset) : wiki.pageAt(target) !== undefined;
      return { to: `${target === undefined ? asset : addressKey(target)}#${fragment}`, isAlive };
    }),
    ...wiki.imagesOf(from).map(({ asset = '' }) => ({ to: asset, isAlive: wiki.hasAsset(asset) })),
  ]);
}

/** The links of a wiki with the headings that they lead to, in an order of its own. */
export function headingsMeant(wiki: WikiIndex): string[] {
  return [...wiki.files.values()]
    .flatMap((from) => wiki.linksOf(from))
    .flatMap(({ link, target, fragment }) => {
      const on = target && wiki.pageAt(target);
      const heading = on?.headings.find(({ id }) => id === fragment);
      return heading === undefined || link.form === 'footnote' ? [] : [`${link.text} → ${heading.text}`];
    })
    .sort();
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
