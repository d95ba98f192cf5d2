/** A file's text as Wiki.js reads it, apart from the byte order mark. */
export interface DecodedText {
  readonly text: string;
  /** Editors hide the mark, so it is no part of the text; Wiki.js keeps it and therefore finds no frontmatter. */
  readonly hasByteOrderMark: boolean;
}

/** Reads bytes as UTF-8; bytes that are none become U+FFFD, as in Node's own decoder, which Wiki.js uses. Never throws. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const hasByteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return { text: new TextDecoder('utf-8').decode(bytes), hasByteOrderMark };
}
