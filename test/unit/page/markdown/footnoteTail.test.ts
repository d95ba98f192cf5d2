import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import fc from 'fast-check';
import MarkdownItParser, { type MarkdownIt } from 'markdown-it';
import { useLinearFootnoteTail } from '../../../../server/src/page/markdown/plugins/footnoteTail.ts';

const footnotes = createRequire(import.meta.url)('markdown-it-footnote') as (md: MarkdownIt) => void;
const original = new MarkdownItParser().use(footnotes);
const ours = new MarkdownItParser().use(footnotes);
useLinearFootnoteTail(ours);

const pieces = fc.constantFrom(
  ...['[^a]', '[^b]', '[^c]', '^[x [^a] y]', '^[', ']', '\n\n[^a]: one', '\n[^b]: two [^a]', '\n\n[^a]: one again'],
  ...[
    '\n\n[^b]:\n    - list',
    '\n\n[^c]:\n\n    [^a]: inner\n\n    after',
    '\n    more',
    '\n\n',
    '\n',
    '> ',
    'text',
    '    ',
  ],
);

test('the end of a page is the same as with the plugin of footnotes alone', () => {
  const isSame = (parts: readonly string[]) => {
    const source = parts.join('');
    assert.deepEqual(ours.parse(source, {}), original.parse(source, {}), source);
  };
  fc.assert(fc.property(fc.array(pieces, { maxLength: 20 }), isSame), { numRuns: 2000 });
});
