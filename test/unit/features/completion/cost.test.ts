import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { completionIn } from '../../../support/completion.ts';
import { type FeatureInput, featureInput } from '../../../support/feature.ts';

const count = 10_000;
const pages = Array.from(
  { length: count },
  (_, i) => `--- /area-${i % 100}/page-${i}.md\n---\ntitle: Title ${i}\n---\n# Heading ${i}\n`,
).join('');

/** The same wiki with something else on the page that is typed in. */
function typing(input: FeatureInput, line: string): { input: FeatureInput; reads: string[] } {
  const reads: string[] = [];
  const text = line.replace('█', '');
  input.wiki.wiki.update([{ file: 'here.md', text, size: text.length, hasByteOrderMark: false }]);
  const note = async (file: string) => void reads.push(file);
  const context = {
    ...input.context,
    text,
    page: input.wiki.page('here.md'),
    files: { textOf: note, bytesOf: note } as unknown as FeatureInput['context']['files'],
  };
  return { input: { ...input, context, position: { line: 0, character: line.indexOf('█') } }, reads };
}

describe(`completion in a wiki of ${count} pages`, () => {
  const wiki = featureInput(`--- /here.md\n█x\n${pages}`);
  const check = (line: string, first: string) =>
    test(`${line} looks at the index alone, and gives the best 200`, async () => {
      const { input, reads } = typing(wiki, line);
      const before = { ...wiki.wiki.wiki.counters };
      const list = await completionIn(input);
      assert.equal(list?.items[0]?.label, first);
      assert.ok(list.items.length <= 200, `${list.items.length} items`);
      assert.deepEqual(reads, []);
      assert.deepEqual(wiki.wiki.wiki.counters, before);
    });
  check('[a](/█)', '/here');
  check('[a](page-9999█)', '/area-99/page-9999');
  check('[a](title-9999█)', '/area-99/page-9999');
  check('[a](##heading-42█)', 'Heading 42');
});
