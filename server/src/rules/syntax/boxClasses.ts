const classes: ReadonlyMap<string, string> = new Map([
  ['tip', 'is-success'],
  ['success', 'is-success'],
  ['check', 'is-success'],
  ['important', 'is-warning'],
  ['warning', 'is-warning'],
  ['attention', 'is-warning'],
  ['caution', 'is-danger'],
  ['danger', 'is-danger'],
  ['error', 'is-danger'],
  ['bug', 'is-danger'],
]);

/** The class for quotes that is nearest to what other tools call a box: `tip`, `warning`. */
export function classOfBox(kind: string): string {
  return classes.get(kind.toLowerCase()) ?? 'is-info';
}
