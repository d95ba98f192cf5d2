/** What has become of a file since a commit, as git sees it. */
export interface FileChange {
  readonly kind: 'added' | 'modified' | 'deleted' | 'renamed';
  /** As it is called now, relative to the wiki's root; for a deleted one as it was called. */
  readonly file: string;
  /** As a renamed file was called before. */
  readonly from?: string;
  /** Whether git takes its content for something else than lines of text. */
  readonly isBinary: boolean;
  /** Whether its content is what it was; only a renamed file can be so. */
  readonly isUnchanged: boolean;
  /** In bytes, before and after, of a binary file that was modified. */
  readonly sizes?: readonly [number, number];
}

/** The history of a wiki's files, as far as its sync with the site needs it. */
export interface FileHistory {
  /**
   * What differs between a commit and the files as they are now. Without `base` it is the last commit, else the one where
   * `base` (a branch, a tag, a commit) and the last commit part. Undefined where there is no history: no git, no repository,
   * no such commit, no answer in time.
   */
  changesSince(base?: string): Promise<readonly FileChange[] | undefined>;
}
