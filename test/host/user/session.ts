import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowser } from '../embedded/browser.ts';
import { installExtension, startCodeServer } from '../embedded/codeServer.ts';
import { hostFolders } from '../embedded/environment.ts';
import { createScratch } from '../embedded/scratch.ts';
import { workbenchUrl } from '../embedded/workbench.ts';

/** VS Code with the packaged extension installed, and a copy of a wiki open. */
export interface Session {
  readonly page: Page;
  /** The copy of the wiki. */
  readonly folder: string;
  /** Ends VS Code, and removes everything it wrote. */
  close(): Promise<void>;
}

export interface SessionOptions {
  /** The folder of the wiki, which is copied. */
  readonly wiki: string;
  readonly vsix: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Starts in Restricted Mode, as VS Code does with a folder that is new to it. */
  readonly isRestricted?: boolean;
  readonly size?: { readonly width: number; readonly height: number };
}

/** Starts a session, and waits until the explorer shows the wiki. */
export async function openSession(options: SessionOptions): Promise<Session> {
  const scratch = createScratch();
  const folder = join(scratch.folder, basename(options.wiki));
  const started: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const stop of started.reverse()) await stop();
    scratch.remove();
  };
  try {
    cpSync(options.wiki, folder, { recursive: true });
    const folders = hostFolders(join(scratch.folder, 'host'));
    await installExtension(folders, options.vsix);
    const server = await startCodeServer(folders, {
      settings: { ...personal, ...options.settings },
      workspaceTrust: options.isRestricted ?? false,
    });
    started.push(server.stop);
    const { browser, page } = await openBrowser(options.size);
    started.push(() => browser.close());
    page.setDefaultTimeout(20_000);
    await page.goto(workbenchUrl(server.host, folder));
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
    return { page, folder, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Settings of the workspace, in place of those before; VS Code takes them up by itself. */
export function writeWorkspaceSettings({ folder }: Session, settings: Readonly<Record<string, unknown>>): void {
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
}

/** Where screenshots go; made where it is missing. */
export function screenshotFile(name: string): string {
  const folder = join('out', 'screenshots');
  mkdirSync(folder, { recursive: true });
  return join(folder, `${name}.png`);
}

const personal = { 'workbench.colorTheme': 'Default Dark Modern' };
