import { fileURLToPath } from 'node:url';
import { runCodeServer } from './embedded/codeServer.ts';
import { hostFolders } from './embedded/environment.ts';
import { runExtensionTests } from './embedded/extensionTests.ts';
import { createScratch } from './embedded/scratch.ts';

/** An exit code of ours for "VS Code could not be run at all". */
const hostFailed = 70;
const defaultTimeLimit = 180_000;

/** Does what VS Code does for these arguments of its command line, and gives back the exit code. */
export async function runCode(args: readonly string[]): Promise<number> {
  const { options, paths, others } = parseArguments(args);
  const scratch = createScratch();
  const folders = hostFolders(
    scratch.folder,
    options.get('user-data-dir')?.at(-1),
    options.get('extensions-dir')?.at(-1),
  );
  try {
    const testsPath = options.get('extensionTestsPath')?.at(-1);
    if (testsPath === undefined) {
      const { code, output } = await runCodeServer(folders, others);
      process.stdout.write(output);
      return code;
    }
    return await runExtensionTests({
      folders,
      extensions: (options.get('extensionDevelopmentPath') ?? []).map(toPath),
      testsPath: toPath(testsPath),
      workspace: options.get('folder-uri')?.map(toPath).at(-1) ?? paths[0],
      timeLimit: Number(process.env.AUX_WIKI_HOST_TIME_LIMIT ?? defaultTimeLimit),
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return hostFailed;
  } finally {
    scratch.remove();
  }
}

/** Options whose value may also be the next argument. */
const valued = new Set([
  'user-data-dir',
  'extensions-dir',
  'extensionDevelopmentPath',
  'extensionTestsPath',
  'folder-uri',
]);

function parseArguments(args: readonly string[]): {
  options: Map<string, string[]>;
  paths: string[];
  others: string[];
} {
  const options = new Map<string, string[]>();
  const paths: string[] = [];
  const others: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    const [, name, joined] = /^--([^=]+)(?:=(.*))?$/s.exec(argument) ?? [];
    if (name === undefined) paths.push(argument);
    if (name === undefined || !valued.has(name)) {
      others.push(argument);
      continue;
    }
    if (joined === undefined) index += 1;
    options.set(name, [...(options.get(name) ?? []), joined ?? args[index] ?? '']);
  }
  return { options, paths, others };
}

function toPath(pathOrUri: string): string {
  return pathOrUri.startsWith('file:') ? fileURLToPath(pathOrUri) : pathOrUri;
}
