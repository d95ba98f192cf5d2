/** What separates variables of a shell or of a program, but ends no formula. */
const endsBetweenVariables = /[/:="(,;@+\-*>&|~%#?.]$/;

/** Two words with nothing but a space between them, or one after a comma: a formula says such things in a command for text. */
const prose = /(?<!\p{L})\p{L}{3,} +\p{L}{3,}(?![\p{L}(])|[;,.!?] +\p{L}{4,}(?![\p{L}(])/u;

/** Words of formulas that authors write without their backslash. */
const wordOfFormula =
  /\b(?:sin|cos|tan|cot|sec|csc|sinh|cosh|tanh|log|exp|lim|max|min|sup|inf|det|gcd|mod|alpha|beta|gamma|delta|epsilon|theta|lambda|mu|phi|psi|rho|sigma|omega|choose|otherwise|where|and|for|if)\b/i;

/**
 * Whether text between dollar signs is mathematics only for the parser: `$out/bin:$PATH`, `$b; costs 5$`. Doubt speaks
 * for mathematics.
 *
 * @param next the character behind the closing dollar sign
 */
export function isAccident(tex: string, next: string): boolean {
  if (/[\p{L}_{(]/u.test(next) && endsBetweenVariables.test(tex)) return true;
  return !/[\\^_=]/.test(tex) && prose.test(tex) && !wordOfFormula.test(tex);
}
