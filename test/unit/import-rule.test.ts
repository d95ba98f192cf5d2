import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Which parts of `server/src` each part may import, beside itself. What stands in no list may import all of them. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  util: [],
  wiki: ['util'],
  page: ['util', 'wiki'],
  index: ['util', 'wiki', 'page'],
  edits: ['util', 'wiki', 'page', 'index'],
  rules: ['util', 'wiki', 'page', 'index', 'edits'],
  render: ['util', 'wiki', 'page', 'index'],
  remark: ['util', 'wiki', 'page', 'edits'],
  features: ['util', 'wiki', 'page', 'index', 'edits', 'rules', 'render', 'protocol.ts'],
  'protocol.ts': ['util', 'wiki', 'page', 'index', 'edits', 'rules'],
};
const entryPoints = ['node.ts', 'node', 'browser.ts', 'cli.ts', 'cli'];
const engine = ['util', 'wiki', 'page', 'index', 'edits', 'rules', 'render', 'remark'];

/** Source files by their path in the project, with `/`. */
type Sources = ReadonlyMap<string, string>;

/** What a file imports or re-exports: relative ones as paths in the project, packages by name. */
function importsOf(path: string, text: string): string[] {
  const code = withoutComments(text);
  const from = [...code.matchAll(/^\s*(?:import|export|\})[^;'"]*?\bfrom\s*['"]([^'"]+)['"]/gm)];
  const bare = [
    ...code.matchAll(/^\s*import\s*['"]([^'"]+)['"]/gm),
    ...code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g),
  ];
  return [...from, ...bare].map(([, name = '']) => (name.startsWith('.') ? posix.join(dirname(path), name) : name));
}

function withoutComments(text: string): string {
  return text.replace(/^\s*\/\*[\s\S]*?\*\//gm, '').replace(/^\s*\/\/.*$/gm, '');
}

/** The folder or file directly in `server/src` that a path lies in; undefined elsewhere. */
function partOf(path: string): string | undefined {
  return /^server\/src\/([^/]+)/.exec(path)?.[1];
}

function wrongDirections(sources: Sources): string[] {
  return each(sources, (path, imported) => {
    const [from, to] = [partOf(path), partOf(imported)];
    if (to === undefined || from === to) return false;
    if (from === undefined) return path.startsWith('client/') && to !== 'protocol.ts';
    const allowed = mayImport[from];
    if (allowed !== undefined) return !allowed.includes(to);
    return entryPoints.includes(to) && !entryPoints.includes(from);
  });
}

function foreignImports(sources: Sources): string[] {
  return each(sources, (path, imported) => {
    const part = partOf(path) ?? '';
    const isEngine = engine.includes(part);
    if (!isEngine && part !== 'features' && part !== 'protocol.ts') return false;
    if (/^(node:|vscode$|vscode-languageclient)/.test(imported)) return true;
    return isEngine && /^vscode-(languageserver|jsonrpc)(?!-textdocument)/.test(imported);
  });
}

function each(sources: Sources, isWrong: (path: string, imported: string) => boolean): string[] {
  return [...sources].flatMap(([path, text]) =>
    importsOf(path, text)
      .filter((imported) => isWrong(path, imported))
      .map((imported) => `${path} imports ${imported}`),
  );
}

/** Every import cycle that a walk meets, as the path around it. */
function cycles(sources: Sources): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    if (trail.includes(path) || done.has(path)) return;
    for (const imported of importsOf(path, sources.get(path) ?? '')) {
      if (sources.has(imported)) visit(imported, [...trail, path]);
    }
    done.add(path);
  };
  for (const path of sources.keys()) visit(path, []);
  return found;
}

function barrels(sources: Sources): string[] {
  return [...sources]
    .filter(([path, text]) => {
      return posix.basename(path) === 'index.ts' || /^export\s+(\*|(type\s*)?\{[^}]*\}\s*from\b)/m.test(text);
    })
    .map(([path]) => path);
}

function anys(sources: Sources): string[] {
  return [...sources].flatMap(([path, text]) => {
    const code = withoutComments(text).replace(/'(?:[^'\\\n]|\\.)*'/g, "''");
    return /(:|\bas|<|\||,)\s*any\b(?!\s*[:(])|\bany\s*(\[\]|>)/.test(code) ? [path] : [];
  });
}

function tooLong(sources: Sources): string[] {
  return [...sources].filter(([, text]) => text.split('\n').length > 501).map(([path]) => path);
}

function readSources(...folders: readonly string[]): Sources {
  const paths = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts') && !path.includes('node_modules'))
      .map((path) => posix.join(folder, path.replaceAll('\\', '/'))),
  );
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

/** The rule holds in the sources, and finds what is planted. */
function check(
  name: string,
  find: (sources: Sources) => string[],
  planted: Readonly<Record<string, string>>,
  expected: readonly string[],
): void {
  test(name, () => {
    assert.deepEqual(find(new Map(Object.entries(planted))), expected);
    assert.deepEqual(find(shipped), []);
  });
}

const shipped = readSources('server/src', 'client/src', 'client/webview');

test('there are sources to look at', () => assert.ok(shipped.size > 20));

check(
  'imports point one way',
  wrongDirections,
  {
    'server/src/util/a.ts': "import { b } from '../wiki/b.ts';",
    'server/src/wiki/b.ts': "import type {\n  A,\n} from '../util/a.ts';",
    'server/src/rules/c.ts': "import { d } from '../render/d.ts';\nimport { e } from '../edits/e.ts';",
    'server/src/server.ts': "const node = await import('./node.ts');",
    'client/src/extension.ts':
      "import { p } from '../../server/src/protocol.ts';\nimport '../../server/src/server.ts';",
  },
  [
    'server/src/util/a.ts imports server/src/wiki/b.ts',
    'server/src/rules/c.ts imports server/src/render/d.ts',
    'server/src/server.ts imports server/src/node.ts',
    'client/src/extension.ts imports server/src/server.ts',
  ],
);

check(
  'the engine imports no Node built-in, no editor and no connection',
  foreignImports,
  {
    'server/src/index/a.ts': "import { readFileSync } from 'node:fs';\nimport type { URI } from 'vscode-uri';",
    'server/src/features/b.ts':
      "import type { Hover } from 'vscode-languageserver';\nimport * as vscode from 'vscode';",
    'server/src/rules/c.ts': "import type { Range } from 'vscode-languageserver';",
    'server/src/node.ts': "import 'node:process';",
  },
  [
    'server/src/index/a.ts imports node:fs',
    'server/src/features/b.ts imports vscode',
    'server/src/rules/c.ts imports vscode-languageserver',
  ],
);

check(
  'no import cycles, of types neither',
  cycles,
  {
    'server/src/util/a.ts': "import { b } from './b.ts';",
    'server/src/util/b.ts': "import type { C } from './c.ts';",
    'server/src/util/c.ts': "import { b } from './b.ts';\n// import { a } from './a.ts';",
  },
  ['server/src/util/b.ts → server/src/util/c.ts → server/src/util/b.ts'],
);

check(
  'no barrels',
  barrels,
  {
    'server/src/util/index.ts': 'export const a = 1;',
    'server/src/util/b.ts': "export { a } from './a.ts';",
    'server/src/util/c.ts': "export type { A } from './a.ts';",
    'server/src/util/d.ts': 'export const from = 1;\nexport { e };',
  },
  ['server/src/util/index.ts', 'server/src/util/b.ts', 'server/src/util/c.ts'],
);

check(
  'no any',
  anys,
  {
    'a.ts': 'const a: any = 1;',
    'b.ts': 'const b = a as any;',
    'c.ts': 'const c = new Map<string, any>();',
    'd.ts': "// any\nconst any = ': any';\ncall(any, { any: 1 });\nconst isAny = list.any;",
  },
  ['a.ts', 'b.ts', 'c.ts'],
);

check('no file above 500 lines', tooLong, { 'a.ts': '\n'.repeat(501), 'b.ts': '\n'.repeat(500) }, ['a.ts']);
