import { BoundedCache } from '../../util/boundedCache.ts';
import { escapeText } from '../html/serialize.ts';
import { ownString } from '../ownString.ts';
import { renderToString } from './katex.ts';
import { braceArguments } from './katexArguments.ts';
import type { TexMacros } from './texMacros.ts';

/** What KaTeX hands to a macro that is a function; its types leave this open. */
interface MacroExpander {
  popToken(): object;
  consumeArgs(count: number): object[];
}

/** KaTeX's macros that write to the console, which may be the language server's own channel: only read past here. */
const silentMacros: TexMacros = {
  '\\message': (expander) => readPast(() => (expander as MacroExpander).consumeArgs(1)),
  '\\errmessage': (expander) => readPast(() => (expander as MacroExpander).consumeArgs(1)),
  '\\show': (expander) => readPast(() => (expander as MacroExpander).popToken()),
};

function readPast(read: () => unknown): string {
  read();
  return '';
}

/** Commands that the newest KaTeX knows and 0.12, the version of Wiki.js, does not. */
const newerCommands =
  'S|P|c|origof|imageof|phase|angl|angln|nonumber|notag|mathsfit|overbracket|underbracket|hbox|' +
  'operatornamewithlimits|reflectbox|mathreflectbox|emph|vcenter|mathstrut|underbar|dddot|ddddot|injlim|projlim|' +
  'varlimsup|varliminf|varinjlim|varprojlim|mapsfrom|sect|Braket|Set|set';
const newerEnvironments =
  'align|align\\*|alignat|alignat\\*|gather|gather\\*|equation|equation\\*|split|CD|[pbBvV]?matrix\\*';

/** Commands that were for mathematics alone in 0.12, within text. */
const newerInText = /\\(?:text(?:rm|sf|tt|normal|bf|md|it|up)?|[hf]box)\s*\{[^{}]*\\(?:sout|rule|vdots)(?![a-zA-Z@])/;

/** What 0.12 did not warn of but refuse: accents of text within maths. */
const strict = (code: string): 'error' | 'ignore' => (code === 'mathVsTextAccents' ? 'error' : 'ignore');

/** One control sequence, or a comment, in which there are none. */
const controlSequence = /%[^\n]*|\\(?:[a-zA-Z@]+|[^a-zA-Z@])/g;
const newerCommand = new RegExp(`^\\\\(?:${newerCommands})$`);
const newerEnvironment = new RegExp(`\\\\begin\\s*\\{(?:${newerEnvironments})\\}`);

/**
 * Sets TeX, chemical formulas (`\ce`, `\pu`) included, as HTML and MathML.
 *
 * @param macros what the page has defined so far
 * @returns undefined if it is no TeX for KaTeX 0.12, whose limits hold though the newest version does the work
 */
export function renderTex(tex: string, displayMode: boolean, macros: TexMacros): string | undefined {
  if (definesAny(macros)) return setTex(tex, displayMode, macros);
  const work = () => {
    const html = setTex(tex, displayMode, macros);
    return { value: html, mayBeKept: !definesAny(macros) };
  };
  return known.get(`${displayMode ? 'block' : 'inline'} ${tex}`, work, ownString);
}

/** What formulas have become that no definition has a say in: typing beside them should not set them again. */
const known = new BoundedCache<string>(4_000_000, ({ length }) => length);

function definesAny(macros: TexMacros): boolean {
  return Object.entries(macros).some(([name, macro]) => silentMacros[name] !== macro);
}

function setTex(tex: string, displayMode: boolean, macros: TexMacros): string | undefined {
  if (newerSyntaxIn(tex, macros) !== undefined) return undefined;
  try {
    const braced = braceArguments(tex, macros);
    if (braced === undefined) return undefined;
    const html = renderToString(braced, { displayMode, macros: Object.assign(macros, silentMacros), strict });
    return braced === tex ? html : withSource(html, tex);
  } catch {
    return undefined;
  }
}

/** Why TeX that `renderTex` has refused is none for KaTeX 0.12, in words that go on a sentence. */
export function reasonAgainstTex(tex: string, displayMode: boolean, macros: TexMacros): string {
  const newer = newerSyntaxIn(tex, macros);
  if (newer !== undefined) return `${newer} is newer than Wiki.js's KaTeX`;
  try {
    renderToString(tex, { displayMode, macros: { ...macros, ...silentMacros }, strict });
  } catch (error) {
    // The place that the message ends with counts characters of the formula alone.
    const message = error instanceof Error ? error.message : String(error);
    return message.replace(/^KaTeX parse error: /, '').replace(/ at (?:position \d+|end of input)\b[\s\S]*$/, '');
  }
  return 'an argument lacks its braces';
}

/** KaTeX repeats the TeX beside the MathML: that is the author's, without braces of ours. */
function withSource(html: string, tex: string): string {
  return html.replace(/(?<=<annotation encoding="application\/x-tex">)[^<]*/, () => escapeText(tex));
}

/** What of the TeX only newer versions of KaTeX know, if there is anything. */
function newerSyntaxIn(tex: string, macros: TexMacros): string | undefined {
  const code = tex.replace(/(?<!\\)%[^\n]*/g, '');
  const [construct] = newerEnvironment.exec(code) ?? newerInText.exec(code) ?? [];
  if (construct !== undefined) return construct;
  for (const [sequence] of tex.matchAll(controlSequence)) {
    if (/^\\[\n\r\t]$/.test(sequence) && !/\\(?:ce|pu)\b/.test(tex)) return 'a backslash before white space';
    if (newerCommand.test(sequence) && macros[sequence] === undefined && !isDefinedIn(tex, sequence)) return sequence;
  }
  return undefined;
}

function isDefinedIn(tex: string, command: string): boolean {
  const [, name = ''] = command.split('\\');
  return new RegExp(`\\\\(?:[egx]?def|let|(?:re)?newcommand|providecommand)\\s*\\{?\\s*\\\\${name}(?![a-zA-Z@])`).test(
    tex,
  );
}
