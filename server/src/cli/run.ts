import { check } from './check.ts';
import { type CommandLine, readCommandLine } from './commandLine.ts';
import { facts } from './facts.ts';
import { helpText } from './help.ts';
import { render, renderAll } from './render.ts';
import { exitCodes, type Terminal, UsageError } from './terminal.ts';
import { version } from './version.ts';

/** Runs a command and gives back the exit code. `serve` starts the language server, which then lives on by itself. */
export async function run(args: readonly string[], terminal: Terminal, serve: () => void): Promise<number> {
  try {
    return await runCommand(readCommandLine(args), terminal, serve);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.complain(`aux-wiki: ${error.message}\nTry: aux-wiki --help`);
    return exitCodes.usage;
  }
}

async function runCommand(line: CommandLine, terminal: Terminal, serve: () => void): Promise<number> {
  switch (line.command) {
    case 'help':
      await terminal.write(helpText);
      return exitCodes.clean;
    case 'version':
      await terminal.write(`${version()}\n`);
      return exitCodes.clean;
    case 'lsp':
      serve();
      return exitCodes.clean;
    case 'check':
      return await check(line, terminal);
    case 'facts':
      return await facts(line.root, terminal);
    case 'render':
      return await render(line, terminal);
    case 'render-all':
      return await renderAll(line, terminal);
  }
}
