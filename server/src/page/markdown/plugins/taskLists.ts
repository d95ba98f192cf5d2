import type { MarkdownIt, StateCore, Token } from 'markdown-it';

/** `- [ ] task`: a checkbox that cannot be clicked, as markdown-it-task-lists 2.1.1 writes it. */
export function taskLists(md: MarkdownIt): void {
  md.core.ruler.after('inline', 'github-task-lists', ({ tokens, Token: NewToken }: StateCore) => {
    for (const [index, inline] of tokens.entries()) {
      const item = tokens[index - 2];
      if (inline.type !== 'inline' || tokens[index - 1]?.type !== 'paragraph_open') continue;
      const isChecked = /^\[[xX]\] /.test(inline.content);
      if (item?.type !== 'list_item_open' || !(isChecked || inline.content.startsWith('[ ] '))) continue;
      const checkbox = new NewToken('html_inline', '', 0);
      checkbox.content = `<input class="task-list-item-checkbox"${isChecked ? ' checked=""' : ''} disabled="" type="checkbox">`;
      const first = inline.children?.[0];
      if (first !== undefined) first.content = first.content.slice(3);
      inline.children?.unshift(checkbox);
      inline.content = inline.content.slice(3);
      item.attrSet('class', 'task-list-item');
      listOf(tokens, index - 2)?.attrSet('class', 'contains-task-list');
    }
  });
}

function listOf(tokens: readonly Token[], item: number): Token | undefined {
  const level = (tokens[item]?.level ?? 0) - 1;
  for (let i = item - 1; i >= 0; i--) {
    if (tokens[i]?.level === level) return tokens[i];
  }
  return undefined;
}
