import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './terminal.ts';

/** What a command was called with. */
export type CommandLine =
  | { readonly command: 'help' | 'version' }
  | { readonly command: 'lsp' }
  | { readonly command: 'check'; readonly root: string; readonly format: 'pretty' | 'json'; readonly sync?: string }
  | { readonly command: 'facts'; readonly root: string }
  | { readonly command: 'render'; readonly root: string; readonly file: string; readonly toc: boolean }
  | { readonly command: 'render-all'; readonly root: string; readonly out: string };

const options = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  format: { type: 'string' },
  root: { type: 'string' },
  toc: { type: 'boolean' },
  all: { type: 'boolean' },
  out: { type: 'string' },
  stdio: { type: 'boolean' },
  sync: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

type Option = keyof typeof options;

const optionsOf: Readonly<Record<string, readonly Option[]>> = {
  check: ['format', 'sync'],
  facts: [],
  render: ['root', 'toc', 'all', 'out'],
  lsp: ['stdio'],
};

/** Reads the arguments of the process, without node and script. Throws a `UsageError` that says what is wrong. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const { values, positionals } = parse(args);
  const [command, ...operands] = positionals;
  if (values.help || command === 'help') return { command: 'help' };
  if (values.version || command === 'version') return { command: 'version' };
  if (command === undefined) throw new UsageError('Say what to do: check, facts, render or lsp.');
  const allowed = optionsOf[command];
  if (allowed === undefined)
    throw new UsageError(`There is no command '${command}': it is check, facts, render or lsp.`);
  for (const name of Object.keys(values)) {
    if (!allowed.some((option) => option === name)) throw new UsageError(`'${command}' takes no --${name}.`);
  }
  switch (command) {
    case 'check':
      return {
        command,
        root: onlyOperand(command, operands) ?? '.',
        format: formatOf(values.format),
        ...(values.sync === undefined ? {} : { sync: values.sync }),
      };
    case 'facts':
      return { command, root: onlyOperand(command, operands) ?? '.' };
    case 'render':
      return readRender(values, operands);
    default:
      if (operands.length > 0 || values.stdio !== true)
        throw new UsageError("'lsp' is called as: aux-wiki lsp --stdio");
      return { command: 'lsp' };
  }
}

type Values = ReturnType<typeof parse>['values'];

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: withWholeOptions(args), options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** What `--sync` compares with may be left out, and is the last commit then. */
function withWholeOptions(args: readonly string[]): string[] {
  const isLeftOut = (index: number) => args[index + 1]?.startsWith('-') ?? true;
  return args.map((arg, index) => (arg === '--sync' && isLeftOut(index) ? '--sync=HEAD' : arg));
}

function readRender(values: Values, operands: readonly string[]): CommandLine {
  const root = values.root ?? '.';
  const file = onlyOperand('render', operands);
  if (values.all === true) {
    if (file !== undefined) throw new UsageError('Give either a file or --all, not both.');
    if (values.toc === true)
      throw new UsageError('--toc is for one file: with --all every page has its table of contents.');
    if (values.out === undefined) throw new UsageError('--all needs a folder to write to: --out DIR.');
    return { command: 'render-all', root, out: values.out };
  }
  if (values.out !== undefined) throw new UsageError('--out goes with --all.');
  if (file === undefined) throw new UsageError('Say which page: aux-wiki render FILE, or --all with --out DIR.');
  return { command: 'render', root, file, toc: values.toc === true };
}

function onlyOperand(command: string, operands: readonly string[]): string | undefined {
  const [first, second] = operands;
  if (second !== undefined) throw new UsageError(`'${command}' takes one path only, but '${second}' was given too.`);
  return first;
}

function formatOf(format: string | undefined): 'pretty' | 'json' {
  if (format === undefined || format === 'pretty' || format === 'json') return format ?? 'pretty';
  throw new UsageError(`There is no format '${format}': it is pretty or json.`);
}
