import type { IllegalPathReason } from '../wiki/pagePath.ts';

/** What to say of a path that Wiki.js refuses (rules reference (c)). */
export const illegalPathReasons: Readonly<Record<IllegalPathReason, string>> = {
  dot: 'Wiki.js allows no dot in a path: it drops the dots of file names',
  space: 'Wiki.js allows no space in a path: use a hyphen',
  backslash: 'Wiki.js allows no backslash in a path',
  'double-slash': 'Wiki.js allows no empty part between two slashes',
};
