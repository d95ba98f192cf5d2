const variationSelector = /\ufe0f/g;
const zeroWidthJoiner = '\u200d';

/**
 * An emoji as the image that twemoji 14 makes of it: named by its code points, without the variation selector where
 * there is no joiner. What twemoji does not know stays text, whole or in part.
 */
export function twemojiHtml(emoji: string): string {
  if (unknown.has(emoji)) return emoji;
  const parts = inParts.get(emoji);
  return parts === undefined
    ? image(emoji)
    : parts.map((part) => (part.isEmoji ? image(part.text) : part.text)).join('');
}

function image(emoji: string): string {
  const shown = emoji.includes(zeroWidthJoiner) ? emoji : emoji.replace(variationSelector, '');
  const code = [...shown].map((char) => char.codePointAt(0)?.toString(16)).join('-');
  return `<img class="emoji" draggable="false" alt="${emoji}" src="/_assets/svg/twemoji/${code}.svg"/>`;
}

/** Emoji that markdown-it-emoji 3 has names for and that came after twemoji 14: those of Unicode 15 and 15.1. */
const unknown: ReadonlySet<string> = new Set([
  '\u{1fae8}',
  '\u{1fa77}',
  '\u{1fa75}',
  '\u{1fa76}',
  '\u{1faf7}',
  '\u{1faf8}',
  '\u{1face}',
  '\u{1facf}',
  '\u{1fabd}',
  '\u{1fabf}',
  '\u{1fabc}',
  '\u{1fabb}',
  '\u{1fada}',
  '\u{1fadb}',
  '\u{1faad}',
  '\u{1faae}',
  '\u{1fa87}',
  '\u{1fa88}',
  '\u{1faaf}',
  '\u{1f6dc}',
]);

interface Part {
  readonly text: string;
  readonly isEmoji: boolean;
}

/** Sequences of which twemoji 14 knows only the parts. */
const inParts: ReadonlyMap<string, readonly Part[]> = new Map([
  sequence(['\u{1f441}\ufe0f', true], [zeroWidthJoiner, false], ['\u{1f5e8}\ufe0f', true]),
  sequence(['\u{1f426}', true], [zeroWidthJoiner, false], ['\u2b1b', true]),
  sequence(['\u267e', true], ['\ufe0f', false]),
]);

function sequence(...parts: readonly (readonly [text: string, isEmoji: boolean])[]): [string, readonly Part[]] {
  return [parts.map(([text]) => text).join(''), parts.map(([text, isEmoji]) => ({ text, isEmoji }))];
}
