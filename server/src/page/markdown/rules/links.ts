import type { MarkdownIt } from 'markdown-it';
import punycode from 'punycode.js';
import { unescapeAll } from './unescape.ts';

/** Parentheses within each other in a destination. Wiki.js has no limit; ours keeps many unclosed links from taking long. */
const maximalDepth = 200;

const encodedHostProtocols = ['http:', 'https:', 'mailto:'];

/** A link destination as it goes into the HTML: host in punycode, percent-encoded as a whole, brackets of an IPv6 host too. */
export function normalizeLink(md: MarkdownIt, url: string): string {
  const { mdurl } = md.utils.lib;
  return mdurl.encode(mdurl.format(withHost(mdurl.parse(url, true), punycode.toASCII)));
}

/** A link's destination as its text: host in Unicode, percent-decoded, `%25` included. */
export function normalizeLinkText(md: MarkdownIt, url: string): string {
  const { mdurl } = md.utils.lib;
  return mdurl.decode(mdurl.format(withHost(mdurl.parse(url, true), punycode.toUnicode)));
}

function withHost<Url extends { hostname: string | null; protocol: string | null }>(
  url: Url,
  convert: (host: string) => string,
): Url {
  if (!url.hostname || (url.protocol && !encodedHostProtocols.includes(url.protocol))) return url;
  try {
    url.hostname = convert(url.hostname);
  } catch {
    // A host that punycode cannot express stays as it is written.
  }
  return url;
}

/** Where a link destination ends, and what it says. A backslash keeps even a space in it, as before CommonMark 0.30. */
export function parseLinkDestination(
  text: string,
  start: number,
  max: number,
): { ok: boolean; pos: number; str: string } {
  const end =
    text.charCodeAt(start) === 0x3c ? endInBrackets(text, start, max) : endOfBareDestination(text, start, max);
  if (end === undefined) return { ok: false, pos: 0, str: '' };
  const isBracketed = text.charCodeAt(start) === 0x3c;
  const str = isBracketed ? text.slice(start + 1, end - 1) : text.slice(start, end);
  return { ok: true, pos: end, str: unescapeAll(str) };
}

function endInBrackets(text: string, start: number, max: number): number | undefined {
  for (let at = start + 1; at < max; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a) return undefined;
    if (code === 0x3e) return at + 1;
    if (code === 0x5c && at + 1 < max) at++;
  }
  return undefined;
}

function endOfBareDestination(text: string, start: number, max: number): number | undefined {
  let depth = 0;
  let at = start;
  for (; at < max; at++) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || code === 0x7f) break;
    if (code === 0x5c && at + 1 < max) at++;
    else if (code === 0x28 && ++depth > maximalDepth) return undefined;
    else if (code === 0x29 && --depth < 0) break;
  }
  return at === start || depth > 0 ? undefined : Math.min(at, max);
}

/** What markdown-it's rules ask of the parser of a link title. */
export interface LinkTitle {
  ok: boolean;
  can_continue: boolean;
  pos: number;
  str: string;
  marker: number;
}

/** Where a link title ends, and what it says. One in parentheses may hold an opening one. */
export function parseLinkTitle(text: string, start: number, max: number): LinkTitle {
  const failed = { ok: false, can_continue: false, pos: 0, str: '', marker: 0 };
  if (start >= max || !/["'(]/.test(text.charAt(start))) return failed;
  const opening = text.charCodeAt(start);
  const marker = opening === 0x28 ? 0x29 : opening;
  for (let at = start + 1; at < max; at++) {
    const code = text.charCodeAt(at);
    if (code === marker) {
      return { ok: true, can_continue: false, pos: at + 1, str: unescapeAll(text.slice(start + 1, at)), marker };
    }
    if (code === 0x5c && at + 1 < max) at++;
  }
  return failed;
}
