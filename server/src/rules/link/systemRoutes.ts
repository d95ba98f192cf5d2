/** Whether Wiki.js itself answers for this file, whatever the wiki holds (rules reference (c)). */
export function isSystemFile(file: string): boolean {
  return /^(_assets|_userav)\/|^(favicon\.ico|robots\.txt|manifest\.json|browserconfig\.xml|logo[^/]*)$/.test(file);
}

/** Whether a path that is no page is nevertheless one of Wiki.js's own (rules reference (c)). */
export function isSystemRoute(path: string): boolean {
  return /^(login|logout|register|verify|healthz|graphql)$|^(_assets|_userav)\//.test(path);
}
