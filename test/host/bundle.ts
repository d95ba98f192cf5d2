import { build } from 'esbuild';
import { projectRoot } from './embedded/paths.ts';

/** Bundles test files into the one CommonJS module that VS Code loads, whose `run()` runs them all. */
export async function bundleSuite(files: readonly string[], outfile: string): Promise<void> {
  const entry = `
    import { runMocha } from './mocha.ts';
    export const run = () => runMocha(() => {
      ${files.map((file) => `require(${JSON.stringify(file)});`).join('\n')}
    });`;
  await build({
    stdin: { contents: entry, resolveDir: `${projectRoot}/test/host`, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
}
