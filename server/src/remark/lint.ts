import type { Nodes } from 'mdast';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { MarkdownSource, StyleFinding } from '../edits/markdownTools.ts';
import type { OffsetRange } from '../util/range.ts';
import { parseMarkdown } from './parse.ts';
import type { Reported } from './styles/reported.ts';
import { styles } from './styles/styles.ts';

type Message = VFile['messages'][number];

/** See `MarkdownTools.styleFindings`. */
export function styleFindings(source: MarkdownSource, codes: readonly string[]): StyleFinding[] {
  const processor = unified();
  for (const code of codes) styles[code]?.use(processor);
  const file = new VFile(source.text);
  try {
    processor.runSync(parseMarkdown(source), file);
  } catch {
    // A tree can be deeper than the stack: whoever writes so has no style to be looked at.
    return [];
  }
  const found = new Map<string, StyleFinding>();
  for (const message of file.messages) {
    const code = `style/${message.ruleId}`;
    const reported = reportedBy(message, source.text);
    const finding = reported && styles[code]?.narrow(reported);
    // Where several reports are of one thing, a table say, it is told once.
    if (finding !== undefined) found.set(`${code} ${finding.range.start}`, { code, ...finding });
  }
  return [...found.values()].sort((a, b) => a.range.start - b.range.start);
}

function reportedBy({ ancestors = [], place, cause }: Message, text: string): Reported | undefined {
  // A tree of Markdown holds no other nodes.
  const nodes = ancestors as readonly Nodes[];
  const node = nodes.at(-1);
  const range = rangeOfPlace(place);
  if (node === undefined || range === undefined) return undefined;
  return { text, node, ancestors: nodes, range, first: rangeOfPlace((cause as Message | undefined)?.place) };
}

function rangeOfPlace(place: Message['place']): OffsetRange | undefined {
  if (place === undefined) return undefined;
  const [start, end] = 'start' in place ? [place.start.offset, place.end.offset] : [place.offset, place.offset];
  return start === undefined || end === undefined ? undefined : { start, end };
}
