import { type CompletionItem, CompletionItemKind, type CompletionList, InsertTextFormat } from 'vscode-languageserver';
import { titleOfPath } from '../../edits/pageTitle.ts';
import { isTemplate } from '../../rules/templates.ts';
import { newPageText } from '../../wiki/newPage.ts';
import { rangeIn } from '../positions.ts';
import type { CompletionInput } from './completionInput.ts';
import { inOrder } from './completionItems.ts';
import type { InlineTyping } from './inlineTyping.ts';
import { escapeSnippet } from './snippetText.ts';

/** What has to be filled in, in Auxolotl's templates and in others of their kind: capitals in brackets. */
const placeholder = /\[[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\]/g;

/** In a template: the placeholder itself. */
export function completePlaceholder({ page }: CompletionInput, typing: InlineTyping): CompletionList {
  const { start, end } = typing.range;
  return inOrder([
    {
      label: '[FILL_IN]',
      kind: CompletionItemKind.Text,
      detail: 'Something to fill in, in a page that is made of this template',
      filterText: `FILL_IN`,
      textEdit: { range: rangeIn(page, { start, end }), newText: typing.isClosed ? 'FILL_IN' : 'FILL_IN]' },
    },
  ]);
}

/**
 * On a page without content: the wiki's templates, each with all of its text. What has to be filled in becomes a place that
 * Tab leads to; the same words are filled in together, but for a link's destination, which is another thing each time.
 */
export async function completeTemplates(input: CompletionInput, offset: number): Promise<CompletionList | undefined> {
  const { wiki, page, text, files, snippets, now } = input;
  const word = /^[\w-]*$/.exec(text.slice(page.contentStart).trim())?.[0];
  if (word === undefined || offset < page.contentStart || page.contentType !== 'markdown') return undefined;
  if (text.slice(offset - word.length, offset) !== word) return undefined;
  const isBare = page.frontmatter.state === 'none';
  const items: CompletionItem[] = [];
  for (const template of wiki.files.values()) {
    if (!isTemplate(template, wiki) || template.file === page.file) continue;
    if (template.contentType !== 'markdown') continue;
    const source = await files.textOf(template.file);
    if (source === undefined) continue;
    const body = source.slice(template.contentStart).replace(/\r\n?/g, '\n');
    const { description, tags } = template;
    const whole = isBare ? newPageText({ title: titleOfPath(page.address.path), description, tags, now, body }) : body;
    items.push({
      label: template.title,
      kind: CompletionItemKind.Snippet,
      labelDetails: { description: template.file },
      detail: `Template ${template.file}`,
      documentation: body,
      filterText: `${template.title} ${template.address.path}`,
      ...(snippets && { insertTextFormat: InsertTextFormat.Snippet }),
      textEdit: {
        range: rangeIn(page, { start: offset - word.length, end: offset }),
        newText: snippets ? withTabStops(whole) : whole,
      },
    });
  }
  return items.length === 0 ? undefined : inOrder(items);
}

function withTabStops(text: string): string {
  const stops = new Map<string, number>();
  let count = 0;
  let written = '';
  let end = 0;
  for (const { 0: words, index } of text.matchAll(placeholder)) {
    const isDestination = text.slice(index - 2, index) === '](' && text[index + words.length] === ')';
    const known = isDestination ? undefined : stops.get(words);
    const stop = known ?? ++count;
    if (!isDestination) stops.set(words, stop);
    written += escapeSnippet(text.slice(end, index)) + (known === undefined ? `\${${stop}:${words}}` : `$${stop}`);
    end = index + words.length;
  }
  return written + escapeSnippet(text.slice(end));
}
