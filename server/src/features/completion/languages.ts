import { type CompletionItem, CompletionItemKind, type CompletionList } from 'vscode-languageserver';
import type { RenderingSettings } from '../../wiki/settings.ts';
import type { PageContext } from '../context.ts';
import { rangeIn } from '../positions.ts';
import { BestOf, fit, fitOf, queryOf } from '../ranking.ts';
import { filterText, inOrder, mostItems } from './completionItems.ts';
import { fenceLanguages } from './fenceLanguages.ts';
import type { InlineTyping } from './inlineTyping.ts';

/** The languages of fences that this site makes something of: those that it colours, and the diagrams that it draws. */
export function completeLanguages({ page, wiki }: PageContext, typing: InlineTyping): CompletionList {
  const query = queryOf(typing.typed);
  const range = rangeIn(page, typing.range);
  const best = new BestOf<CompletionItem>(mostItems);
  const add = (name: string, otherNames: readonly string[], detail: string | undefined) => {
    const found = fitOf(query, [name, ...otherNames]);
    if (found > fit.part || !best.wants(found, name)) return;
    best.add(found, name, {
      label: name,
      kind: detail === undefined ? CompletionItemKind.Value : CompletionItemKind.EnumMember,
      detail: detail ?? (otherNames.length === 0 ? undefined : otherNames.join(', ')),
      filterText: filterText(typing.typed, name, ...otherNames),
      textEdit: { range, newText: name },
    });
  };
  for (const [name, detail] of diagrams(wiki.settings.rendering)) add(name, [], detail);
  for (const { name, otherNames } of fenceLanguages) add(name, otherNames, undefined);
  return inOrder(best.values, true);
}

/** The kinds of diagrams that are switched on and that fences begin, each with what happens to it. */
function diagrams(rendering: RenderingSettings): [name: string, detail: string][] {
  const kinds: [name: string, detail: string][] = [];
  if (rendering.htmlMermaid?.enabled !== false) kinds.push(['mermaid', 'A diagram, drawn by Mermaid']);
  const servers = [
    [rendering.markdownPlantuml, 'A diagram, drawn by a PlantUML server'],
    [rendering.markdownKroki, 'A diagram, drawn by a Kroki server; its first line names the kind'],
  ] as const;
  for (const [module, detail] of servers) {
    const marker = module?.enabled === true ? /^`{3,}([^\s`]+)$/.exec(String(module.openMarker ?? ''))?.[1] : undefined;
    if (marker !== undefined) kinds.push([marker, detail]);
  }
  return kinds;
}
