import { type CompletionItem, CompletionItemKind, type CompletionList, InsertTextFormat } from 'vscode-languageserver';
import { urlOfAsset, writeDestination } from '../../edits/destination.ts';
import { titleOfPath } from '../../edits/pageTitle.ts';
import type { PageContext } from '../context.ts';
import { footnoteDefinitions } from '../footnotes.ts';
import { imageText } from '../markdownText.ts';
import { rangeIn } from '../positions.ts';
import { BestOf, queryOf } from '../ranking.ts';
import { searchAssets } from './assets.ts';
import { filterText, inOrder, mostItems } from './completionItems.ts';
import type { InlineTyping } from './inlineTyping.ts';
import { escapeSnippet } from './snippetText.ts';

/** Whole images for `![`: the text for those who cannot see it is made of the file's name, and selected where the client can. */
export function completeImages(context: PageContext, typing: InlineTyping, snippets: boolean): CompletionList {
  const best = new BestOf<{ item(): CompletionItem }>(mostItems);
  searchAssets(context, queryOf(typing.typed), true, best, (file) => ({
    item() {
      const url = writeDestination(urlOfAsset(file), 'bare');
      const words = titleOfPath(file.replace(/\.[^./]*$/, ''));
      const alt = snippets ? `\${1:${escapeSnippet(words)}}` : words;
      return {
        label: urlOfAsset(file),
        kind: CompletionItemKind.File,
        documentation: { kind: 'markdown', value: imageText(context.documents.uriOf(file)) },
        filterText: filterText(typing.typed, file),
        ...(snippets && { insertTextFormat: InsertTextFormat.Snippet }),
        textEdit: {
          range: rangeIn(context.page, typing.range),
          newText: `${alt}](${snippets ? escapeSnippet(url) : url})`,
        },
      };
    },
  }));
  return inOrder(
    best.values.map((candidate) => candidate.item()),
    true,
  );
}

/** The labels of the page's reference definitions, each with where it leads. */
export function completeLabels({ page, text }: PageContext, typing: InlineTyping): CompletionList {
  const labels = new Map<string, string>();
  for (const { href, range } of page.definitions) {
    const label = /^\[((?:\\.|[^\]\\])*)\]/.exec(text.slice(range.start, range.end))?.[1];
    if (label !== undefined && !labels.has(label)) labels.set(label, href);
  }
  return inOrder(
    [...labels].map(([label, href]) => ({
      label,
      kind: CompletionItemKind.Reference,
      detail: href,
      textEdit: { range: rangeIn(page, typing.range), newText: label },
    })),
  );
}

/** The page's footnotes, each with what it says. */
export function completeFootnotes({ page, text }: PageContext, typing: InlineTyping): CompletionList {
  return inOrder(
    footnoteDefinitions(text, page).map(({ label, note }) => ({
      label,
      kind: CompletionItemKind.Reference,
      detail: note,
      filterText: label,
      textEdit: { range: rangeIn(page, typing.range), newText: label },
    })),
  );
}
