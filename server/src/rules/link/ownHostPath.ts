/**
 * The path, with query and fragment, of a URL that leads to the wiki's own site; undefined for every other URL.
 * Scheme (http or https) and letter case of the host do not matter to a browser, though Wiki.js takes such a link for an
 * external one (rules reference (d)).
 */
export function ownHostPath(url: string | undefined, host: string): string | undefined {
  const own = splitUrl(host.replace(/\/+$/, ''));
  const written = splitUrl(url ?? '');
  if (own === undefined || written === undefined || own.authority !== written.authority) return undefined;
  const { rest } = written;
  if (!rest.startsWith(own.rest)) return undefined;
  const path = rest.slice(own.rest.length);
  if (path === '') return '/';
  return path.startsWith('/') ? path : undefined;
}

function splitUrl(url: string): { authority: string; rest: string } | undefined {
  const parts = /^https?:\/\/([^/?#]+)(.*)$/is.exec(url);
  return parts === null ? undefined : { authority: (parts[1] ?? '').toLowerCase(), rest: parts[2] ?? '' };
}
