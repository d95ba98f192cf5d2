import { codeBlocks, showCode } from './code.ts';
import { createDiagrams, mermaidDiagrams } from './diagrams.ts';
import { lazyChunk } from './lazyChunk.ts';

/** Makes of a page's code and diagrams what Wiki.js's own scripts make of them in a browser. */
export interface Enhancer {
  /** Does so in the new nodes of a block, by the block's key. */
  show(block: ParentNode, key: number): void;
  /** Blocks are shown no more. */
  forget(isGone: (key: number) => boolean): void;
}

/**
 * What an enhancer needs is loaded when a page first needs it; `redraw` is called when blocks in which a selector finds
 * something would now look better.
 */
export function createEnhancer(redraw: (selector: string) => void): Enhancer {
  const highlighter = lazyChunk<typeof import('./prism.ts')>('prism.js', () => redraw(codeBlocks));
  const diagrams = createDiagrams(() => redraw(mermaidDiagrams));
  return {
    show(block, key) {
      diagrams.show(block, key);
      showCode(block, highlighter);
    },
    forget: diagrams.forget,
  };
}
