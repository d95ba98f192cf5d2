import { CompletionItemKind, type CompletionList } from 'vscode-languageserver';
import type { PageContext } from '../context.ts';
import { rangeIn } from '../positions.ts';
import type { AttributeTarget, AttributeTyping } from './attributeTyping.ts';
import { inOrder } from './completionItems.ts';

/** The classes that Wiki.js's theme styles, by what they are for (rules reference (f), "Styling"). */
export const classesOf: Readonly<Record<AttributeTarget, readonly (readonly [name: string, detail: string])[]>> = {
  quote: [
    ['is-info', 'A blue callout: good to know'],
    ['is-success', 'A green callout: a tip, or something that worked'],
    ['is-warning', 'An orange callout: be careful'],
    ['is-danger', 'A red callout: this can do harm'],
    ['valign-center', 'Text in the middle of its height: beside a large emoji or image'],
  ],
  list: [
    ['links-list', 'A column of cards, for links'],
    ['grid-list', 'A grid of boxes'],
  ],
  table: [['dense', 'A table with little space between its lines']],
  heading: [['tabset', 'Tabs: each heading one level below this one becomes a tab']],
  image: [
    ['align-left', 'At the left edge; the text flows around it'],
    ['align-center', 'In the middle'],
    ['align-right', 'At the right edge; the text flows around it'],
    ['align-abstopright', "In the top right corner of the page, beside the page's title"],
    ['decor-shadow', 'With a shadow'],
    ['decor-outline', 'With a thin line around it'],
  ],
  emphasis: [['is-block', 'In a list of links: the second line of a card']],
  // Not of the theme: the framework that the site's pages are built with has these.
  paragraph: [
    ['text-left', 'The text flush left'],
    ['text-center', 'The text centred'],
    ['text-right', 'The text flush right'],
  ],
};

/** The classes that do something to what the braces belong to, less those that it has already. */
export function completeAttributes({ page }: PageContext, typing: AttributeTyping): CompletionList {
  const range = rangeIn(page, typing.range);
  const offered = classesOf[typing.target].filter(([name]) => !typing.others.includes(name));
  return inOrder(
    offered.map(([name, detail]) => ({
      label: `.${name}`,
      kind: CompletionItemKind.EnumMember,
      detail,
      filterText: `.${name}`,
      textEdit: { range, newText: `.${name}${typing.isClosed ? '' : '}'}` },
    })),
  );
}
