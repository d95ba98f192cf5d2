import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { withFolder } from '../../support/cli.ts';

const script = fileURLToPath(new URL('../../../server/src/cli.ts', import.meta.url));
const manifest = fileURLToPath(new URL('../../../package.json', import.meta.url));
const loader = import.meta.resolve('tsx');

// What only a process of its own can show: pipes, exit codes, the environment.

function start(args: readonly string[], folder: string) {
  const env = { ...process.env, NO_COLOR: undefined };
  return spawn(process.execPath, ['--import', loader, script, ...args], { cwd: folder, env });
}

/** Pages whose facts are far longer than a pipe holds. */
const manyPages = Array.from({ length: 120 }, (_, page) => {
  const links = Array.from({ length: 60 }, (_, link) => `- [link ${link}](/some/rather/long/path/to/a/page/${link})`);
  return `--- /page-${page}.md\n${links.join('\n')}\n`;
}).join('');

test('a slow reader of a pipe gets everything, and the exit code is right', async () => {
  await withFolder(manyPages, async (folder) => {
    const child = start(['check', '--format', 'json'], folder);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    let text = '';
    for await (const chunk of child.stdout) text += chunk;
    const code = child.exitCode ?? (await once(child, 'exit'))[0];
    assert.equal(code, 1);
    assert.equal(JSON.parse(text).problems.length, 120 * 61);
  });
});

test('a reader that reads only the beginning is no reason to complain', async () => {
  await withFolder(manyPages, async (folder) => {
    const child = start(['facts'], folder);
    let complaints = '';
    child.stderr.on('data', (chunk) => {
      complaints += chunk;
    });
    await once(child.stdout, 'data');
    child.stdout.destroy();
    await once(child, 'exit');
    assert.equal(complaints, '');
  });
});

test('the version is that of the package; no colours in a pipe', async () => {
  await withFolder('--- /home.md\n[a](/no)', async (folder) => {
    const output = async (...args: string[]) => {
      const child = start(args, folder);
      let text = '';
      for await (const chunk of child.stdout) text += chunk;
      return text;
    };
    assert.equal(await output('--version'), `${JSON.parse(readFileSync(manifest, 'utf8')).version}\n`);
    assert.doesNotMatch(await output('check'), /\u001b/);
  });
});
