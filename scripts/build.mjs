// Bundles everything that ships into dist/. `--watch` keeps doing so.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as esbuild from 'esbuild';
import { thirdPartyNotices } from './notices.mjs';

const root = new URL('..', import.meta.url).pathname;
const watch = process.argv.includes('--watch');

const node = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: !watch,
  sourcemap: watch ? 'linked' : false,
  // Some packages name a UMD build as `main`, which esbuild cannot see through.
  mainFields: ['module', 'main'],
  absWorkingDir: root,
  logLevel: 'warning',
};

const webview = {
  outdir: 'dist/webview',
  bundle: true,
  platform: 'browser',
  target: 'es2022',
  minify: !watch,
  absWorkingDir: root,
  logLevel: 'warning',
};

/** KaTeX's rarest faces stay out: a browser makes them, bold or slanted, of the others of their family. */
const withoutRareFaces = {
  name: 'without-rare-faces',
  setup(build) {
    const rare = /@font-face\{[^}]*KaTeX_(?:Caligraphic-Bold|Fraktur-Bold|SansSerif-Bold|Main-BoldItalic)\.[^}]*\}/g;
    build.onLoad({ filter: /katex\.min\.css$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(rare, ''),
      loader: 'css',
    }));
  },
};

/** What needs remark is a script of its own, which the others load when they need it. */
const withoutRemark = {
  name: 'without-remark',
  setup(build) {
    build.onResolve({ filter: /\/remark\/tools\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './remark.js', external: true } : undefined,
    );
  },
};

/** KaTeX is a script of its own too. Pages are rendered without waiting, so it is loaded in the middle of the first formula. */
const withoutKatex = {
  name: 'without-katex',
  setup(build) {
    build.onResolve({ filter: /\/katex\.ts$/ }, () => ({ path: 'katex', namespace: 'when-needed' }));
    build.onResolve({ filter: /^\.\/katex\.js$/ }, ({ path }) => ({ path, external: true }));
    build.onLoad({ filter: /.*/, namespace: 'when-needed' }, () => ({
      contents: `export const renderToString = (...given) => require('./katex.js').renderToString(...given);`,
    }));
  },
};

const bundles = [
  { ...node, entryPoints: { extension: 'client/src/extension.ts' }, outdir: 'dist', external: ['vscode'] },
  { ...node, entryPoints: { server: 'server/src/node.ts' }, outdir: 'dist', plugins: [withoutRemark, withoutKatex] },
  {
    ...node,
    entryPoints: { cli: 'server/src/cli.ts' },
    outdir: 'dist',
    banner: { js: '#!/usr/bin/env node' },
    plugins: [withoutRemark, withoutKatex],
  },
  { ...node, entryPoints: { remark: 'server/src/remark/tools.ts' }, outdir: 'dist', plugins: [withoutKatex] },
  { ...node, entryPoints: { katex: 'server/src/page/markdown/katex.ts' }, outdir: 'dist' },
  {
    ...webview,
    entryPoints: { preview: 'client/webview/preview/main.ts', 'preview-style': 'client/webview/preview/style.css' },
    format: 'iife',
    // Of the three formats of KaTeX's fonts, VS Code needs one.
    loader: { '.woff2': 'file', '.woff': 'empty', '.ttf': 'empty' },
    assetNames: 'fonts/[name]',
    plugins: [withoutRareFaces],
  },
  {
    ...webview,
    // What only some pages need, loaded when one does.
    entryPoints: { prism: 'client/webview/preview/prism.ts', mermaid: 'client/webview/preview/mermaid.ts' },
    format: 'esm',
    // Prism's grammars look for it there.
    define: { global: 'globalThis' },
  },
];

rmSync(`${root}dist`, { recursive: true, force: true });
mkdirSync(`${root}dist`, { recursive: true });
// The sources are ES modules; VS Code and the bundles' own `require` want CommonJS.
writeFileSync(`${root}dist/package.json`, '{ "type": "commonjs" }\n');
if (watch) {
  for (const options of bundles) await (await esbuild.context(options)).watch();
} else {
  const building = bundles.map((options) => esbuild.build({ ...options, metafile: true }));
  // esbuild has said already what is wrong.
  const results = await Promise.all(building).catch(() => process.exit(1));
  const metafiles = results.map(({ metafile }) => metafile);
  writeFileSync(`${root}dist/ThirdPartyNotices.txt`, thirdPartyNotices(root, metafiles));
}
