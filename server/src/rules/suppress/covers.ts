/** Whether a code in a comment, or none at all, means a rule. What comments themselves do wrong must be named. */
export function covers(named: string | undefined, code: string): boolean {
  if (named === undefined) return !code.startsWith('suppress/');
  return named === code || code.startsWith(`${named}/`);
}

/** Whether there is a rule that both mean. */
export function overlap(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return true;
  return covers(a, b) || covers(b, a);
}
