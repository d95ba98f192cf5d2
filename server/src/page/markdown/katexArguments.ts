import type { TexMacros } from './texMacros.ts';

const wordsOf = (text: string): string[] => text.trim().split(/\s+/);

/**
 * How a command of KaTeX 0.12 binds. There, an argument without braces may be a command with arguments of its own, if
 * that binds more tightly than the command it is an argument of; `^` and `_` bind as 1. The newest KaTeX reads a single
 * token instead.
 */
interface Binding {
  readonly tightness: number;
  readonly argumentCount: number;
  /** Whether it is a macro, which takes single tokens whatever they are. */
  readonly isMacro: boolean;
}

function bindings(
  tightness: number,
  argumentCount: number,
  names: string,
  { isMacro = false } = {},
): [string, Binding][] {
  return wordsOf(names).map((name) => [`\\${name}`, { tightness, argumentCount, isMacro }]);
}

function shades(colors: string, letters: string): string {
  return wordsOf(colors)
    .flatMap((color) => [...letters].map((letter) => color + letter))
    .join(' ');
}

const commands = new Map<string, Binding>([
  ...bindings(
    1,
    1,
    `acute grave ddot tilde bar breve check hat vec dot mathring widecheck widehat widetilde overrightarrow overleftarrow
    Overrightarrow overleftrightarrow overgroup overlinesegment overleftharpoon overrightharpoon underleftarrow
    underrightarrow underleftrightarrow undergroup underlinesegment utilde cancel bcancel xcancel mathord mathbin mathrel
    mathopen mathclose mathpunct mathinner overbrace underbrace mathllap mathrlap mathclap mathop operatorname overline sout
    phantom hphantom vphantom smash sqrt underline xleftarrow xrightarrow xLeftarrow xRightarrow xleftrightarrow
    xLeftrightarrow xhookleftarrow xhookrightarrow xmapsto xlongequal xrightharpoondown xrightharpoonup xleftharpoondown
    xleftharpoonup xrightleftharpoons xleftrightharpoons xtwoheadrightarrow xtwoheadleftarrow xtofrom xrightleftarrows
    xrightequilibrium xleftequilibrium`,
  ),
  ...bindings(1, 2, 'stackrel overset underset'),
  ...bindings(
    2,
    1,
    `Bbb mathbb bold mathbf frak mathfrak mathrm mathit mathnormal mathcal mathscr mathsf mathtt boldsymbol bm text textrm
    textsf texttt textnormal textbf textmd textit textup`,
  ),
  ...bindings(2, 1, 'pod pmod mod', { isMacro: true }),
  ...bindings(2, 2, 'cfrac dfrac frac tfrac dbinom binom tbinom'),
  ...bindings(3, 1, 'color'),
  ...bindings(3, 1, 'blue orange pink red green gray purple kaBlue kaGreen', { isMacro: true }),
  ...bindings(3, 1, shades('blue teal green gold red maroon purple', 'ABCDE'), { isMacro: true }),
  ...bindings(3, 1, `${shades('mint', 'ABC')} ${shades('gray', 'ABCDEFGHI')}`, { isMacro: true }),
  ...bindings(3, 2, 'textcolor colorbox'),
]);

/** Commands without arguments that 0.12 refuses as an argument without braces, though the newest KaTeX reads them. */
const refused = new Set(
  wordsOf(`coprod bigvee bigwedge biguplus bigcap bigcup int intop iint iiint prod sum bigotimes bigoplus bigodot oint oiint
  oiiint bigsqcup smallint imath jmath rm sf tt bf it cal over choose atop brace brack arcsin arccos arctan arctg arcctg arg
  ch cos cosec cosh cot cotg coth csc ctg cth deg dim exp hom ker lg ln log sec sin sinh sh tan tanh tg th det gcd inf lim
  max min Pr sup tiny sixptsize scriptsize footnotesize small normalsize large Large LARGE huge Huge displaystyle textstyle
  scriptstyle scriptscriptstyle not neq ne notin notni ulcorner urcorner llcorner lrcorner vdots iff implies impliedby dotsi
  thinspace medspace thickspace negthinspace negmedspace negthickspace enspace enskip quad qquad bmod newline vcentcolon
  dblcolon coloneqq Coloneqq coloneq Coloneq eqqcolon Eqqcolon eqcolon Eqcolon colonapprox Colonapprox colonsim Colonsim
  ratio coloncolon colonequals coloncolonequals equalscolon equalscoloncolon colonminus coloncolonminus minuscolon
  minuscoloncolon coloncolonapprox coloncolonsim simcolon simcoloncolon approxcolon approxcoloncolon limsup liminf gvertneqq
  lvertneqq ngeqq ngeqslant nleqq nleqslant nshortmid nshortparallel nsubseteqq nsupseteqq varsubsetneq varsubsetneqq
  varsupsetneq varsupsetneqq llbracket rrbracket lBrace rBrace minuso argmin argmax plim`).map((name) => `\\${name}`),
);

/** The same where the argument is one of a command of tightness 2: they stand for a command that binds no tighter. */
const refusedInTight = new Set(
  wordsOf(`Bbbk varGamma varDelta varTheta varLambda varXi varPi varSigma varUpsilon varPhi varPsi varOmega TeX LaTeX KaTeX
  N R Z Alpha Beta Chi cnums Complex Epsilon Eta Iota Kappa Mu natnums Nu Omicron reals Reals Rho Tau Zeta`).map(
    (name) => `\\${name}`,
  ),
);

/** Commands that may have an argument in brackets before their others. */
const hasOption = /^\\(?:sqrt$|smash$|x.*(?:arrow|harpoon|equal|equilibrium))/;

/** TeX in which a token is not always what it looks like: definitions, chemical formulas, verbatim text, comments. */
const unreadable =
  /\\(?:[egx]?def|g?let|(?:re)?newcommand|providecommand|ce|pu|verb|char|href|url)(?![a-zA-Z@])|(?<!\\)[%#]/;

/**
 * The same TeX with braces around each argument that is a command with arguments, as KaTeX 0.12 would read it.
 *
 * @param macros what the page has defined: how such a command binds is not known, so it is left alone
 * @returns undefined if 0.12 refuses an argument without braces
 */
export function braceArguments(tex: string, macros: TexMacros): string | undefined {
  if (unreadable.test(tex)) return tex;
  const tokens: readonly string[] = tex.match(/\\(?:[a-zA-Z@]+|.)|\s+|./gsu) ?? [];
  const reader: Reader = { tokens, macros, lastBracket: tokens.lastIndexOf(']'), next: 0, isRefused: false };
  let braced = '';
  while (reader.next < tokens.length) braced += readToken(reader);
  return reader.isRefused ? undefined : braced;
}

interface Reader {
  readonly tokens: readonly string[];
  readonly macros: TexMacros;
  /** Where the last `]` is. */
  readonly lastBracket: number;
  next: number;
  isRefused: boolean;
}

/** The next token, with its arguments if it is a command that takes some, or the whole group that it opens. */
function readToken(reader: Reader): string {
  const token = reader.tokens[reader.next++] ?? '';
  if (token === '{') return token + readGroup(reader);
  if (token === '^' || token === '_') return token + readArgument(reader, 1);
  const binding = bindingOf(token, reader);
  if (binding === undefined) return token;
  return token + (hasOption.test(token) ? readOption(reader) : '') + readArguments(reader, binding);
}

function bindingOf(token: string, { macros }: Reader): Binding | undefined {
  return macros[token] === undefined ? commands.get(token) : undefined;
}

/** What is left of a group, its closing brace included. */
function readGroup(reader: Reader): string {
  let read = '';
  while (reader.next < reader.tokens.length && reader.tokens[reader.next] !== '}') read += readToken(reader);
  return read + (reader.tokens[reader.next++] ?? '');
}

function readArguments(reader: Reader, { tightness, argumentCount, isMacro }: Binding): string {
  let read = '';
  for (let count = 0; count < argumentCount; count++) {
    read += isMacro ? readSingle(reader) : readArgument(reader, tightness);
  }
  return read;
}

/** A group, or one token. */
function readSingle(reader: Reader): string {
  const space = readSpace(reader);
  const token = reader.tokens[reader.next];
  if (token === undefined || token === '}') return space;
  reader.next++;
  return space + token + (token === '{' ? readGroup(reader) : '');
}

function readSpace(reader: Reader): string {
  return /^\s/.test(reader.tokens[reader.next] ?? '') ? (reader.tokens[reader.next++] ?? '') : '';
}

/** An argument in brackets, as of `\sqrt[3]{x}`. */
function readOption(reader: Reader): string {
  if (reader.tokens[reader.next] !== '[' || reader.next > reader.lastBracket) return '';
  const end = reader.tokens.indexOf(']', reader.next);
  const option = reader.tokens.slice(reader.next, end + 1).join('');
  reader.next = end + 1;
  return option;
}

function readArgument(reader: Reader, tightness: number): string {
  const space = readSpace(reader);
  const token = reader.tokens[reader.next];
  if (token === undefined || token === '}') return space;
  if (reader.macros[token] === undefined && isRefused(token, tightness)) reader.isRefused = true;
  const binding = bindingOf(token, reader);
  const isTighter = binding !== undefined && binding.tightness > tightness;
  return isTighter ? `${space}{${readToken(reader)}}` : space + readToken(reader);
}

function isRefused(token: string, tightness: number): boolean {
  return refused.has(token) || (tightness > 1 && refusedInTight.has(token));
}
