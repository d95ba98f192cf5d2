import katex from 'katex';
import 'katex/contrib/mhchem';

/** What `\gdef` and its like have defined so far; KaTeX adds to it. */
export type TexMacros = Record<string, string>;

/** Sets TeX, chemical formulas (`\ce`, `\pu`) included, as HTML and MathML. Undefined if it is not valid TeX for KaTeX. */
export function renderTex(tex: string, displayMode: boolean, macros: TexMacros): string | undefined {
  try {
    return katex.renderToString(tex, { displayMode, macros, strict: 'ignore' });
  } catch {
    return undefined;
  }
}
