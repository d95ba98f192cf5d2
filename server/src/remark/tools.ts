import type { MarkdownTools } from '../edits/markdownTools.ts';
import { styleFindings } from './lint.ts';

/** All that remark is used for. The only file of this folder that the rest of the server knows, and that only when it is needed. */
export const markdownTools: MarkdownTools = { styleFindings };
