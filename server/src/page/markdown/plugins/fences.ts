import type { MarkdownIt } from 'markdown-it';
import { unescapeAll } from '../rules/unescape.ts';
import { decodeBase64 } from './base64.ts';

/**
 * Fenced code as Wiki.js writes it: with its language even if that is empty, and without attributes; a `diagram` is
 * the drawing that its text encodes.
 *
 * @param tabWidth spaces for each tab that leads a line; undefined leaves tabs alone
 */
export function fences(md: MarkdownIt, tabWidth: number | undefined): void {
  md.renderer.rules.fence = (tokens, index) => {
    const token = tokens[index];
    const content = tabWidth === undefined ? (token?.content ?? '') : expandTabs(token?.content ?? '', tabWidth);
    const language = unescapeAll(token?.info ?? '')
      .trim()
      .split(/\s+/)[0];
    if (language === 'diagram') return `<pre class="diagram">${decodeBase64(content)}</pre>\n`;
    return `<pre><code class="language-${language}">${escapeHtml(content)}</code></pre>\n`;
  };
}

function expandTabs(content: string, tabWidth: number): string {
  return content
    .split('\n')
    .map((line) => line.replace(/^\t+/, (tabs) => ' '.repeat(tabs.length * tabWidth)))
    .join('\n');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => entities[char] ?? char);
}
