import { decodeValue } from './characterReferences.ts';
import type { Attribute } from './tree.ts';

/** HTML that is read from left to right, and what was read last. */
export interface PlainReader {
  readonly html: string;
  /** Offset of what comes next. */
  at: number;
  /** Of the last start tag, the first of each name; an array of that tag's own, if there are any. */
  attributes: Attribute[];
  isSelfClosing: boolean;
}

export const NEWLINE = 10;
const TAB = 9;
const FORM_FEED = 12;
const SPACE = 32;
const QUOTE = 34;
const APOSTROPHE = 39;
const SLASH = 47;
const EQUALS = 61;
const GREATER_THAN = 62;

/** Tags with more are left to the parser of all HTML, since here the time for each grows with their number. */
const mostAttributes = 100;

const none: Attribute[] = [];

/** For each ASCII character: 1 if names of plain elements have it, 2 if only names of plain attributes do, 4 if in upper case. */
const nameCharacters = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z0-9:._-]/.test(character)) return 1;
  if (/[A-Z]/.test(character)) return 4 | 1;
  return /[@#]/.test(character) ? 2 : 0;
});

/**
 * Reads a start tag whose `<` is next; gives its name in lower case. Undefined for what is no start tag, and for tags with
 * unusual characters in them.
 */
export function readStartTag(reader: PlainReader): string | undefined {
  const { html } = reader;
  const first = html.charCodeAt(reader.at + 1) | 32;
  if (first < 97 || first > 122) return undefined;
  reader.at++;
  const name = readName(reader, 1);
  reader.attributes = none;
  reader.isSelfClosing = false;
  for (;;) {
    const start = reader.at;
    const code = html.charCodeAt(start);
    if (code === GREATER_THAN) {
      reader.at++;
      return name;
    }
    if (code === SLASH) {
      reader.at++;
      reader.isSelfClosing = html.charCodeAt(reader.at) === GREATER_THAN;
    } else if (isSpace(code)) {
      reader.at = afterSpace(html, start);
      if (!isEndOrSlash(html.charCodeAt(reader.at)) && !readAttribute(reader)) return undefined;
    } else {
      return undefined;
    }
  }
}

/** Reads the end tag of an element of this name, if that is what comes next. */
export function readEndTag(reader: PlainReader, name: string): boolean {
  const { html } = reader;
  const nameStart = reader.at + 2;
  const nameEnd = nameStart + name.length;
  if (html.charCodeAt(nameEnd) !== GREATER_THAN) return false;
  if (!html.startsWith(name, nameStart) && html.slice(nameStart, nameEnd).toLowerCase() !== name.toLowerCase())
    return false;
  reader.at = nameEnd + 1;
  return true;
}

/** Reads a comment whose `<!` is next; undefined if it is none, or ends in an unusual way. */
export function readComment(reader: PlainReader): string | undefined {
  const { html, at } = reader;
  if (!html.startsWith('<!--', at)) return undefined;
  const end = html.indexOf('-->', at + 4);
  if (end < 0) return undefined;
  const value = html.slice(at + 4, end);
  if (/^-?>|^-|-$|--!/.test(value)) return undefined;
  reader.at = end + 3;
  return value;
}

/** Offset of the first character that is no white space of HTML. */
export function afterSpace(html: string, start: number): number {
  let at = start;
  while (isSpace(html.charCodeAt(at))) at++;
  return at;
}

function isSpace(code: number): boolean {
  return code === SPACE || code === NEWLINE || code === TAB || code === FORM_FEED;
}

function isEndOrSlash(code: number): boolean {
  return code === GREATER_THAN || code === SLASH;
}

function readName(reader: PlainReader, characters: number): string {
  const { html, at: start } = reader;
  let seen = 0;
  let at = start;
  for (;;) {
    const kind = nameCharacters[html.charCodeAt(at)] ?? 0;
    if ((kind & characters) === 0) break;
    seen |= kind;
    at++;
  }
  reader.at = at;
  const name = html.slice(start, at);
  return seen & 4 ? name.toLowerCase() : name;
}

function readAttribute(reader: PlainReader): boolean {
  const { html, attributes } = reader;
  const name = readName(reader, 1 | 2);
  if (name === '') return false;
  const value = readValue(reader);
  if (value === undefined) return false;
  if (attributes === none) {
    reader.attributes = [{ name, value }];
    return html.length > reader.at;
  }
  if (attributes.length === mostAttributes) return false;
  for (let i = 0; i < attributes.length; i++) if (attributes[i]?.name === name) return true;
  attributes.push({ name, value });
  return html.length > reader.at;
}

/** The value behind an attribute's name, without its quotes and decoded; empty if there is none. */
function readValue(reader: PlainReader): string | undefined {
  const { html } = reader;
  const equals = afterSpace(html, reader.at);
  if (html.charCodeAt(equals) !== EQUALS) return '';
  const start = afterSpace(html, equals + 1);
  const quote = html.charCodeAt(start);
  if (quote === QUOTE || quote === APOSTROPHE) {
    const character = quote === QUOTE ? '"' : "'";
    const end = html.indexOf(character, start + 1);
    if (end < 0) return undefined;
    reader.at = end + 1;
    return decodeValue(html.slice(start + 1, end), character);
  }
  let end = start;
  while (isUnquoted(html.charCodeAt(end))) end++;
  if (end === start) return undefined;
  reader.at = end;
  return html.slice(start, end);
}

/** Whether a value without quotes goes on: with what none needs to be decoded in it, and no sign that it is unusual. */
function isUnquoted(code: number): boolean {
  return code > SPACE && code < 128 && !/["'&<=>`]/.test(String.fromCharCode(code));
}
