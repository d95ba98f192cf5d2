import { lazyChunk } from './lazyChunk.ts';
import type { DiagramTheme } from './mermaid.ts';
import { sanitize } from './sanitize.ts';

/** What came of a diagram's source. */
type Drawing = { readonly svg: string } | { readonly error: string };

/**
 * Gives back what puts the drawings of Mermaid diagrams into a new page. Each is drawn once for its source and theme;
 * until then its last drawing is shown, or its source. `redraw` is called when drawings are ready.
 */
export function createDiagrams(redraw: () => void): (page: ParentNode) => void {
  const mermaid = lazyChunk<typeof import('./mermaid.ts')>('mermaid.js', redraw);
  const drawings = new Map<string, Drawing>();
  /** The drawing that each diagram of the page had last. */
  let last: (Drawing | undefined)[] = [];
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

  return (page) => {
    const diagrams = [...page.querySelectorAll('div.mermaid')];
    const theme = themeOf(document.body);
    const keys = keysOf(diagrams, theme);
    if (diagrams.length > 0) mermaid();
    last = diagrams.map((diagram, index) => {
      const key = keys[index] ?? '';
      const drawing = drawings.get(key);
      if (drawing === undefined && mermaid() !== undefined && !waiting.has(key)) {
        waiting.add(key);
        const source = diagram.textContent;
        queue = queue.then(() => draw(key, source, theme));
      }
      const shown = drawing ?? last[index];
      if (shown !== undefined) show(diagram, shown);
      return shown;
    });
    const current = new Set(keys);
    for (const key of drawings.keys()) if (!current.has(key)) drawings.delete(key);
  };
}

/** Twins have drawings of their own, since the ids in them must differ. */
function keysOf(diagrams: readonly Element[], theme: DiagramTheme): string[] {
  const seen = new Map<string, number>();
  return diagrams.map(({ textContent }) => {
    const occurrence = seen.get(textContent) ?? 0;
    seen.set(textContent, occurrence + 1);
    return `${theme} ${occurrence} ${textContent}`;
  });
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
