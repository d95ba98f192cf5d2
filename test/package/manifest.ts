import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../host/embedded/paths.ts';

/** The parts of package.json that the tests read. */
export interface Manifest {
  readonly name: string;
  readonly displayName: string;
  readonly publisher: string;
  readonly license: string;
  readonly main: string;
  readonly icon?: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly activationEvents?: readonly string[];
  readonly engines: { readonly vscode: string };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly capabilities?: {
    readonly untrustedWorkspaces?: { readonly supported: boolean | 'limited'; readonly description?: string };
    readonly virtualWorkspaces?: boolean | { readonly supported: boolean | 'limited'; readonly description?: string };
  };
  readonly contributes: {
    readonly commands?: readonly { readonly command: string; readonly title: string; readonly category?: string }[];
    readonly menus?: Readonly<Record<string, readonly { readonly command?: string }[]>>;
    readonly keybindings?: readonly { readonly command: string }[];
    readonly configuration?: Configuration | readonly Configuration[];
  };
}

interface Configuration {
  readonly properties: Readonly<
    Record<string, { readonly description?: string; readonly markdownDescription?: string }>
  >;
}

const texts: Readonly<Record<string, string>> = JSON.parse(readFileSync(join(projectRoot, 'package.nls.json'), 'utf8'));

/** package.json with the texts of package.nls.json in their places, as VS Code shows it. */
export const manifest: Manifest = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'), (_, value) => {
  const key = typeof value === 'string' ? /^%([\w.-]+)%$/.exec(value)?.[1] : undefined;
  return key === undefined ? value : (texts[key] ?? value);
});
