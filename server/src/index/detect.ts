import { contentTypeOf } from '../wiki/pageFile.ts';
import { isLocaleSegment } from '../wiki/pagePath.ts';
import { decodeText } from './decode.ts';
import { settingsFileName } from './scan.ts';

/** Reads one folder at a time: all that is needed to find wikis without scanning what is none. */
export interface FolderReader {
  /** Names in a folder (`''` is the root); empty if it cannot be read. */
  entries(folder: string): Promise<readonly { readonly name: string; readonly isFolder: boolean }[]>;
  /** The first bytes of a file, at least 1,000 if it has as many; undefined if it is gone. */
  readStart(file: string): Promise<Uint8Array | undefined>;
}

/** How far a search goes before it takes a folder for no wiki. */
const limits = { depth: 3, folders: 1000, pagesRead: 40 };

/**
 * The roots of the wikis in a folder, relative to it (`''` is the folder itself), in no particular order.
 * A wiki is a folder with `.aux-wiki.yml` or a home page; nothing inside a wiki is another. Where there is neither,
 * the folder itself is a wiki if one of its pages has frontmatter that only Wiki.js writes.
 */
export async function findWikis(reader: FolderReader): Promise<readonly string[]> {
  const roots = new Set<string>();
  const pages: string[] = [];
  let foldersRead = 0;
  let level: string[] = [''];
  for (let depth = 0; depth <= limits.depth; depth++) {
    const nextLevel: string[] = [];
    for (const folder of level) {
      if (foldersRead++ >= limits.folders) break;
      if (isInside(folder, roots)) continue;
      const entries = await reader.entries(folder);
      const root = rootOf(folder, entries);
      if (root !== undefined) {
        roots.add(root);
        continue;
      }
      for (const { name, isFolder } of entries) {
        const path = folder === '' ? name : `${folder}/${name}`;
        if (isFolder && isSearched(name)) nextLevel.push(path);
        else if (!isFolder && contentTypeOf(name) === 'markdown') pages.push(path);
      }
    }
    level = nextLevel;
  }
  if (roots.size === 0 && (await anyWrittenByWikiJs(reader, pages.slice(0, limits.pagesRead)))) return [''];
  return [...roots];
}

/** Whether a text has frontmatter as Wiki.js writes it: `editor` with one of its editors, and its own dates or flag. */
export function isWrittenByWikiJs(text: string): boolean {
  const block = /^(?:---|<!--)\r?\n([\s\S]*?)\r?\n(?:---|-->)/.exec(text)?.[1];
  if (block === undefined) return false;
  return (
    /^editor: *(markdown|ckeditor|code|asciidoc|api|redirect)\s*$/m.test(block) &&
    /^(published|dateCreated|date): *\S/m.test(block)
  );
}

function rootOf(folder: string, entries: readonly { name: string; isFolder: boolean }[]): string | undefined {
  const has = (name: string) => entries.some((entry) => !entry.isFolder && entry.name === name);
  if (has(settingsFileName)) return folder;
  if (!has('home.md') && !has('home.html')) return undefined;
  // `fr/home.md` is the French home page of the wiki above it.
  const slash = folder.lastIndexOf('/');
  const isLocaleFolder = folder !== '' && isLocaleSegment(folder.slice(slash + 1));
  return isLocaleFolder ? folder.slice(0, Math.max(slash, 0)) : folder;
}

function isInside(folder: string, roots: ReadonlySet<string>): boolean {
  for (const root of roots) if (root === '' || folder === root || folder.startsWith(`${root}/`)) return true;
  return false;
}

function isSearched(name: string): boolean {
  return !name.startsWith('.') && name !== 'node_modules';
}

async function anyWrittenByWikiJs(reader: FolderReader, files: readonly string[]): Promise<boolean> {
  for (const file of files) {
    const start = await reader.readStart(file);
    if (start !== undefined && isWrittenByWikiJs(decodeText(start).text)) return true;
  }
  return false;
}
