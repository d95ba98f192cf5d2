import type { Wiki } from '../index/wiki.ts';
import type { Page } from '../page/page.ts';
import type { PageState, TreeNode, WikiTree } from '../protocol.ts';
import type { Problem } from '../rules/rule.ts';
import { urlOfAddress } from '../wiki/pageUrl.ts';
import { buildTree, type TreeNode as NavigationNode } from '../wiki/tree.ts';
import type { WikiDocuments } from './context.ts';

export interface TreeContext {
  readonly wiki: Wiki;
  readonly documents: WikiDocuments;
  /** URI of the root folder. */
  readonly root: string;
  readonly name: string;
  /** What is known of a page's problems by now. */
  knownProblems(file: string): readonly Problem[];
}

/**
 * The navigation of a wiki as Wiki.js builds it, with the pages that it refuses at the places they would have. The
 * site's own locale comes first.
 */
export function tree(context: TreeContext): WikiTree {
  const { wiki, root, name } = context;
  const refused: Page[] = [];
  for (const page of wiki.files.values()) {
    const reason = page.importError?.reason;
    if (reason !== undefined && reason !== 'ignored' && reason !== 'collision') refused.push(page);
  }
  // Of two pages at one place the last one counts: the one that imports.
  const all = buildTree([...refused, ...wiki.pages()]);
  const isHome = ({ locale }: { locale: string }) => locale === wiki.settings.site.locale;
  const locales = [...all.filter(isHome), ...all.filter((branch) => !isHome(branch))];
  return {
    root,
    name,
    locales: locales.map(({ locale, nodes }) => ({ locale, nodes: nodes.map((node) => treeNode(context, node)) })),
  };
}

function treeNode(context: TreeContext, node: NavigationNode<Page>): TreeNode {
  const { locale, path, title, page, children } = node;
  return {
    segment: path.slice(path.lastIndexOf('/') + 1),
    path,
    locale,
    url: urlOfAddress({ locale, path }, context.wiki.settings.site),
    title,
    uri: page === undefined ? undefined : context.documents.uriOf(page.file),
    state: stateOf(context, page),
    children: children.map((child) => treeNode(context, child)),
  };
}

function stateOf(context: TreeContext, page: Page | undefined): PageState {
  if (page === undefined) return 'folder';
  if (page.importError !== undefined) return 'not-imported';
  return hasBrokenLinks(context.knownProblems(page.file)) ? 'broken-links' : 'ok';
}

/** Whether a page has links or images that lead nowhere: the state that the tree shows. */
export function hasBrokenLinks(problems: readonly Problem[]): boolean {
  return problems.some(
    ({ code, severity }) => /^(link|image)\//.test(code) && (severity === 'error' || severity === 'warning'),
  );
}
