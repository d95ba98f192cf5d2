/**
 * Decodes percent escapes as Node's `querystring.unescape` does, which Wiki.js reads URLs with: where the escapes are no
 * valid UTF-8, the good ones are decoded byte by byte and the bad ones stay. Never throws.
 */
export function unescapePercent(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return unescapeBytes(text);
  }
}

function unescapeBytes(text: string): string {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const escaped = /^%[0-9a-f]{2}/i.exec(text.slice(i, i + 3))?.[0];
    if (escaped === undefined) bytes.push(text.charCodeAt(i) & 0xff);
    else {
      bytes.push(Number.parseInt(escaped.slice(1), 16));
      i += 2;
    }
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes));
}

/** Decodes a URL's fragment as browsers do when they look for its id; what cannot be decoded stays as it is. */
export function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
