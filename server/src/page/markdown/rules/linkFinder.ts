import {
  afterHttp,
  afterMailto,
  afterSlashes,
  beforeFuzzyLink,
  beforeMail,
  beforeSchema,
  fuzzyLink,
  hostHint,
  mailHost,
  mailName,
  schemaName,
} from './linkPatterns.ts';

/** A link found in plain text. Offsets are of that text. */
export interface FoundLink {
  /** `http:`, `//` and so on in lower case; empty for a link without one, `mailto:` for a bare address. */
  schema: string;
  index: number;
  lastIndex: number;
  raw: string;
  text: string;
  /** With the scheme that the author left out. */
  url: string;
}

interface Candidate {
  readonly schema: string;
  readonly start: number;
  readonly end: number;
}

/** A text with what the searches in it found last: each looks at every part of the text only once. */
interface Scan {
  readonly text: string;
  fuzzy: { readonly at: number; readonly candidate: Candidate | undefined } | undefined;
  hint: number | undefined;
  mail: Candidate | 'none' | undefined;
}

const anySchema = new RegExp(schemaName, 'i');
const schemaPattern = new RegExp(`(?:^|${beforeSchema})(?:${schemaName})`, 'i');
const anyHint = new RegExp(hostHint, 'i');
const hintPattern = new RegExp(hostHint, 'ig');
const fuzzyAtStart = new RegExp(fuzzyLink, 'iy');
const fuzzyLater = new RegExp(`(${beforeFuzzyLink})(?:${fuzzyLink})`, 'ig');
const schemaAtStart = new RegExp(schemaName, 'iy');
const schemaLater = new RegExp(`(${beforeSchema})(${schemaName})`, 'ig');
const mailAtStart = new RegExp(`${mailName}${mailHost.source}`, 'iy');
const mailSeparator = new RegExp(beforeMail);
const mailNameChar = /[-;:&=+$,".a-zA-Z0-9_]/;

/** Whether a text may hold a link at all: a quick look that linkify-it 3 gives to the source of a block. */
export function mayHoldLink(text: string): boolean {
  return text.includes('@') || (anySchema.test(text) && schemaPattern.test(text)) || anyHint.test(text);
}

/**
 * All links in a text as linkify-it 3 finds them, with which Wiki.js works: links with a scheme, fuzzy links such as
 * `example.com` and e-mail addresses. After each link the search starts anew, as if the text began there.
 */
export function findLinks(text: string): FoundLink[] {
  const links: FoundLink[] = [];
  const scan: Scan = { text, fuzzy: undefined, hint: undefined, mail: undefined };
  let from = 0;
  for (let next = nextLink(scan, from); next !== undefined; next = nextLink(scan, from)) {
    const raw = text.slice(next.start, next.end);
    links.push({
      schema: next.schema,
      index: next.start,
      lastIndex: next.end,
      raw,
      text: raw,
      url: withScheme(next.schema, raw),
    });
    from = next.end;
  }
  return links;
}

function withScheme(schema: string, raw: string): string {
  if (schema === '') return `http://${raw}`;
  return schema === 'mailto:' && !/^mailto:/i.test(raw) ? `mailto:${raw}` : raw;
}

function nextLink(scan: Scan, from: number): Candidate | undefined {
  const hint = nextHint(scan, from);
  const fuzzy = hint === undefined ? undefined : nextFuzzyLink(scan, from);
  const mail = nextMail(scan, from);
  // A link with a scheme beyond these could win over neither of the others.
  const fuzzyBound = fuzzy === undefined || hint === undefined ? scan.text.length : Math.max(fuzzy.start, hint);
  const bound = mail !== undefined && (fuzzy === undefined || mail.start < fuzzy.start) ? mail.start : fuzzyBound;

  let best = nextSchemaLink(scan.text, from, bound);
  if (
    fuzzy !== undefined &&
    hint !== undefined &&
    (best === undefined || (hint < best.start && fuzzy.start < best.start))
  ) {
    best = fuzzy;
  }
  if (mail === undefined || best === undefined) return best ?? mail;
  const mailWins = mail.start < best.start || (mail.start === best.start && mail.end > best.end);
  return mailWins ? mail : best;
}

function nextHint(scan: Scan, from: number): number | undefined {
  if (scan.hint === undefined || scan.hint < from) {
    hintPattern.lastIndex = from;
    scan.hint = hintPattern.exec(scan.text)?.index ?? Number.POSITIVE_INFINITY;
  }
  return scan.hint === Number.POSITIVE_INFINITY ? undefined : scan.hint;
}

function nextFuzzyLink(scan: Scan, from: number): Candidate | undefined {
  fuzzyAtStart.lastIndex = from;
  if (fuzzyAtStart.test(scan.text)) return { schema: '', start: from, end: fuzzyAtStart.lastIndex };
  if (scan.fuzzy === undefined || scan.fuzzy.at < from) {
    fuzzyLater.lastIndex = from;
    const match = fuzzyLater.exec(scan.text);
    const start = match === null ? 0 : match.index + (match[1]?.length ?? 0);
    scan.fuzzy =
      match === null
        ? { at: Number.POSITIVE_INFINITY, candidate: undefined }
        : { at: match.index, candidate: { schema: '', start, end: match.index + match[0].length } };
  }
  return scan.fuzzy.candidate;
}

function nextSchemaLink(text: string, from: number, bound: number): Candidate | undefined {
  schemaAtStart.lastIndex = from;
  if (schemaAtStart.test(text)) {
    const candidate = schemaLinkAt(text, from, schemaAtStart.lastIndex, from);
    if (candidate !== undefined) return candidate;
    schemaLater.lastIndex = schemaAtStart.lastIndex;
  } else {
    schemaLater.lastIndex = from;
  }
  for (let match = schemaLater.exec(text); match !== null; match = schemaLater.exec(text)) {
    const start = match.index + (match[1]?.length ?? 0);
    if (start > bound) return undefined;
    const candidate = schemaLinkAt(text, start, schemaLater.lastIndex, from);
    if (candidate !== undefined) return candidate;
  }
  return undefined;
}

function schemaLinkAt(text: string, start: number, afterSchema: number, from: number): Candidate | undefined {
  const schema = text.slice(start, afterSchema).toLowerCase();
  const rest = schema === '//' ? afterSlashes : schema === 'mailto:' ? afterMailto : afterHttp;
  rest.lastIndex = afterSchema;
  if (!rest.test(text)) return undefined;
  const isPartOfScheme = schema === '//' && start - 1 >= from && /[:/]/.test(text.charAt(start - 1));
  return isPartOfScheme ? undefined : { schema, start, end: rest.lastIndex };
}

function nextMail(scan: Scan, from: number): Candidate | undefined {
  mailAtStart.lastIndex = from;
  if (mailAtStart.test(scan.text)) return { schema: 'mailto:', start: from, end: mailAtStart.lastIndex };
  if (scan.mail === undefined || (scan.mail !== 'none' && scan.mail.start <= from))
    scan.mail = findMail(scan.text, from) ?? 'none';
  return scan.mail === 'none' ? undefined : scan.mail;
}

/** The first address behind a separator at or after an offset, looked for from its `@` backwards. */
function findMail(text: string, from: number): Candidate | undefined {
  for (let at = text.indexOf('@', from); at >= 0; at = text.indexOf('@', at + 1)) {
    const start = startOfMailName(text, from, at);
    mailHost.lastIndex = at;
    if (start !== undefined && mailHost.test(text)) return { schema: 'mailto:', start, end: mailHost.lastIndex };
  }
  return undefined;
}

function startOfMailName(text: string, from: number, at: number): number | undefined {
  let start: number | undefined;
  for (let i = at - 1; i > from && mailNameChar.test(text.charAt(i)); i--) {
    if (text.charAt(i) !== '"' && mailSeparator.test(text.charAt(i - 1))) start = i;
  }
  return start;
}
