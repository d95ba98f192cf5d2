const localeSegment = /^[a-z]{2}(-[a-z]{2})?$/i;

const reservedSegments: ReadonlySet<string> = new Set([
  'login',
  'logout',
  'register',
  'verify',
  'favicons',
  'fonts',
  'img',
  'js',
  'svg',
]);

/** What in a path makes Wiki.js refuse the page. */
export type IllegalPathReason = 'dot' | 'space' | 'backslash' | 'double-slash';

/** Why Wiki.js refuses to create a page at a path or to move one there; undefined if it does not. Rules reference (c). */
export function illegalPathReason(path: string): IllegalPathReason | undefined {
  if (path.includes('.')) return 'dot';
  if (path.includes(' ')) return 'space';
  if (path.includes('\\')) return 'backslash';
  if (path.includes('//')) return 'double-slash';
  return undefined;
}

/**
 * Whether Wiki.js's editor refuses a path because its first segment is taken. The import from git does not look at this,
 * but the URL of such a page leads elsewhere. Rules reference (c).
 */
export function isReservedPath(path: string): boolean {
  const [first = ''] = path.split('/', 1);
  return first.length <= 1 || isLocaleSegment(first) || reservedSegments.has(first);
}

/** Whether Wiki.js takes the first segment of a path for a locale, whether or not the site has that locale. Rules reference (a), (c). */
export function isLocaleSegment(segment: string): boolean {
  return localeSegment.test(segment);
}
