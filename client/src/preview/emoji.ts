/** An emoji as Wiki.js stores it: an image that only the site has. */
const emojiImage =
  /<img class="emoji" draggable="false" alt="([^"<>&]*)" src="\/_assets\/svg\/twemoji\/[^"<>]*"[^<>]*>/g;

/** The HTML with each emoji as the character that it stands for. */
export function withEmojiAsText(html: string): string {
  return html.replace(emojiImage, '<span class="emoji">$1</span>');
}
