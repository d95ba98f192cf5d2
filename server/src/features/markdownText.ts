/** Text as Markdown that shows just this text, on one line. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()<>#+!|~&$-]/g, '\\$&');
}

/** Text as a Markdown code span. */
export function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const content = text.replace(/\s+/g, ' ');
  return /^`|`$/.test(content) ? `${fence} ${content} ${fence}` : `${fence}${content}${fence}`;
}

/** An image, as wide as a hover can show well. */
export function imageText(uri: string): string {
  return `![](${uri.replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'))}|width=240)`;
}
