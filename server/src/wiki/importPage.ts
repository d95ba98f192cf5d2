import type { PageAddress } from './address.ts';
import { isIgnoredByImport } from './pageFile.ts';
import { illegalPathReason } from './pagePath.ts';
import { splitTags } from './tags.ts';

/** Why Wiki.js's import does not take a page, or what it is before anybody asks for other pages. */
export type ImportErrorReason =
  | 'path-illegal'
  | 'title-type'
  | 'description-type'
  | 'tags-type'
  | 'published-type'
  | 'body-empty'
  | 'ignored';

/** A page as Wiki.js has it after an import. */
export interface ImportedPage {
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly isPublished: boolean;
}

/** What an import makes of a file: the page, and why it fails. A page that fails has the values that it would have. */
export interface ImportResult extends ImportedPage {
  readonly error: { readonly reason: ImportErrorReason; readonly message: string } | undefined;
}

/**
 * What "Import everything" makes of a page's file. Rules reference (a), (b), (c).
 *
 * @param file relative to the root
 * @param size in bytes
 * @param address as `addressOfFile` or `storedAddress` gives it
 * @param metadata and content: as `parseFrontmatter` gives them
 * @param existing the page that Wiki.js has at the address already: what the file does not say stays as it is
 */
export function importPage(
  file: string,
  size: number,
  address: PageAddress,
  metadata: Readonly<Record<string, unknown>>,
  content: string,
  existing?: ImportedPage,
): ImportResult {
  const { title, description, tags, isPublished } = metadata;
  return {
    title: typeof title === 'string' ? title : (existing?.title ?? lastSegment(address.path)),
    description: descriptionOf(description, existing),
    tags: typeof tags === 'string' ? splitTags(tags) : (existing?.tags ?? []),
    isPublished:
      isPublished === undefined ? (existing?.isPublished ?? true) : isPublished === true || isPublished === 1,
    error: importError(file, size, address, metadata, content, existing !== undefined),
  };
}

function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A description that is there but empty, as `description:` alone, empties the page's; one that is not there leaves it. */
function descriptionOf(description: unknown, existing: ImportedPage | undefined): string {
  if (description === undefined) return existing?.description ?? '';
  return typeof description === 'string' ? description : '';
}

function importError(
  file: string,
  size: number,
  address: PageAddress,
  { title, description, tags, isPublished }: Readonly<Record<string, unknown>>,
  content: string,
  exists: boolean,
): ImportResult['error'] {
  if (isIgnoredByImport(file, size)) {
    return { reason: 'ignored', message: `Wiki.js passes this file over: ${ignoredBecause(file, size)}.` };
  }
  // In the order in which Wiki.js comes upon them.
  if (tags !== undefined && tags !== null && typeof tags !== 'string') {
    return { reason: 'tags-type', message: `'tags' must be text such as \`one, two\`, and is ${typeName(tags)}.` };
  }
  const illegal = exists ? undefined : illegalPathReason(address.path);
  if (illegal !== undefined) {
    return {
      reason: 'path-illegal',
      message: `The path contains ${illegalCharacters[illegal]}, which Wiki.js refuses.`,
    };
  }
  if (content.trim() === '') return { reason: 'body-empty', message: 'The page has no content.' };
  if (title !== undefined && typeof title !== 'string') {
    return { reason: 'title-type', message: `'title' must be text, and is ${typeName(title)}.` };
  }
  if (description && typeof description !== 'string') {
    return { reason: 'description-type', message: `'description' must be text, and is ${typeName(description)}.` };
  }
  // The update of a page takes anything for "not published".
  if (!exists && isPublished !== undefined && typeof isPublished !== 'boolean') {
    return {
      reason: 'published-type',
      message: `'isPublished' must be true or false, and is ${typeName(isPublished)}.`,
    };
  }
  return undefined;
}

const illegalCharacters = {
  dot: 'a dot',
  space: 'a space',
  backslash: 'a backslash',
  'double-slash': 'two slashes in a row',
} as const;

function ignoredBecause(file: string, size: number): string {
  if (size < 1) return 'it is empty';
  return file.includes('.git') ? "its path contains '.git'" : 'its path is no longer than three characters';
}

function typeName(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Date) return 'a date';
  return typeof value === 'object' ? 'a mapping' : `a ${typeof value}`;
}
