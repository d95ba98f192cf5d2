/**
 * The text that a VS Code snippet inserts if every default is accepted. Knows placeholders with defaults, mirrors,
 * transforms with `g`, and `CURRENT_*` variables of a given moment: what our snippets use.
 */
export function expandSnippet(body: readonly string[], now = new Date('2026-11-23T10:20:30Z')): string {
  const text = body.join('\n');
  const defaults = new Map([...text.matchAll(/\$\{(\d+):([^}]*)\}/g)].map((m) => [m[1] ?? '', m[2] ?? '']));
  const iso = now.toISOString();
  const variables: Readonly<Record<string, string>> = {
    CURRENT_YEAR: iso.slice(0, 4),
    CURRENT_MONTH: iso.slice(5, 7),
    CURRENT_DATE: iso.slice(8, 10),
  };
  return text
    .replace(/\$\{(\d+)\/([^/]*)\/([^/]*)\/g\}/g, (_, index, pattern, by) =>
      (defaults.get(index) ?? '').replace(new RegExp(pattern, 'g'), by),
    )
    .replace(/\$\{(\d+)(?::[^}]*)?\}|\$(\d+)/g, (_, braced, bare) => defaults.get(braced ?? bare) ?? '')
    .replace(/\$\{(CURRENT_[A-Z]+)\}/g, (whole, name) => variables[name] ?? whole);
}
