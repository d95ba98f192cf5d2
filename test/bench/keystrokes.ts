/** One change of a text, as a key or a completion makes it. */
export interface Keystroke {
  /** What is typed, and where in the page. */
  readonly name: string;
  /** UTF-16 offset in the text as it is by then. */
  readonly offset: number;
  readonly insert: string;
}

/** Kinds of typing by name: what comes before the cursor, and what is typed. */
const kinds: Readonly<Record<string, readonly [before: RegExp, insert: string]>> = {
  'in a word': [/\n\n[A-Z][a-z]+/g, 'x'],
  'new line': [/\n\n[A-Z][a-z]+ [a-z]+/g, '\n'],
  'new paragraph': [/[a-z]\.\n/g, '\n'],
  'list item': [/\n- [A-Z][^\n]*/g, '\n- '],
  'opening **': [/\n\n[A-Z][a-z]+ /g, '**'],
  'in maths': [/[^$]\$a_/g, '1'],
  'in code': [/\n```\w+\n[^\n]+/g, 'x'],
  'in a table': [/\n\| [A-Z][a-z]+/g, 'x'],
  'in a footnote': [/\n\[\^\w+\]: [A-Z]/g, 'x'],
  'in a heading': [/\n#+ [A-Z][a-z]+/g, 'x'],
};

const places = { start: 0, middle: 0.5, end: 0.94 };

/**
 * Typing of every kind that a page has room for, at its start, its middle and its end. Each change is typed on the text
 * that the ones before it have left.
 *
 * @param rounds how often everything is typed
 */
export function* keystrokes(page: string, rounds: number): Generator<Keystroke & { readonly text: string }> {
  let text = page;
  for (let round = 0; round < rounds; round++) {
    for (const [place, part] of Object.entries(places)) {
      for (const [kind, [before, insert]] of Object.entries(kinds)) {
        const offset = offsetAfter(before, text, Math.floor(part * text.length));
        if (offset === undefined) continue;
        text = text.slice(0, offset) + insert + text.slice(offset);
        yield { name: `${kind}, ${place}`, offset, insert, text };
      }
    }
  }
}

function offsetAfter(pattern: RegExp, text: string, from: number): number | undefined {
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  pattern.lastIndex = 0;
  return match === null ? undefined : match.index + match[0].length;
}
