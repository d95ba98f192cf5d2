/** A wiki written as text: the files, and where the cursor stands in one of them. */
export interface Fixture {
  /** Text by file, relative to the root; the cursor marks are taken out. */
  readonly files: ReadonlyMap<string, string>;
  /** The first `█` of the fixture, in UTF-16 offsets of its file's text. */
  readonly cursor: FixturePlace | undefined;
  /** Every `█`, in order. */
  readonly cursors: readonly FixturePlace[];
}

export interface FixturePlace {
  readonly file: string;
  readonly offset: number;
}

const separator = /^([ \t]*)--- \/(.+)$/;

/**
 * Reads a fixture. A line `--- /community/sigs.md` begins a file; `█` marks a cursor. Text before the first such line
 * must be blank, unless there is no such line at all: then the whole text is `page.md`.
 * The indentation of the first such line is taken from every line, so that fixtures can be indented with the test.
 * Every file ends with a line ending, except the last one where the closing backtick follows its text directly.
 */
export function parseFixture(text: string): Fixture {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => separator.test(line));
  if (first === -1) return fromTexts([['page.md', text]]);
  if (lines.slice(0, first).some((line) => line.trim() !== ''))
    throw new Error('text before the first file of a fixture');

  const indentation = separator.exec(lines[first] ?? '')?.[1] ?? '';
  const texts: [string, string][] = [];
  let file = '';
  let body: string[] = [];
  const finish = (isLast: boolean) => {
    if (file === '') return;
    // The last line of a template literal holds only the indentation of its closing backtick.
    if (isLast && body.at(-1)?.trim() === '') body[body.length - 1] = '';
    texts.push([file, body.join('\n') + (isLast ? '' : '\n')]);
  };
  for (const line of lines.slice(first)) {
    const own = line.startsWith(indentation) ? line.slice(indentation.length) : line;
    const match = separator.exec(own);
    if (match?.[2] === undefined) {
      body.push(own);
      continue;
    }
    finish(false);
    file = match[2];
    body = [];
  }
  finish(true);
  return fromTexts(texts.map(([name, content]) => [name, content === '\n' ? '' : content]));
}

function fromTexts(texts: readonly (readonly [string, string])[]): Fixture {
  const files = new Map<string, string>();
  const cursors: FixturePlace[] = [];
  for (const [file, marked] of texts) {
    const parts = marked.split('█');
    let offset = 0;
    for (const part of parts.slice(0, -1)) {
      offset += part.length;
      cursors.push({ file, offset });
    }
    files.set(file, parts.join(''));
  }
  return { files, cursor: cursors[0], cursors };
}
