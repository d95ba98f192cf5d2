import type { BlockChange } from '../../../server/src/protocol.ts';

/** What the preview's two sides say to each other. Both check what they get: a page is hostile until proven otherwise. */

export interface ShowPage {
  readonly type: 'show';
  /** URI of the page: the same as before means that its text has changed, another that the preview moves on. */
  readonly uri: string;
  readonly locked: boolean;
  /** Which visit of the history this is: going back to one, the reader finds the place that they left. */
  readonly visit: number;
  /** Everything between `<body>` and `</body>`, but for the page itself. */
  readonly frame: string;
  /** The number of this message: one more than that of the message before it. */
  readonly serial: number;
  /** The page from its start to its end, in blocks. */
  readonly changes: readonly BlockChange[];
  /** Whether the page is made out of the blocks that are shown; otherwise all are new. */
  readonly isUpdate: boolean;
  /** Where to scroll to: a fragment without `#`; undefined leaves the scroll as it is, or at the top of another page. */
  readonly fragment: string | undefined;
}

/** Extension → webview. */
export type ToPreview =
  | ShowPage
  | { readonly type: 'reveal'; readonly fragment: string }
  /** The editor was scrolled: the zero-based line at its top, and how many lines the text has. */
  | { readonly type: 'scroll'; readonly line: number; readonly lineCount: number }
  /** The cursor has moved to a zero-based line. */
  | { readonly type: 'cursor'; readonly line: number };

/** Webview → extension. */
export type FromPreview =
  /** The script runs and wants a whole page: at the start, and each time that the preview comes back to sight. */
  | { readonly type: 'ready' }
  /** A link was followed; the href as it stands in the page. */
  | { readonly type: 'follow'; readonly href: string }
  /** The button to load diagrams from their servers was pressed. */
  | { readonly type: 'load-diagrams' }
  /** The mouse's own back and forward buttons. */
  | { readonly type: 'go'; readonly direction: 'back' | 'forward' }
  /** The reader has scrolled a page: the zero-based line at the top, which may lie between two. */
  | { readonly type: 'scroll'; readonly uri: string; readonly line: number }
  /** The source of a zero-based line is wanted. */
  | { readonly type: 'edit'; readonly uri: string; readonly line: number };

/** What the webview keeps, for itself and for VS Code to restore the preview with. */
export interface PreviewState {
  readonly uri: string;
  readonly locked: boolean;
  /** In CSS pixels from the top. */
  readonly scroll: number;
  /** For each tabset in document order, the index of the tab that is chosen. */
  readonly tabs: readonly number[];
  /** For each `<details>` in document order, whether it is open. */
  readonly open: readonly boolean[];
}

/** Whether a message from the extension can be trusted to have this shape. */
export function isToPreview(value: unknown): value is ToPreview {
  if (!isRecord(value)) return false;
  if (value.type === 'reveal') return typeof value.fragment === 'string';
  if (value.type === 'scroll') return isLine(value.line) && isLine(value.lineCount);
  if (value.type === 'cursor') return isLine(value.line);
  return (
    value.type === 'show' &&
    typeof value.uri === 'string' &&
    typeof value.locked === 'boolean' &&
    typeof value.visit === 'number' &&
    typeof value.frame === 'string' &&
    isCount(value.serial) &&
    typeof value.isUpdate === 'boolean' &&
    Array.isArray(value.changes) &&
    value.changes.every(isBlockChange) &&
    (value.fragment === undefined || typeof value.fragment === 'string')
  );
}

/** Whether a message from the webview can be trusted to have this shape; hrefs longer than any real one are refused. */
export function isFromPreview(value: unknown): value is FromPreview {
  if (!isRecord(value)) return false;
  if (value.type === 'ready' || value.type === 'load-diagrams') return true;
  if (value.type === 'go') return value.direction === 'back' || value.direction === 'forward';
  if (value.type === 'scroll' || value.type === 'edit') return typeof value.uri === 'string' && isLine(value.line);
  return value.type === 'follow' && typeof value.href === 'string' && value.href.length <= 10_000;
}

/** Whether a saved state can be used; one of an older version is not. */
export function isPreviewState(value: unknown): value is PreviewState {
  return (
    isRecord(value) &&
    typeof value.uri === 'string' &&
    typeof value.locked === 'boolean' &&
    typeof value.scroll === 'number' &&
    isArrayOf(value.tabs, 'number') &&
    isArrayOf(value.open, 'boolean')
  );
}

function isBlockChange(value: unknown): boolean {
  if (!isRecord(value)) return false;
  if ('html' in value) return typeof value.html === 'string' && isArrayOf(value.lines, 'number');
  if ('count' in value) return isCount(value.from) && isCount(value.count) && Number.isInteger(value.by);
  return isCount(value.from) && isArrayOf(value.lines, 'number');
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0;
}

function isLine(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isArrayOf(value: unknown, type: 'number' | 'boolean'): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === type);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
