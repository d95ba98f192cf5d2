import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where one run of the embedded VS Code keeps everything it writes. */
export interface HostFolders {
  /** Holds the others and the configuration. */
  readonly base: string;
  readonly userData: string;
  readonly extensions: string;
}

/** The folders under `base`, made where they are missing. */
export function hostFolders(
  base: string,
  userData = join(base, 'user'),
  extensions = join(base, 'extensions'),
): HostFolders {
  for (const folder of [base, userData, extensions]) mkdirSync(folder, { recursive: true });
  return { base, userData, extensions };
}

/** The environment of the embedded VS Code: nothing of the user's own VS Code, home folder or marketplace reaches it. */
export function hostEnvironment(folders: HostFolders, extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return {
    ...Object.fromEntries(inherited),
    HOME: folders.base,
    XDG_CONFIG_HOME: join(folders.base, 'config'),
    XDG_DATA_HOME: join(folders.base, 'data'),
    EXTENSIONS_GALLERY: '{}',
    ...extra,
  };
}

/** What another VS Code, or the npm and Node.js that run us, set for their own use. */
const foreign = /^(VSCODE_|ELECTRON_|CODE_SERVER|NODE_OPTIONS$|NODE_TEST_CONTEXT$|PORT$|PASSWORD$|HASHED_PASSWORD$)/;

/** Settings of the embedded VS Code: quiet, offline, and the same on every machine. */
export const hostSettings: Readonly<Record<string, unknown>> = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'git.autofetch': false,
  'git.openRepositoryInParentFolders': 'never',
  // As on the desktop; in a browser VS Code saves after a second by itself.
  'files.autoSave': 'off',
  // Dialogs of the browser or the system could not be reached by a test.
  'files.simpleDialog.enable': true,
  'window.dialogStyle': 'custom',
};
