import { type Browser, chromium, type Page } from 'playwright-core';
import { requireChromium } from './chromium.ts';

/** Chromium leaves the network, the GPU and its sandbox (which root cannot have) alone. */
const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless browser with a fresh profile, and one page in it; who opens it closes the browser. */
export async function openBrowser(
  size: { readonly width: number; readonly height: number } = { width: 1280, height: 800 },
): Promise<{ readonly browser: Browser; readonly page: Page }> {
  const browser = await chromium.launch({
    executablePath: requireChromium(),
    headless: true,
    args: chromiumArguments,
    // The runner stops the browser itself, after it has said why.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const context = await browser.newContext({ viewport: size });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  return { browser, page: await context.newPage() };
}
