import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A wiki made for measuring: what to ask of it, and where. */
export interface MadeWiki {
  readonly folder: string;
  readonly pages: number;
  readonly bytes: number;
  /** A page that `backlinks` other pages link to. */
  readonly hub: { readonly file: string; readonly path: string; readonly backlinks: number };
  /** Pages of about 5, 100 and 500 KB. */
  readonly sized: readonly { readonly file: string; readonly kilobytes: number }[];
}

const words =
  'bed bean beet berry bloom branch bulb compost crop dew dig earth fern field flower frost garden graft grow harvest hedge herb hoe leaf loam moss mulch oak pea petal plot prune rain rake root rose sage seed shade shed shoot soil sow spade sprout stem sun thyme till tree trellis turnip vine water weed willow'.split(
    ' ',
  );

/**
 * Writes a wiki of `pages` pages of 5.3 KB with 22 links each, as real ones have them: to pages, headings, images and
 * other sites, one in a hundred broken. The same numbers give the same wiki.
 */
export function makeWiki(folder: string, pages: number): MadeWiki {
  const random = seededRandom(pages);
  const backlinks = Math.min(500, Math.floor(pages / 2));
  const sized = [5, 100, 500].map((kilobytes) => ({ file: `sizes/page-${kilobytes}.md`, kilobytes }));
  let bytes = 0;
  const write = (file: string, text: string) => {
    bytes += text.length;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  write('home.md', page('Home', 5300, random, pages));
  write('hub.md', page('Hub', 5300, random, pages));
  for (let number = 0; number < pages - 2 - sized.length; number++) {
    const link = number < backlinks ? 'See [the hub](/hub).\n\n' : '';
    write(`${pathOf(number)}.md`, page(`Page ${number}`, 5300, random, pages, link));
  }
  for (const { file, kilobytes } of sized) write(file, page(file, kilobytes * 1000, random, pages));
  write('images/plot.png', 'not really an image');
  return { folder, pages, bytes, hub: { file: 'hub.md', path: '/hub', backlinks }, sized };
}

function pathOf(number: number): string {
  return `section-${number % 40}/part-${Math.floor(number / 40) % 10}/page-${number}`;
}

/** A page of about `size` characters, every 240 of them a link. */
function page(title: string, size: number, random: () => number, pages: number, first = ''): string {
  let text = `---\ntitle: ${title}\ndescription: Made for measuring\npublished: true\ndate: 2026-01-01T00:00:00.000Z\ntags: ${word(random)}, ${word(random)}\neditor: markdown\ndateCreated: 2026-01-01T00:00:00.000Z\n---\n\n${first}`;
  for (let section = 1; text.length < size; section++) {
    text += `## ${word(random)} ${word(random)} ${section}\n\n`;
    for (let paragraph = 0; paragraph < 2; paragraph++) {
      text += `${sentence(random, 18)} ${link(random, pages)}, *${word(random)}* and \`${word(random)}\`. ${sentence(random, 18)}\n\n`;
    }
    text += `- ${sentence(random, 6)} ${link(random, pages)}\n- ${sentence(random, 8)}\n\n`;
  }
  return text;
}

function link(random: () => number, pages: number): string {
  const number = Math.floor(random() * (pages - 5));
  const kind = random();
  if (kind < 0.01) return `[gone](/gone/page-${number})`;
  if (kind < 0.06) return `![${word(random)}](/images/plot.png)`;
  if (kind < 0.3) return `[${word(random)}](https://example.org/${word(random)}/${number})`;
  return `[${word(random)} ${word(random)}](/${pathOf(Math.max(0, number))})`;
}

function sentence(random: () => number, length: number): string {
  return Array.from({ length }, () => word(random)).join(' ');
}

function word(random: () => number): string {
  return words[Math.floor(random() * words.length)] ?? 'seed';
}

/** Numbers from 0 to 1 that are the same on every run (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
