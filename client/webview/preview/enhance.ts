import { showCode } from './code.ts';
import { createDiagrams } from './diagrams.ts';
import { lazyChunk } from './lazyChunk.ts';

/**
 * Makes of a new page's code and diagrams what Wiki.js's own scripts make of them in a browser. What that takes is loaded
 * when a page first needs it; `redraw` is called when the same page would now look better.
 */
export function createEnhancer(redraw: () => void): (page: ParentNode) => void {
  const highlighter = lazyChunk<typeof import('./prism.ts')>('prism.js', redraw);
  const drawDiagrams = createDiagrams(redraw);
  return (page) => {
    drawDiagrams(page);
    showCode(page, highlighter);
  };
}
