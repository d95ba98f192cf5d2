import type { MarkdownTools } from '../edits/markdownTools.ts';
import { contentsPlace } from './contentsPlace.ts';
import { formatTableAt } from './formatTable.ts';
import { styleFindings } from './lint.ts';
import { sectionAt } from './sectionAt.ts';

/** All that remark is used for. The only file of this folder that the rest of the server knows, and that only when it is needed. */
export const markdownTools: MarkdownTools = { styleFindings, formatTable: formatTableAt, contentsPlace, sectionAt };
