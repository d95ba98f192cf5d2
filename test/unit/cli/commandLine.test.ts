import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CommandLine, readCommandLine } from '../../../server/src/cli/commandLine.ts';
import { UsageError } from '../../../server/src/cli/terminal.ts';

function check(line: string, expected: CommandLine): void {
  assert.deepEqual(readCommandLine(line.split(' ').filter((word) => word !== '')), expected);
}

function checkRefused(line: string, message: RegExp): void {
  assert.throws(
    () => readCommandLine(line.split(' ').filter((word) => word !== '')),
    (error) => error instanceof UsageError && message.test(error.message),
    line,
  );
}

test('each command, with and without its options', () => {
  check('check', { command: 'check', root: '.', format: 'pretty' });
  check('check wiki --format json', { command: 'check', root: 'wiki', format: 'json' });
  check('check --format=pretty wiki', { command: 'check', root: 'wiki', format: 'pretty' });
  check('facts', { command: 'facts', root: '.' });
  check('facts wiki', { command: 'facts', root: 'wiki' });
  check('render a.md', { command: 'render', root: '.', file: 'a.md', toc: false });
  check('render --toc a.md --root wiki', { command: 'render', root: 'wiki', file: 'a.md', toc: true });
  check('render --all --root wiki --out out', { command: 'render-all', root: 'wiki', out: 'out' });
  check('lsp --stdio', { command: 'lsp' });
});

test('help and version, as commands and as options, before and after others', () => {
  for (const line of ['--help', '-h', 'help', 'check --help', 'check -h wiki']) check(line, { command: 'help' });
  for (const line of ['--version', '-v', 'version']) check(line, { command: 'version' });
});

test('a wrong call is told what is wrong with it', () => {
  checkRefused('', /check, facts, render or lsp/);
  checkRefused('chekc', /no command 'chekc'/);
  checkRefused('check --colour', /--colour/);
  checkRefused('check --format xml', /no format 'xml'/);
  checkRefused('check --format', /format/);
  checkRefused('check a b', /'b'/);
  checkRefused('check --toc', /'check' takes no --toc/);
  checkRefused('facts --format json', /'facts' takes no --format/);
  checkRefused('render', /which page/);
  checkRefused('render a.md --out x', /--out goes with --all/);
  checkRefused('render a.md --all --out x', /not both/);
  checkRefused('render --all', /--out DIR/);
  checkRefused('render --all --toc --out x', /--toc/);
  checkRefused('lsp', /lsp --stdio/);
  checkRefused('lsp wiki --stdio', /lsp --stdio/);
});
