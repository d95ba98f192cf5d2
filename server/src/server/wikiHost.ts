import type { CancellationToken } from 'vscode-languageserver';
import type { MarkdownTools } from '../edits/markdownTools.ts';
import type { PersonalRules } from '../features/personalRules.ts';
import type { FileHistory } from '../rules/sync/fileChange.ts';
import type { Departures } from './moveWatch.ts';
import type { PublisherHost } from './publisher.ts';

/** What a wiki needs of the server. */
export interface WikiHost extends Omit<PublisherHost, 'treeChanged' | 'personalRules'> {
  /** How long typing must rest before problems are looked for, in milliseconds. */
  readonly typingRest: number;
  /** How long the disk must rest before moves are looked for, in milliseconds. */
  readonly movesRest: number;
  /** Whether git is changing files of the wiki at a root at this moment. */
  isGitBusy(root: string): Promise<boolean>;
  /** Files have gone from the wiki at a root, and others have come. */
  filesMoved(root: string, departures: Departures): void;
  personalRules(root: string): PersonalRules;
  markdownTools(): Promise<MarkdownTools>;
  /** The history of the files below a root; undefined where it must not be asked for, or cannot be. */
  historyOf(root: string): FileHistory | undefined;
  /** Something that the tree of the wiki at a root shows has changed. */
  treeChanged(root: string): void;
  /** Shows that something takes time; the token tells if the person has had enough. */
  progress(title: string): Promise<WikiProgress>;
}

export interface WikiProgress {
  readonly token: CancellationToken;
  report(done: number, total: number): void;
  done(): void;
}
