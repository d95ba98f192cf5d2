import type { CancellationToken, CompletionList } from 'vscode-languageserver';
import type { PageContext } from '../context.ts';
import { BestOf, queryOf } from '../ranking.ts';
import { assetCandidates } from './assets.ts';
import type { Candidate, Search } from './candidates.ts';
import { inOrder, mostItems } from './completionItems.ts';
import type { DestinationTyping } from './destinationTyping.ts';
import { pageCandidates } from './pages.ts';

/**
 * Pages and files for a link, images for an image: the best 200. The list is always incomplete, so that the editor asks
 * again as more is typed: the ranking knows more of the wiki than the editor's.
 */
export function completeDestinations(
  context: PageContext,
  typing: DestinationTyping,
  token: CancellationToken,
): CompletionList {
  const best = new BestOf<Candidate>(mostItems);
  const search: Search = { context, typing, query: queryOf(typing.typed), token, best };
  if (typing.wants === 'page') pageCandidates(search);
  assetCandidates(search);
  return inOrder(
    best.values.map((candidate) => candidate.item()),
    true,
  );
}
