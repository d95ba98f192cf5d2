import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import type { Frame, Response } from 'playwright-core';
import { attacks, attacksFolder } from '../../support/attacks.ts';
import { projectRoot } from '../embedded/paths.ts';
import { createScratch } from '../embedded/scratch.ts';
import { packageExtension } from '../vsix.ts';
import { openSession, type Session } from './session.ts';
import { openFile, previewButton, webviewWith } from './workbench.ts';

/** The wiki of attacks in real VS Code, and everything that comes of it. */
export interface HostileWiki {
  readonly session: Session;
  /** What the browser was given since the workbench was there. */
  readonly responses: readonly Response[];
  /** Everything that an attack could have brought about, in words. */
  harm(preview: Frame): Promise<string[]>;
  /** The images and media that the only place outside that the attacks know was asked for. */
  fetched(): readonly string[];
  close(): Promise<void>;
}

export interface HostileWikiOptions {
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly isRestricted?: boolean;
  /** Whether images and media of other servers are the reader's wish; else every request is one too many. */
  readonly loadsImages?: boolean;
}

/** Opens a list of all attacks, with a preview beside it. */
export async function openHostileWiki(options: HostileWikiOptions): Promise<HostileWiki> {
  const scratch = createScratch();
  const arrivals: string[] = [];
  const outside = createServer(({ method, headers, url }, response) => {
    // For pictures in style attributes a browser uses the policy from before the document's head: they tell their origin.
    const isBareOrigin = /^http:\/\/[^/]+\/$/.test(headers.referer ?? '');
    const told = [headers.cookie, isBareOrigin ? undefined : headers.referer].filter((header) => header !== undefined);
    arrivals.push([`${method} ${url}`, ...told].join(' '));
    response.setHeader('Access-Control-Allow-Origin', '*').end('ran = 1');
  });
  const closeOutside = () => {
    outside.closeAllConnections();
    outside.close();
    scratch.remove();
  };
  try {
    const wiki = join(scratch.folder, 'wiki');
    const secret = join(scratch.folder, 'outside');
    copyAttacks(wiki, secret);
    const session = await openSession({ ...options, wiki, vsix: await packageExtension() });
    try {
      const host = await addressOf(outside);
      nameRealPlaces(session, { host, secret });
      const { page } = session;
      const responses: Response[] = [];
      page.on('response', (response) => responses.push(response));
      /** What images and media are asked for by, and nothing else is. */
      const images = new Set<string>();
      page.on('request', (request) => {
        const { host: asked, pathname, search } = new URL(request.url());
        const isImage = /^(?:image|media|texttrack)$/.test(request.resourceType());
        if (asked === host && isImage) images.add(`GET ${pathname}${search}`);
      });
      await openFile(page, 'home.md');
      await previewButton(page).click();
      await webviewWith(page, '.aux-title:has-text("All attacks")');
      const frames = page.frames().length;
      page.setDefaultTimeout(5000);
      return {
        session,
        responses,
        harm: async (preview) => [
          ...(await harmIn(session, preview, options.isRestricted ?? false, frames)),
          ...arrivals
            .filter((request) => !(options.loadsImages && images.has(request)))
            .map((request) => `a request: ${request}`),
        ],
        fetched: () => arrivals,
        async close() {
          closeOutside();
          await session.close();
        },
      };
    } catch (error) {
      await session.close();
      throw error;
    }
  } catch (error) {
    closeOutside();
    throw error;
  }
}

/** The attacks with safe settings, links out of the wiki, and a page that lists them. */
function copyAttacks(wiki: string, secret: string): void {
  cpSync(join(projectRoot, 'test/fixtures/outside'), secret, { recursive: true });
  cpSync(attacksFolder, wiki, { recursive: true });
  rmSync(join(wiki, '.aux-wiki.yml'));
  for (const name of ['linked-file.svg', 'addressed-file.svg'])
    symlinkSync(join(secret, 'secret.svg'), join(wiki, name));
  symlinkSync(secret, join(wiki, 'linked-folder'));
  symlinkSync(join(secret, 'page.md'), join(wiki, 'linked-page.md'));
  const links = attacks.map(({ name }) => `- [${name}](/${name})`).join('\n');
  writeFileSync(join(wiki, 'home.md'), `---\ntitle: All attacks\n---\n\nChoose one.\n\n${links}\n`);
}

/** Writes the addresses that an attacker would have to know into the attacks. */
function nameRealPlaces({ folder, page }: Session, { host, secret }: { host: string; secret: string }): void {
  const workbench = encodeURIComponent(
    new URL(page.url()).host.replace(/[^a-z0-9.-]/gi, (sign) => encodeURIComponent(sign)),
  );
  for (const { file } of attacks) {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8')
      .replaceAll('outside.test', host)
      .replaceAll('outside-host', workbench)
      .replaceAll('/outside-of-wiki', secret)
      .replaceAll('/wiki-folder', folder);
    writeFileSync(path, text);
  }
}

async function addressOf(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

async function harmIn({ page }: Session, preview: Frame, isRestricted: boolean, frames: number): Promise<string[]> {
  // In Restricted Mode the frame of the page itself has no scripts that could be asked.
  const around = [isRestricted ? null : preview, preview.parentFrame(), page.mainFrame()];
  const ran = await Promise.all(
    around
      .filter((frame) => frame !== null)
      .map((frame) => frame.evaluate(`typeof ran !== 'undefined' || document.title === 'ran'`)),
  );
  const secrets = isRestricted ? [] : await preview.evaluate(secretImages);
  const dialogs = await page.locator('.monaco-dialog-box').allInnerTexts();
  const untitled = await page.locator('.tab[data-resource-name^="Untitled"], .terminal-wrapper').count();
  return [
    ...(ran.includes(true) ? ['something ran'] : []),
    ...(page.frames().length === frames ? [] : [`${page.frames().length} frames`]),
    ...(page.context().pages().length === 1 ? [] : ['a window was opened']),
    ...(untitled === 0 ? [] : ['a command was executed']),
    ...dialogs,
    ...(Array.isArray(secrets) ? secrets.map(String) : []),
  ];
}

/** Pictures from outside of the wiki; one that a page names by its whole address is shown, as SECURITY.md says. */
const secretImages = `[...document.images]
  .filter((image) => image.naturalWidth === 4321 && !image.src.includes('/addressed-file.svg'))
  .map((image) => image.outerHTML)`;
