import type { PageContext } from '../context.ts';

/** What completion is given besides the position. */
export interface CompletionInput extends PageContext {
  /** Whether the client can insert snippets. */
  readonly snippets: boolean;
  /** Whether the client is ours, so that commands of VS Code can be run. */
  readonly clientCommands: boolean;
  /** The character that was typed and that asks for completion; undefined if the person asks, or types a letter. */
  readonly trigger: string | undefined;
  readonly now: Date;
}
