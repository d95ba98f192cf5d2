import type { MarkdownTools } from '../edits/markdownTools.ts';
import type { FolderReader } from '../index/detect.ts';
import type { FileSource } from '../index/wiki.ts';
import type { FileHistory } from '../rules/sync/fileChange.ts';

/** A folder that can be searched for wikis, and read as one. */
export type Folder = FileSource & FolderReader;

/** What the server needs of the machine that it runs on: the entry points bring it. */
export interface Platform {
  /** Opens a folder by its URI; undefined if this platform cannot read URIs of that kind. */
  openFolder(uri: string): Folder | undefined;
  /** Lets waiting messages be handled before it resolves. */
  pause(): Promise<void>;
  /** The history of the files in a folder, by its URI; undefined if this platform has none. */
  openHistory(uri: string): FileHistory | undefined;
  /** Loads what needs remark; called only when something does, and then every time. */
  markdownTools(): Promise<MarkdownTools>;
}

/** Where the server writes what happens. */
export interface Log {
  error(message: string): void;
  warn(message: string): void;
  info(message: string): void;
  debug(message: string): void;
}
