import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { run } from '../../server/src/cli/run.ts';
import type { Terminal } from '../../server/src/cli/terminal.ts';
import { addressKey } from '../../server/src/wiki/address.ts';
import { fileOfAddress } from '../../server/src/wiki/pageFile.ts';
import { domLines, firstDifference } from '../support/domLines.ts';
import { featureGoldens, type Golden } from '../support/goldens.ts';
import { sharedTest } from '../support/shared.ts';

// Each page that the real Wiki.js rendered, as a wiki on disk with its settings in `.aux-wiki.yml`, through the command line.

sharedTest('render and facts print what Wiki.js made of each feature page', async (shared, context) => {
  const goldens = featureGoldens(shared).filter(canBeStored);
  const failures: string[] = [];
  for (const golden of goldens) {
    const difference = await inWiki(golden, (root, file) => differenceThere(golden, root, file));
    if (difference !== undefined) failures.push(`${golden.name}: ${difference}`);
  }
  context.diagnostic(`${goldens.length - failures.length} of ${goldens.length} equal`);
  assert.ok(goldens.length > 100, 'goldens are missing');
  assert.deepEqual(failures, []);
});

/** Some content cannot stand in a file as it was fed to the renderer: what looks like frontmatter, or nothing at all. */
function canBeStored({ content, contentType }: Golden): boolean {
  return contentType !== 'asciidoc' && !content.startsWith('---') && content.trim() !== '';
}

async function differenceThere(golden: Golden, root: string, file: string): Promise<string | undefined> {
  const rendered = JSON.parse(await output(root, 'render', file, '--root', root, '--toc'));
  const html = firstDifference(domLines(rendered.html), domLines(golden.html));
  if (html !== undefined) return html;
  if (JSON.stringify(rendered.toc) !== JSON.stringify(golden.toc)) return `toc: ${JSON.stringify(rendered.toc)}`;
  const { pages } = JSON.parse(await output(root, 'facts', root));
  const facts = pages.find((page: { file: string }) => page.file === file);
  const actual = facts.links.map(
    (link: { kind: string; resolved?: string }) => `${link.kind} ${link.resolved ?? null}`,
  );
  const expected = golden.links
    .filter(({ kind }) => kind !== 'toc-anchor' && kind !== 'footnote-backref')
    .map(({ kind, href }) => `${kind} ${href}`);
  const difference = firstDifference(actual.sort(), expected.sort());
  return difference === undefined ? undefined : `links: ${difference}`;
}

async function inWiki<T>(golden: Golden, use: (root: string, file: string) => Promise<T>): Promise<T> {
  const { settings, pages, address, content, contentType } = golden;
  const root = mkdtempSync(join(tmpdir(), 'aux-wiki-golden-'));
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  try {
    write('.aux-wiki.yml', stringify({ site: settings.site, rendering: settings.rendering }));
    for (const page of pages) {
      if (addressKey(page) !== addressKey(address)) write(fileOfAddress(page, 'markdown', settings.site), 'A page.\n');
    }
    const file = fileOfAddress(address, contentType, settings.site);
    write(file, content);
    return await use(root, file);
  } finally {
    rmSync(root, { recursive: true });
  }
}

async function output(folder: string, ...args: readonly string[]): Promise<string> {
  let text = '';
  const complaints: string[] = [];
  const terminal: Terminal = {
    folder,
    colours: false,
    write: async (part) => {
      text += part;
    },
    complain: (line) => complaints.push(line),
  };
  const exitCode = await run(args, terminal, () => assert.fail('no server was asked for'));
  assert.equal(exitCode, 0, complaints.join('\n'));
  return text;
}
