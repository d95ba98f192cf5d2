import type { CancellationToken, CompletionItem } from 'vscode-languageserver';
import type { PageContext } from '../context.ts';
import type { BestOf, Query } from '../ranking.ts';
import type { DestinationTyping } from './destinationTyping.ts';

/** Something that a destination may be completed to; its item is made only if it is among the best. */
export interface Candidate {
  item(): CompletionItem;
}

/** What looks for candidates. */
export interface Search {
  readonly context: PageContext;
  readonly typing: DestinationTyping;
  readonly query: Query;
  readonly token: CancellationToken;
  readonly best: BestOf<Candidate>;
}
