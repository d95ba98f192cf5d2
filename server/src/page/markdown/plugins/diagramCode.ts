import { deflateRaw, deflateZlib } from '../deflate/deflate.ts';

const plantumlAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
const urlSafeAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A diagram's text in PlantUML's own form for URLs: deflated, three bytes to four characters. */
export function encodePlantuml(text: string): string {
  return encode(deflateRaw(new TextEncoder().encode(text)), plantumlAlphabet);
}

/** A diagram's text in Kroki's form for URLs: compressed by zlib, in base64 for URLs with padding. */
export function encodeKroki(text: string): string {
  const bytes = deflateZlib(new TextEncoder().encode(text));
  const missing = (3 - (bytes.length % 3)) % 3;
  const encoded = encode(bytes, urlSafeAlphabet);
  return encoded.slice(0, encoded.length - missing) + '='.repeat(missing);
}

/** Four characters for every three bytes, the last ones filled up with zeros. */
function encode(bytes: Uint8Array, alphabet: string): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const bits = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    for (const shift of [18, 12, 6, 0]) text += alphabet.charAt((bits >> shift) & 63);
  }
  return text;
}
