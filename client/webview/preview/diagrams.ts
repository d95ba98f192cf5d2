import { lazyChunk } from './lazyChunk.ts';
import type { DiagramTheme } from './mermaid.ts';
import { sanitize } from './sanitize.ts';

/** What came of a diagram's source. */
type Drawing = { readonly svg: string } | { readonly error: string };

/** The drawings of Mermaid diagrams. Each is drawn once for its source and theme. */
export interface Diagrams {
  /**
   * Puts the drawings into the new nodes of a block; until a diagram is drawn, its last drawing is shown, or its source.
   *
   * @param block the key of the block, by which its diagrams are known again
   */
  show(nodes: ParentNode, block: number): void;
  /** Blocks are shown no more. */
  forget(isGone: (block: number) => boolean): void;
}

/** What is a diagram in Mermaid's language. */
export const mermaidDiagrams = 'div.mermaid';

/** A diagram of a block: what it is drawn by, and its last drawing. */
interface ShownDiagram {
  readonly key: string;
  readonly drawing: Drawing | undefined;
}

/** `redraw` is called when drawings are ready. */
export function createDiagrams(redraw: () => void): Diagrams {
  const mermaid = lazyChunk<typeof import('./mermaid.ts')>('mermaid.js', redraw);
  const drawings = new Map<string, Drawing>();
  const shown = new Map<number, readonly ShownDiagram[]>();
  let drawn = 0;
  let queue = Promise.resolve();
  const waiting = new Set<string>();

  async function draw(key: string, source: string, theme: DiagramTheme): Promise<void> {
    const place = drawingPlace();
    try {
      const svg = await mermaid()?.draw(`aux-mermaid-${drawn++}`, source, theme, place);
      if (svg !== undefined) drawings.set(key, { svg });
    } catch (error) {
      // Another page that is shown meanwhile takes the place away, which says nothing of the diagram.
      if (place.isConnected) drawings.set(key, { error: error instanceof Error ? error.message : String(error) });
    } finally {
      place.remove();
      waiting.delete(key);
      if (waiting.size === 0) redraw();
    }
  }

  function forgetDrawings(): void {
    const keys = new Set([...shown.values()].flat().map(({ key }) => key));
    for (const key of drawings.keys()) if (!keys.has(key)) drawings.delete(key);
  }

  return {
    show(nodes, block) {
      const diagrams = [...nodes.querySelectorAll(mermaidDiagrams)];
      const before = shown.get(block) ?? [];
      shown.delete(block);
      if (diagrams.length === 0) return;
      mermaid();
      const theme = themeOf(document.body);
      const taken = new Set([...shown.values()].flat().map(({ key }) => key));
      const next = diagrams.map((diagram, index): ShownDiagram => {
        const source = diagram.textContent;
        const key = freeKey(`${theme} ${source}`, taken);
        taken.add(key);
        const drawing = drawings.get(key);
        if (drawing === undefined && mermaid() !== undefined && !waiting.has(key)) {
          waiting.add(key);
          queue = queue.then(() => draw(key, source, theme));
        }
        const last = drawing ?? before[index]?.drawing;
        if (last !== undefined) show(diagram, last);
        return { key, drawing: last };
      });
      shown.set(block, next);
    },
    forget(isGone) {
      if (shown.size === 0 && drawings.size === 0) return;
      for (const block of shown.keys()) if (isGone(block)) shown.delete(block);
      forgetDrawings();
    },
  };
}

/** Twins have drawings of their own, since the ids in them must differ. */
function freeKey(name: string, taken: ReadonlySet<string>): string {
  for (let twin = 0; ; twin++) if (!taken.has(`${twin} ${name}`)) return `${twin} ${name}`;
}

function show(diagram: Element, drawing: Drawing): void {
  if ('svg' in drawing) {
    diagram.replaceChildren(sanitize(drawing.svg));
    diagram.classList.add('aux-drawn');
    return;
  }
  const message = document.createElement('p');
  message.className = 'aux-diagram-error';
  message.setAttribute('role', 'alert');
  message.textContent = drawing.error;
  const source = document.createElement('pre');
  source.textContent = diagram.textContent;
  diagram.replaceChildren(message, source);
  diagram.classList.add('aux-failed');
}

/** Out of sight, but in the body, where Mermaid looks for what it has made. */
function drawingPlace(): Element {
  const place = document.createElement('div');
  place.className = 'aux-drawing-place';
  place.setAttribute('aria-hidden', 'true');
  document.body.append(place);
  return place;
}

/** The kind of theme that VS Code says its body has. */
function themeOf({ classList }: Element): DiagramTheme {
  if (classList.contains('vscode-high-contrast-light')) return 'contrast-light';
  if (classList.contains('vscode-high-contrast')) return 'contrast-dark';
  return classList.contains('vscode-dark') ? 'dark' : 'light';
}
