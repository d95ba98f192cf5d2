import type { OffsetRange } from '../util/range.ts';
import { type EntryPlaces, readAlone } from './frontmatterEntries.ts';

/**
 * What js-yaml stumbles over in frontmatter, in words if they are known, and where: an entry that is no YAML by itself, a key
 * that stands twice, or a line that belongs to no entry. The places of `entries` are in `text`, as is `yamlRange`; `reason` is
 * js-yaml's own, which often names a place behind the mistake.
 */
export function describeError(
  text: string,
  yamlRange: OffsetRange,
  entries: readonly EntryPlaces[],
  reason: string,
): { message: string; range: OffsetRange } {
  const broken = entries.find((entry) => readAlone(text, entry) === undefined);
  if (broken !== undefined) {
    const { keyRange, valueRange } = broken;
    const colon = text.slice(keyRange.end, valueRange.start);
    if (colon.includes('：')) {
      return { message: `the colon after '${broken.key}' is a full-width one`, range: keyRange };
    }
    const written = text.slice(valueRange.start, valueRange.end);
    return {
      message: `the value of '${broken.key}' ${whyBroken(written) ?? `is no YAML (${reason})`}`,
      range: valueRange,
    };
  }
  const again = entries.find(({ key }, index) => entries.findIndex((entry) => entry.key === key) < index);
  if (again !== undefined) return { message: `duplicated key '${again.key}'`, range: again.keyRange };
  const stray = strayLine(text, yamlRange, entries);
  if (stray !== undefined) return { message: 'this line is no key with a value, nor part of one', range: stray };
  return { message: reason, range: yamlRange };
}

/** The first line that no entry claims, comments and blank lines aside. */
function strayLine(
  text: string,
  { start, end }: OffsetRange,
  entries: readonly EntryPlaces[],
): OffsetRange | undefined {
  for (const { 0: line, index } of text.slice(start, end).matchAll(/^[ \t]*[^\s#].*$/gm)) {
    const offset = start + index + line.length - line.trimStart().length;
    const isClaimed = entries.some(({ keyRange, valueRange }) => keyRange.start <= offset && offset < valueRange.end);
    if (!isClaimed) return { start: offset, end: offset + line.trim().length };
  }
  return undefined;
}

/** Why a value is no YAML, for the ways in which titles and descriptions break it. */
function whyBroken(written: string): string | undefined {
  const first = /^[@`%*&!?|>[\]{}"',]/.exec(written)?.[0];
  if (first === '"' || first === "'") return 'begins with a quote that is closed before its end, or never';
  if (first !== undefined) return `begins with ${first}, which means something else to YAML`;
  return /:(\s|$)/.test(written) ? 'has a colon with a space after it, which begins another value to YAML' : undefined;
}
