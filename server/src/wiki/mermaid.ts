/** The diagrams that Mermaid 8.8.2 draws, the version of Wiki.js: it looks at how their text begins. */
const knownDiagrams =
  /^(?:graph|flowchart|sequenceDiagram|gantt|classDiagram|stateDiagram|gitGraph|info|pie|erDiagram|journey)/;

/** The kind of diagram that a text says it is, and whether Wiki.js's Mermaid can draw such ones at all. Rules reference (f). */
export function mermaidKindOf(text: string): { readonly diagram: string; readonly isKnown: boolean } {
  const code = text
    .replace(/%%\{[\s\S]*?\}%%/g, '')
    .replace(/^\s*%%.*$/gm, '')
    .trimStart();
  return { diagram: /^[^\s;:{]+/.exec(code)?.[0] ?? '', isKnown: knownDiagrams.test(code) };
}
