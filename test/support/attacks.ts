import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../host/embedded/paths.ts';

/** A page of `test/fixtures/attacks`. Whatever of it runs sets `ran`; whatever it loads lies at `outside.test`. */
export interface Attack {
  readonly name: string;
  /** Relative to the wiki. */
  readonly file: string;
  /** With frontmatter. */
  readonly text: string;
}

/** The wiki of attacks. Its own settings turn off whatever a wiki can turn off. */
export const attacksFolder = join(projectRoot, 'test/fixtures/attacks');

/** Every attack, by name. */
export const attacks: readonly Attack[] = readdirSync(attacksFolder)
  .filter((file) => /\.(?:md|html)$/.test(file))
  .sort()
  .map((file) => ({
    name: file.replace(/\.\w+$/, ''),
    file,
    text: readFileSync(join(attacksFolder, file), 'utf8'),
  }));

/** What each attack says first: whoever sees it sees the page. */
export function greetingOf({ name }: Attack): string {
  return `Here is ${name}.`;
}

/** Attacks by sheer size, too large to be written down. */
export const largeAttacks: Readonly<Record<string, string>> = {
  'a huge table': `|${'a|'.repeat(200)}\n|${'-|'.repeat(200)}\n${`|${'x|'.repeat(200)}\n`.repeat(200)}`,
  'deep quotes': `${'>'.repeat(5000)} deep`,
  'deep elements': '<div>'.repeat(3000),
  'deep SVG': '<svg><g>'.repeat(1000),
  'a long line': 'word '.repeat(60_000),
  'a long word': 'w'.repeat(300_000),
  'many links': '[a](/b) '.repeat(5000),
  'many openings': '[![*_`'.repeat(5000),
  'many tabsets': '<tabset><template v-slot:tabs><li>t</li></template></tabset>'.repeat(1000),
};
