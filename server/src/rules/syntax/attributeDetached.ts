import type { BlockBefore } from '../../page/hazard.ts';
import { hazardsAt, hazardsOf } from '../hazards.ts';
import type { Rule } from '../rule.ts';
import { attachFixes } from './attachAttributes.ts';
import { moveClassFixes, separateFixes } from './placeAttributes.ts';

export const attributeDetached: Rule = {
  code: 'syntax/attribute-detached',
  severity: 'warning',
  summary: 'Attributes do not reach what they were written for.',
  explanation: `\`{.is-info}\` belongs on the line right below a quote, a list, a table or a paragraph, or at the end of a heading. After a blank
line Wiki.js makes an empty paragraph of it, except below a list or a table. With more text behind it, it is shown as
it stands. And below a quote that ends in a list it goes to that list; below one that ends in code it goes nowhere. There
a comment does it, \`<!-- {blockquote: .is-info} -->\`.`,
  example: {
    wrong: '--- /water.md\n---\ntitle: Water\n---\n\n> Cool and still.\n\n{.is-info}\n',
    right: '--- /water.md\n---\ntitle: Water\n---\n\n> Cool and still.\n{.is-info}\n',
  },
  check(page, _wiki, report) {
    for (const hazard of hazardsOf(page, 'attributes-detached', 'attributes-as-text', 'class-misplaced')) {
      const { range } = hazard;
      if (hazard.kind === 'attributes-detached') {
        report({ range, message: `Wiki.js makes an empty paragraph of these attributes. ${places[hazard.after]}` });
      } else if (hazard.kind === 'attributes-as-text') {
        report({
          range,
          message:
            'These attributes are shown as text, since they are not the last thing of a block, nor right behind an element.',
        });
      } else {
        const { name, element } = hazard;
        const message = `The class '${name}' does nothing here: it lands on ${elementName(element)}, and is for ${purposeOf(name)}.`;
        report({ range, message });
      }
    }
  },
  fixes(problem, context) {
    return hazardsAt(problem, context.page, 'attributes-detached', 'attributes-as-text', 'class-misplaced').flatMap(
      (hazard) => {
        if (hazard.kind === 'attributes-detached') return attachFixes(hazard, context);
        return hazard.kind === 'attributes-as-text' ? separateFixes(hazard, context) : moveClassFixes(hazard, context);
      },
    );
  },
};

const places: Readonly<Record<BlockBefore, string>> = {
  heading: 'Those of a heading stand at its end, on the same line.',
  text: 'They belong right below the paragraph, without a blank line.',
  image: 'Those of an image stand right behind it, on the same line.',
  quote: 'They belong right below the quote, without a blank line.',
  'quote-without-text': 'A quote that does not end in a paragraph gets its class by a comment.',
  other: 'They belong right below what they are for.',
};

const elementNames: Readonly<Record<string, string>> = {
  p: 'a paragraph',
  ul: 'a list',
  ol: 'a list',
  li: 'a list item',
  blockquote: 'a quote',
  table: 'a table',
  img: 'an image',
  a: 'a link',
  td: 'a table cell',
  th: 'a table cell',
  strong: 'bold text',
  em: 'italic text',
  code: 'code',
};

function elementName(element: string): string {
  return elementNames[element] ?? (/^h[1-6]$/.test(element) ? 'a heading' : 'another element');
}

function purposeOf(name: string): string {
  if (name === 'tabset') return 'headings';
  if (name === 'dense') return 'tables';
  if (name.endsWith('-list')) return 'lists';
  return name.startsWith('is-') || name === 'valign-center' ? 'quotes' : 'images';
}
