import type { CancellationToken, CodeLens } from 'vscode-languageserver';
import { commands, type ShowBacklinksArguments } from '../protocol.ts';
import { backlinksInWords, pagesLinkingTo } from './backlinks.ts';
import type { PageContext } from './context.ts';

const start = { line: 0, character: 0 };

/**
 * Above a page, how many others link to it. A click lists the links, where the client has our commands.
 * Nothing for the home page, which everybody finds without links.
 */
export async function codeLens(
  { wiki, page, documents }: PageContext,
  clientCommands: boolean,
  _token: CancellationToken,
): Promise<CodeLens[]> {
  const count = pagesLinkingTo(wiki, page).length;
  if (count === 0 && page.address.path === 'home') return [];
  const argument: ShowBacklinksArguments = { uri: documents.uriOf(page.file) };
  const isClickable = clientCommands && count > 0;
  const command = {
    title: backlinksInWords(count),
    command: isClickable ? commands.showBacklinks : '',
    ...(isClickable && { arguments: [argument] }),
  };
  return [{ range: { start, end: start }, command }];
}
