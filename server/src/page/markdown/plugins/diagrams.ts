import type { MarkdownIt, StateBlock, Token } from 'markdown-it';
import { indentOf, lineEnd, lineStart } from '../rules/blockLines.ts';
import { encodeKroki, encodePlantuml } from './diagramCode.ts';

/** What a site says of a diagram service. */
export interface DiagramOptions {
  readonly server: string;
  readonly openMarker: string;
  readonly closeMarker: string;
}

/** Blocks of PlantUML: images on a server that draws them. */
export function plantuml(md: MarkdownIt, options: DiagramOptions & { readonly imageFormat: string }): void {
  diagramBlock(
    md,
    'uml_diagram',
    options,
    (source) => `${options.server}/${options.imageFormat}/${encodePlantuml(`@startuml\n${source}\n@enduml`)}`,
  );
}

/** Blocks for Kroki, whose first line names the kind of diagram. */
export function kroki(md: MarkdownIt, options: DiagramOptions): void {
  diagramBlock(md, 'kroki', options, (source) => {
    const end = source.indexOf('\n');
    const kind = end === -1 ? source : source.slice(0, end);
    return `${options.server}/${kind}/svg/${encodeKroki(source.slice(end + 1))}`;
  });
}

/** Adds a rule before that of fences: a block between two markers becomes an image, with the words after the first as its text. */
function diagramBlock(
  md: MarkdownIt,
  name: string,
  { openMarker, closeMarker }: DiagramOptions,
  urlOf: (source: string) => string,
): void {
  const rule = (state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean => {
    const start = lineStart(state, startLine);
    if (!state.src.startsWith(openMarker, start)) return false;
    if (silent) return true;
    const words = state.src.slice(start + openMarker.length, lineEnd(state, startLine));
    const { line, isClosed } = closingLine(state, startLine, endLine, closeMarker);
    // Taken from the page's own lines: marks of a quote or list around it are part of the diagram.
    const source = state.src
      .split('\n')
      .slice(startLine + 1, line)
      .join('\n');
    const label: Token[] = [];
    state.md.inline.parse(words === '' ? 'uml diagram' : words.slice(1), state.md, state.env, label);

    const token = state.push(name, 'img', 0);
    token.attrs = [
      ['src', urlOf(source)],
      ['alt', ''],
      ['class', 'uml-diagram prefetch-candidate'],
    ];
    token.children = label;
    token.info = words;
    token.map = [startLine, line];
    token.markup = openMarker;
    state.line = line + (isClosed ? 1 : 0);
    return true;
  };
  md.block.ruler.before('fence', name, rule, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
  md.renderer.rules[name] = (...parameters) => md.renderer.rules.image?.(...parameters) ?? '';
}

function closingLine(
  state: StateBlock,
  startLine: number,
  endLine: number,
  closeMarker: string,
): { line: number; isClosed: boolean } {
  for (let line = startLine + 1; line < endLine; line++) {
    const start = lineStart(state, line);
    const end = lineEnd(state, line);
    if (start < end && indentOf(state, line) < state.blkIndent) return { line, isClosed: false };
    if (!state.src.startsWith(closeMarker, start) || indentOf(state, line) > indentOf(state, startLine)) continue;
    if (state.skipSpaces(start + closeMarker.length) >= end) return { line, isClosed: true };
  }
  return { line: Math.max(endLine, startLine + 1), isClosed: false };
}
