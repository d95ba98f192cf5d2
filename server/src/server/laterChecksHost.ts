import type { Checks } from '../features/checks.ts';
import type { WikiIndex } from '../index/wikiIndex.ts';
import type { WikiHost } from './wikiHost.ts';

/** What checks that run apart from the others need of their wiki. */
export interface LaterChecksHost extends Pick<WikiHost, 'log' | 'pause' | 'markdownTools'> {
  /** The wiki as it is now; undefined while nothing must be said of it. */
  current(): { readonly wiki: WikiIndex; readonly checks: Checks } | undefined;
  /** The problems of a page are others than those that were sent. */
  changed(file: string): void;
}
