import type { Connection } from 'vscode-languageserver';
import { type PersonalRules, readPersonalRules } from '../features/personalRules.ts';

/** `auxWiki.links.updateOnMove`: whether links follow when files are moved. */
export type UpdateOnMove = 'ask' | 'always' | 'never';

/** What a person has set for one wiki in the editor. */
export interface EditorSettings {
  readonly rules: PersonalRules;
  /** Whether a page says above its text how many pages link to it. */
  readonly backlinksLens: boolean;
  /** Whether a link without words of its own is followed by the title of its page. */
  readonly linkTitles: boolean;
  /** Whether links follow when files move. */
  readonly updateOnMove: UpdateOnMove;
}

/** Where nothing is set, or the client has no settings. */
export const usualEditorSettings: EditorSettings = {
  rules: {},
  backlinksLens: true,
  linkTitles: false,
  updateOnMove: 'ask',
};

const sections = [
  'auxWiki.rules',
  'auxWiki.codeLens.backlinks',
  'auxWiki.inlayHints.linkTitles',
  'auxWiki.links.updateOnMove',
];

/** Asks the client for the settings of the wikis at some roots. */
export async function readEditorSettings(
  connection: Connection,
  roots: readonly string[],
): Promise<Map<string, EditorSettings>> {
  const items = roots.flatMap((scopeUri) => sections.map((section) => ({ scopeUri, section })));
  const values: unknown[] = await connection.workspace.getConfiguration(items);
  return new Map(
    roots.map((root, index) => {
      const [rules, lens, titles, updateOnMove] = values.slice(index * sections.length);
      return [
        root,
        {
          rules: readPersonalRules(rules),
          backlinksLens: typeof lens === 'boolean' ? lens : usualEditorSettings.backlinksLens,
          updateOnMove: updateOnMove === 'always' || updateOnMove === 'never' ? updateOnMove : 'ask',
          linkTitles: typeof titles === 'boolean' ? titles : usualEditorSettings.linkTitles,
        },
      ];
    }),
  );
}
