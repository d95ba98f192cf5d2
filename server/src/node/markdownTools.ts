import type { MarkdownTools } from '../edits/markdownTools.ts';

/** Loads the tools that need remark: a script of its own, which a server without open pages never reads. */
export async function loadMarkdownTools(): Promise<MarkdownTools> {
  const { markdownTools } = await import('../remark/tools.ts');
  return markdownTools;
}
