const number = '([+-]?\\d*\\.?\\d+(?:e[+-]\\d+)?)';
const wholeNumber = new RegExp(`^\\s*${number}\\s*$`);
const product = new RegExp(`${number}\\s*([*/])\\s*${number}`);
const sum = new RegExp(`${number}\\s*([+-])\\s*${number}`);
const parentheses = /(\d)?\s*\(([^()]*)\)\s*/;
/** No page has a formula that is longer, and the work grows faster than the text. */
const maximalLength = 1000;

/**
 * The value of a formula with the four operations and parentheses, worked out on its text as string-math 1.2.2 does.
 *
 * @returns undefined if it is none
 */
export function calculate(formula: string): number | undefined {
  if (formula.length > maximalLength) return undefined;
  let rest = formula;
  while (!wholeNumber.test(rest)) {
    const simpler = simplify(rest);
    if (simpler === rest) return undefined;
    rest = simpler;
  }
  return Number(rest);
}

function simplify(formula: string): string {
  let text = formula;
  while (parentheses.test(text)) {
    text = text.replace(parentheses, (_match, factor: string | undefined, inner: string) => {
      const value = addUp(multiply(inner));
      return factor === undefined ? value : `${factor}*${value}`;
    });
  }
  return addUp(multiply(text));
}

function multiply(text: string): string {
  return repeat(text, product, (left, operator, right) => {
    const value = operator === '*' ? left * right : left / right;
    return value >= 0 ? `+${value}` : String(value);
  });
}

function addUp(text: string): string {
  const withOneSign = text.replace(/([+-])([+-])(\d|\.)/g, (_match, first: string, second: string, digit: string) => {
    return `${first === second ? '+' : '-'}${digit}`;
  });
  return repeat(withOneSign, sum, (left, operator, right) => String(operator === '+' ? left + right : left - right));
}

function repeat(
  text: string,
  pattern: RegExp,
  result: (left: number, operator: string, right: number) => string,
): string {
  let rest = text;
  while (pattern.test(rest)) {
    rest = rest.replace(pattern, (_match, left: string, operator: string, right: string) =>
      result(Number(left), operator, Number(right)),
    );
  }
  return rest;
}
