import { URI } from 'vscode-uri';
import { tree } from '../features/tree.ts';
import { fileOfUri } from '../features/uris.ts';
import { checkedFiles } from '../index/lostPages.ts';
import type { TreeResult, WikisResult } from '../protocol.ts';
import type { OpenWiki } from './openWiki.ts';

/** The trees of the wikis, or of the one at a root. */
export function treeOf(wikis: readonly OpenWiki[], root: string | undefined): TreeResult {
  const wanted = root === undefined ? wikis : wikis.filter((wiki) => fileOfUri(wiki.root, root) === '');
  return {
    wikis: wanted.map((openWiki) =>
      tree({
        wiki: openWiki.wiki,
        documents: openWiki.documents,
        root: openWiki.root,
        name: nameOf(openWiki),
        knownProblems: (file) => openWiki.knownProblemsOf(file),
      }),
    ),
  };
}

/** The wikis with what is known of them by now. */
export function wikisOf(wikis: readonly OpenWiki[]): WikisResult {
  return {
    wikis: wikis.map((openWiki) => {
      const checked = [...checkedFiles(openWiki.wiki)];
      const problems = checked.reduce((sum, file) => sum + openWiki.knownProblemsOf(file).length, 0);
      const unchecked = openWiki.checks.stale.size;
      const { root, isRead } = openWiki;
      return { root, name: nameOf(openWiki), pages: openWiki.wiki.files.size, problems, isRead, unchecked };
    }),
  };
}

function nameOf({ root }: OpenWiki): string {
  const path = URI.parse(root).path.replace(/\/+$/, '');
  return path.slice(path.lastIndexOf('/') + 1);
}
