import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every Markdown file below a folder, `/`-separated and relative to it. */
export function markdownFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.replaceAll('\\', '/'));
}

/** Lists a wiki's pages and reads each once, one after the other: what no tool can do without. Gives the bytes. */
export function readAll(folder: string): number {
  return markdownFiles(folder).reduce((sum, file) => sum + readFileSync(join(folder, file)).length, 0);
}
