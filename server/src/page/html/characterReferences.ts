import { defaultTreeAdapter, parseFragment } from 'parse5';

/** Those that programs write for the characters that have to be escaped. */
const usual: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': '\u00a0',
};

const usualReference = /&(?:amp|lt|gt|quot|#39|nbsp);/g;

/** An `&` that begins neither one of them nor anything that an HTML parser could take for a reference. */
const unusual = /&(?!(?:amp|lt|gt|quot|#39|nbsp);|[^a-zA-Z0-9#]|$)/;

/**
 * Text of HTML with its character references decoded; other than the usual ones are left to parse5.
 *
 * @param text without `<`, return and NUL
 */
export function decodeText(text: string): string {
  if (!text.includes('&')) return text;
  if (!unusual.test(text)) return decodeUsual(text);
  const [paragraph] = parseFragment(`<p>${text}`).childNodes;
  const content = paragraph && defaultTreeAdapter.isElementNode(paragraph) ? paragraph.childNodes[0] : undefined;
  return content && defaultTreeAdapter.isTextNode(content) ? content.value : '';
}

/**
 * The same for an attribute's value.
 *
 * @param quote what stands around the value, and not in it
 */
export function decodeValue(value: string, quote: '"' | "'"): string {
  if (!value.includes('&')) return value;
  if (!unusual.test(value)) return decodeUsual(value);
  const [paragraph] = parseFragment(`<p a=${quote}${value}${quote}>`).childNodes;
  const attributes = paragraph && defaultTreeAdapter.isElementNode(paragraph) ? paragraph.attrs : [];
  return attributes[0]?.value ?? '';
}

function decodeUsual(text: string): string {
  return text.replace(usualReference, (reference) => usual[reference] ?? reference);
}
