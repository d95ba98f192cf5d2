/** Attributes for the block above, alone on a line: `{.is-info}`. */
const attributeLine = /^[ \t>]*\{[.#a-z][^{}\n\r]*\}[ \t]*$/i;

const diagramStart = /^[ \t]*@startuml/;
const diagramEnd = /^[ \t]*@enduml/;

/**
 * The text with blanks for what CommonMark does not know and would take for prose: lines of attributes, PlantUML, and all that
 * stands before the content. Every other character stays at its offset.
 */
export function withoutWikiSyntax(text: string, contentStart: number): string {
  const lines = text.slice(contentStart).split(/(?<=\r\n|\r(?!\n)|\n)/);
  const lastDiagramEnd = lines.findLastIndex((line) => diagramEnd.test(line));
  let isInDiagram = false;
  const kept = lines.map((line, index) => {
    isInDiagram ||= index < lastDiagramEnd && diagramStart.test(line);
    if (!isInDiagram) return withoutAttributes(line);
    isInDiagram = !diagramEnd.test(line);
    return blanks(line);
  });
  return blanks(text.slice(0, contentStart)) + kept.join('');
}

/** Whether the line below a place holds attributes for the block that ends there. */
export function hasAttributesBelow(text: string, end: number): boolean {
  const below = /[^\r\n]*(?:\r\n|\r|\n)([^\r\n]*)/y;
  below.lastIndex = end;
  return attributeLine.test(below.exec(text)?.[1] ?? '');
}

function withoutAttributes(line: string): string {
  // What marks a quote stays: without it the line would end the quote.
  return line.includes('{') && attributeLine.test(line.trimEnd()) ? line.replace(/[^>\s]/g, ' ') : line;
}

function blanks(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
