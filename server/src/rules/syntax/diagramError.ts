import type { Hazard } from '../../page/hazard.ts';
import { hazardsOf } from '../hazards.ts';
import type { Rule } from '../rule.ts';

export const diagramError: Rule = {
  code: 'syntax/diagram-error',
  severity: 'error',
  summary: 'A formula or a diagram that the site cannot draw.',
  explanation: `Formulas are set by KaTeX 0.12. What it cannot read is shown as TeX, without its dollar signs. A block that begins with
\`$$\` and is never closed takes in the rest of the page.

Diagrams are drawn by Mermaid 8.8, which is older than most of what is written about Mermaid: it knows \`graph\`, \`flowchart\`,
\`sequenceDiagram\`, \`classDiagram\`, \`stateDiagram\`, \`gantt\`, \`pie\`, \`erDiagram\`, \`journey\`, \`gitGraph\` and \`info\`. Others, such as
\`mindmap\` or \`timeline\`, are not drawn on the site, even if the preview here draws them. Mistakes within a diagram are told
in the preview, in its place.`,
  example: {
    wrong: '--- /water.md\n---\ntitle: Water\n---\n\nIt flows at $\\frac{1}{2$ metres.\n',
    right: '--- /water.md\n---\ntitle: Water\n---\n\nIt flows at $\\frac{1}{2}$ metres.\n',
  },
  check(page, _wiki, report) {
    for (const hazard of hazardsOf(page, 'maths-error', 'maths-unclosed', 'mermaid-unknown')) {
      report({ range: hazard.range, message: messageOf(hazard) });
    }
  },
};

type DrawingHazard = Extract<Hazard, { kind: 'maths-error' | 'maths-unclosed' | 'mermaid-unknown' }>;

function messageOf(hazard: DrawingHazard): string {
  switch (hazard.kind) {
    case 'maths-error':
      return `Wiki.js cannot set this formula, and shows its TeX: ${hazard.reason}.`;
    case 'maths-unclosed':
      return 'This formula has no closing $$, and takes in all that follows.';
    default:
      return hazard.diagram === ''
        ? 'There is no diagram in this block for the site to draw.'
        : `Wiki.js's Mermaid (8.8) has no diagram '${hazard.diagram}', so the site cannot draw it.`;
  }
}
