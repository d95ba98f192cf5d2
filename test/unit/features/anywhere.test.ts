import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definition } from '../../../server/src/features/definition.ts';
import { documentHighlight } from '../../../server/src/features/documentHighlight.ts';
import { documentSymbols } from '../../../server/src/features/documentSymbols.ts';
import { foldingRanges } from '../../../server/src/features/foldingRanges.ts';
import { hover } from '../../../server/src/features/hover.ts';
import { references } from '../../../server/src/features/references.ts';
import { selectionRanges } from '../../../server/src/features/selectionRanges.ts';
import { positionAt } from '../../../server/src/util/lines.ts';
import { completionIn } from '../../support/completion.ts';
import { featureInput, notCancelled } from '../../support/feature.ts';

const texts = [
  '---\r\ntitle: "a\\"b"\r\ntags: x, "y\r\n---\r\n# 😀 {.x\r\n\r\n> [a][b] ![c][]{.\r\n\r\n[b]: <x\r\n[c]: /y "t"\r\n',
  '---\ntags: >\n  a, b\n---\n[^1] [^1]: x\n\n[^1]: y\n    z\n\n| a | [b](c |\n|--|--|\n| :sm | {.x |\n',
  '<a href="x" href=\'y><img src=z>\n```a\n[b](c\n~~~\n[d]: \n\n- [x] <b\n  {.\n1. ![',
  '\ud83d[\udc00](:\u0000a{.\ufeff#\u2028](##\n\t[^\n\n    :sm',
];

for (const text of texts)
  test(`every place is answered: ${JSON.stringify(text.slice(0, 40))}`, async () => {
    const { context: here, wiki } = featureInput(
      `--- /page.md\n█${text}\n--- /other.md\n[x](/page)\n--- /pics/a.png\nx\n`,
    );
    const { page, text: written } = here;
    for (let offset = 0; offset <= written.length; offset++) {
      const position = positionAt(page.lineStarts, offset);
      const list = await completionIn({ context: here, position, wiki });
      for (const { textEdit } of list?.items ?? []) {
        assert.ok(textEdit !== undefined && 'range' in textEdit);
        // The text that gives way has to be on the cursor's line, around the cursor.
        const { start, end } = textEdit.range;
        assert.ok(start.line === position.line && end.line === position.line, JSON.stringify(textEdit));
        assert.ok(start.character <= position.character && position.character <= end.character);
      }
      await hover(here, position, notCancelled);
      await definition(here, position, notCancelled);
      await references(here, position, true, notCancelled);
      await documentHighlight(here, position, notCancelled);
      await selectionRanges(here, [position], notCancelled);
    }
    await documentSymbols(here, notCancelled);
    await foldingRanges(here, notCancelled);
  });
