import { format } from 'node:util';
import type { Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { startCodeServer } from './codeServer.ts';
import type { HostFolders } from './environment.ts';
import { remoteUri, workbenchUrl } from './workbench.ts';

export interface ExtensionTests {
  readonly folders: HostFolders;
  /** Folders of the extensions under test. */
  readonly extensions: readonly string[];
  /** The CommonJS module whose `run()` is called in the extension host. */
  readonly testsPath: string;
  /** The folder or `.code-workspace` to open. */
  readonly workspace: string | undefined;
  readonly timeLimit: number;
}

/** The exit code for a test run whose extension host went away: VS Code itself reports 0 then. */
export const lostExtensionHost = 71;

/** Runs tests inside the extension host of the embedded VS Code, and gives back VS Code's exit code. */
export async function runExtensionTests(tests: ExtensionTests): Promise<number> {
  const server = await startCodeServer(tests.folders, { testDriver: true });
  try {
    const { browser, page } = await openBrowser();
    try {
      return await exitCode(page, server.host, tests);
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

async function exitCode(page: Page, host: string, tests: ExtensionTests): Promise<number> {
  let isHostLost = false;
  let settle: { resolve: (code: number) => void; reject: (why: Error) => void } | undefined;
  const exit = new Promise<number>((resolve, reject) => {
    settle = { resolve, reject };
  });
  const fail = (why: string) => settle?.reject(new Error(why));
  // Exposed before the page loads, so that no early line and no early exit is lost.
  await page.exposeFunction('codeAutomationLog', (type: string, values: unknown[]) => {
    const line = format(...(values ?? []));
    if (/\[ExtensionHost\].*(received socket close event|starting reconnect)/.test(line)) {
      isHostLost = true;
      setTimeout(() => settle?.resolve(lostExtensionHost), 5000).unref();
    }
    if (!noise.test(line)) (type === 'error' ? console.error : console.log)(line);
  });
  await page.exposeFunction('codeAutomationExit', (code: number) =>
    settle?.resolve(code === 0 && isHostLost ? lostExtensionHost : code),
  );
  page.on('crash', () => fail('the page of the workbench crashed'));
  page.on('console', (message) => {
    if (message.text().includes('No extension host found that can launch the test runner')) fail(message.text());
  });
  const timer = setTimeout(() => fail(`no result within ${tests.timeLimit / 1000} s`), tests.timeLimit);
  try {
    await page.goto(
      workbenchUrl(host, tests.workspace, [
        ...tests.extensions.map((folder) => ['extensionDevelopmentPath', remoteUri(host, folder)] as const),
        ['extensionTestsPath', remoteUri(host, tests.testsPath)],
        ['skipWelcome', 'true'],
      ]),
    );
    return await exit;
  } finally {
    clearTimeout(timer);
  }
}

/** Lines of the workbench's start that say nothing about the tests. */
const noise =
  /^(Resolv(ing|ed) connection token|Creating a socket|\[(reconnection-grace-time|Service Worker|AgentHost:|AccountPolicyGate)|Ignoring fetching additional builtin|Updating additional builtin)/;
