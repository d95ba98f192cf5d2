import * as vscode from 'vscode';
import type { PageDescription } from '../../../server/src/protocol.ts';
import type { WikiServer } from '../wikiServer.ts';
import { escapeHtml } from './escapeHtml.ts';
import type { PageBodyStrings } from './pageBody.ts';
import type { ShownImages } from './shownPage.ts';

/** The title of a preview's tab. */
export function titleOf(page: PageDescription | undefined, locked: boolean): string {
  const title = page?.title ?? '';
  return locked ? vscode.l10n.t('[Preview] {0}', title) : vscode.l10n.t('Preview {0}', title);
}

/** The body where there is no page to show: why there is none. */
export function noPage(uri: string, server: WikiServer): string {
  const file = vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
  const reason =
    server.state === 'running'
      ? vscode.l10n.t('{0} is not a page of a wiki.', file)
      : vscode.l10n.t('The language server is not running.');
  return `<main class="aux-empty"><p>${escapeHtml(reason)}</p></main>`;
}

/**
 * How images are shown that are not there, in the user's language.
 *
 * @param files URL under which the wiki's files are served
 */
export function imagesShown(
  { loadsDiagrams, remote }: Pick<ShownImages, 'loadsDiagrams'> & { readonly remote: boolean },
  files: string | undefined,
): ShownImages {
  const { isTrusted } = vscode.workspace;
  const blocked = isTrusted
    ? vscode.l10n.t('Image not loaded (auxWiki.preview.remoteImages is off)')
    : vscode.l10n.t('Image not loaded (Restricted Mode)');
  return {
    missing: vscode.l10n.t('Missing image'),
    load: isTrusted ? (host) => vscode.l10n.t('Load diagrams from {0}', host) : undefined,
    loadsDiagrams,
    blocked: remote ? undefined : { label: blocked, files },
  };
}

/** The page with a word on what is missing of it in Restricted Mode. */
export function restricted(page: PageDescription): PageDescription {
  const notice = vscode.l10n.t('Restricted Mode: tabs stand one below the other, and links to other pages do nothing.');
  return { ...page, notices: [...page.notices, { message: notice, line: undefined }] };
}

/** The words of the preview's own parts. */
export function strings(hasScript: boolean): PageBodyStrings {
  return {
    skip: vscode.l10n.t('Skip to the page'),
    about: vscode.l10n.t('About this page'),
    contents: vscode.l10n.t('Page contents'),
    tags: vscode.l10n.t('Tags'),
    notices: vscode.l10n.t('What Wiki.js will do with this page'),
    failedImage: vscode.l10n.t('Image that cannot be loaded'),
    goToLine: hasScript ? (line) => vscode.l10n.t('Go to line {0}', line) : undefined,
  };
}
