import { CompletionItemKind, type CompletionList } from 'vscode-languageserver';
import type { PageContext } from './context.ts';
import { frontmatterKey, frontmatterKeys } from './frontmatterKeys.ts';
import type { FrontmatterTyping } from './frontmatterTyping.ts';
import { rangeIn } from './positions.ts';

type Key = Extract<FrontmatterTyping, { kind: 'frontmatter-key' }>;
type Value = Extract<FrontmatterTyping, { kind: 'frontmatter-value' }>;

/** The keys that Wiki.js knows and that are not there yet, in the order in which it writes them. */
export function completeFrontmatterKeys({ page }: PageContext, { range, presentKeys }: Key): CompletionList {
  const missing = frontmatterKeys.filter(({ key }) => !presentKeys.has(key));
  return {
    isIncomplete: false,
    items: missing.map(({ key, documentation }, index) => ({
      label: key,
      kind: CompletionItemKind.Property,
      documentation: { kind: 'markdown', value: documentation },
      sortText: String(index),
      textEdit: { range: rangeIn(page, range), newText: `${key}: ` },
    })),
  };
}

/** The tags of the wiki, the most used first; for other keys the values that make sense. */
export function completeFrontmatterValues(context: PageContext, typing: Value): CompletionList | undefined {
  const { page, wiki } = context;
  const range = rangeIn(page, typing.range);
  if (typing.key === 'tags') {
    const tags = [...wiki.tags()].filter(([tag]) => tag !== '' && !typing.others.includes(tag));
    tags.sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
    return {
      isIncomplete: false,
      items: tags.map(([tag, count], index) => ({
        label: tag,
        kind: CompletionItemKind.Keyword,
        labelDetails: { description: count === 1 ? '1 page' : `${count} pages` },
        sortText: String(index).padStart(5, '0'),
        textEdit: { range, newText: tag },
      })),
    };
  }
  const values = frontmatterKey(typing.key)?.values?.(page.contentType);
  if (values === undefined) return undefined;
  return {
    isIncomplete: false,
    items: values.map((value, index) => ({
      label: value,
      kind: CompletionItemKind.Value,
      sortText: String(index),
      textEdit: { range, newText: value },
    })),
  };
}
