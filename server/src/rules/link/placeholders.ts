/** The words that templates hold where something is to be filled in, as they are written in a text and in a URL. */
const placeholder = /(?<![A-Za-z0-9])(?:FILL[_-]IN|FILL[_-]ME[_-]IN|REPLACE[_-]ME|CHANGE[_-]ME)(?![A-Za-z0-9])/;

/** Whether a text still holds a template's placeholder. */
export function holdsPlaceholder(text: string | undefined): boolean {
  return text !== undefined && placeholder.test(text);
}
