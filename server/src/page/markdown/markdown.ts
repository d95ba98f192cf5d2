import MarkdownItParser, { type MarkdownIt } from 'markdown-it';
import type { RenderingSettings } from '../../wiki/settings.ts';
import { markdownItOptions } from './options.ts';

/**
 * The Markdown parser of a Wiki.js site with these rendering settings, for the index and for the preview alike.
 * `render(content, {})` gives what Wiki.js's Markdown step hands to its HTML steps (rules reference (f)).
 */
export function createMarkdown(rendering: RenderingSettings): MarkdownIt {
  return new MarkdownItParser(markdownItOptions(rendering.markdownCore ?? { enabled: true }));
}
