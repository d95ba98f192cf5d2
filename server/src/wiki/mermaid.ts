/** The diagrams that Mermaid 8.8.2 draws, the version of Wiki.js: it looks at how their text begins. */
const knownDiagrams =
  /^(?:graph|flowchart|sequenceDiagram|gantt|classDiagram|stateDiagram|gitGraph|info|pie|erDiagram|journey)/;

/** The kind of diagram that a text says it is, and whether Wiki.js's Mermaid can draw such ones at all. Rules reference (f). */
export function mermaidKindOf(text: string): { readonly diagram: string; readonly isKnown: boolean } {
  const code = withoutComments(text);
  return { diagram: /^[^\s;:{]+/.exec(code)?.[0] ?? '', isKnown: knownDiagrams.test(code) };
}

/** A diagram's text from its first line on that is neither a comment nor a setting. */
function withoutComments(text: string): string {
  let code = text.trimStart();
  while (code.startsWith('%%')) {
    const end = code.startsWith('%%{') ? code.indexOf('}%%') + '}%%'.length : code.indexOf('\n') + 1;
    if (end <= '%%'.length) return '';
    code = code.slice(end).trimStart();
  }
  return code;
}
