import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

const require = createRequire(import.meta.url);
const root = new URL('../../', import.meta.url);

interface ContributedGrammar {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo: readonly string[];
}

/** One token: zero-based columns and its scopes, outermost first. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly string[];
}

/** Tokenises Markdown as VS Code does: its own grammar, with the injections that package.json contributes, or without them. */
export async function createTokeniser(withInjections: boolean): Promise<(text: string) => Token[][]> {
  await loadEngine();
  const manifest = JSON.parse(await readFile(new URL('package.json', root), 'utf8'));
  const contributed: readonly ContributedGrammar[] = withInjections ? manifest.contributes.grammars : [];
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text: string) => new oniguruma.OnigString(text),
    }),
    getInjections: (scope) => contributed.filter((g) => g.injectTo.includes(scope)).map((g) => g.scopeName),
    loadGrammar: async (scope) => {
      const own = contributed.find((g) => g.scopeName === scope);
      const path = own ? new URL(own.path, root) : baseGrammar(scope);
      return path ? textmate.parseRawGrammar(await readFile(path, 'utf8'), `${scope}.json`) : null;
    },
  });
  const grammar = await registry.loadGrammar('text.html.markdown');
  if (!grammar) throw new Error('The Markdown grammar is missing');
  return (text) => {
    let state = textmate.INITIAL;
    return text.split('\n').map((line) => {
      const result = grammar.tokenizeLine(line, state);
      state = result.ruleStack;
      return result.tokens.map((t) => ({ start: t.startIndex, end: t.endIndex, scopes: t.scopes }));
    });
  };
}

let engine: Promise<void> | undefined;

function loadEngine(): Promise<void> {
  engine ??= readFile(require.resolve('vscode-oniguruma/release/onig.wasm')).then((wasm) => oniguruma.loadWASM(wasm));
  return engine;
}

const baseFiles: Readonly<Record<string, string>> = {
  'text.html.markdown': 'markdown',
  'text.html.derivative': 'html-derivative',
  'text.html.basic': 'html',
  'source.yaml': 'yaml',
  'source.css': 'css',
};

function baseGrammar(scope: string): string | undefined {
  const name = baseFiles[scope];
  return name && require.resolve(`tm-grammars/grammars/${name}.json`);
}
