// A script of its own in what ships: only pages with mathematics need it.
import katex from 'katex';
import 'katex/contrib/mhchem';

/** TeX, chemical formulas (`\ce`, `\pu`) included, as HTML and MathML. */
export const { renderToString } = katex;
