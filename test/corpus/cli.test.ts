import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { runIn } from '../support/cli.ts';
import { domLines, firstDifference } from '../support/domLines.ts';
import { type Golden, wikiGoldens } from '../support/goldens.ts';
import { sharedTest } from '../support/shared.ts';

// The command line on a real wiki, against what the real Wiki.js made of it.

interface PageFacts {
  readonly file: string;
  readonly locale: string;
  readonly path: string;
  readonly imports: boolean;
  readonly links: readonly { readonly href?: string; readonly resolved?: string; readonly kind: string }[];
  readonly headings: readonly { readonly id: string | null }[];
}

sharedTest('check: the dead link of a page, with its place and target', async (shared) => {
  const { code, stdout } = await runIn(`${shared}/corpora/aux-wiki`, 'check', '--format', 'json');
  assert.equal(code, 1);
  const { pages, problems } = JSON.parse(stdout);
  assert.equal(pages, 26);
  assert.deepEqual(
    problems.filter(({ file }: { file: string }) => file === 'community/security.md'),
    [
      {
        file: 'community/security.md',
        line: 20,
        column: 101,
        endLine: 20,
        endColumn: 133,
        code: 'link/missing-page',
        severity: 'error',
        message: 'There is no page /report-a-security-vulnerability.',
        target: '/report-a-security-vulnerability',
      },
    ],
  );
});

sharedTest('facts: pages, links and heading ids are those of Wiki.js', async (shared, context) => {
  await withWiki(shared, async (folder, goldens) => {
    const { pages }: { pages: PageFacts[] } = JSON.parse((await runIn(folder, 'facts')).stdout);
    const wrong = goldens.filter((golden) => {
      const page = pages.find(({ locale, path }) => locale === golden.address.locale && path === golden.address.path);
      const links = golden.links.filter(({ kind }) => kind !== 'toc-anchor' && kind !== 'footnote-backref');
      const sameLinks = sameItems(
        page?.links.map(({ resolved, kind }) => `${kind} ${resolved ?? null}`),
        links.map(({ href, kind }) => `${kind} ${href}`),
      );
      return !(
        page?.imports &&
        sameLinks &&
        sameItems(
          page.headings.map(({ id }) => `${id}`),
          headingIds(golden.html),
        )
      );
    });
    context.diagnostic(`${goldens.length - wrong.length} of ${goldens.length} pages`);
    assert.equal(pages.filter(({ imports }) => imports).length, goldens.length);
    assert.deepEqual(
      wrong.map(({ name }) => name),
      [],
    );
  });
});

sharedTest('render --all: each page is what Wiki.js stores', async (shared, context) => {
  await withWiki(shared, async (folder, goldens) => {
    const out = join(folder, 'out');
    await runIn(folder, 'render', '--all', '--root', folder, '--out', out);
    const wrong = goldens.filter(({ address, html, toc }) => {
      const ours = JSON.parse(readFileSync(join(out, `${address.path}.md.json`), 'utf8'));
      const difference = firstDifference(domLines(ours.html), domLines(html));
      return difference !== undefined || JSON.stringify(ours.toc) !== JSON.stringify(toc);
    });
    context.diagnostic(`${goldens.length - wrong.length} of ${goldens.length} pages`);
    assert.deepEqual(
      wrong.map(({ name }) => name),
      [],
    );
  });
});

/** A copy of the wiki with the settings that its site had. */
async function withWiki(
  shared: string,
  use: (folder: string, goldens: readonly Golden[]) => Promise<void>,
): Promise<void> {
  const goldens = wikiGoldens(shared);
  const folder = mkdtempSync(join(tmpdir(), 'aux-wiki-'));
  try {
    copyFiles(`${shared}/corpora/aux-wiki`, folder);
    writeFileSync(join(folder, '.aux-wiki.yml'), JSON.stringify({ site: goldens[0]?.settings.site }));
    await use(folder, goldens);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Copies what the files hold, not their permissions: the shared folder may be read-only. */
function copyFiles(from: string, to: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const source = join(entry.parentPath, entry.name);
    const target = join(to, relative(from, source));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, readFileSync(source));
  }
}

function headingIds(html: string): string[] {
  return [...html.matchAll(/<h[1-6]([^>]*)>/g)].map(
    ([, attributes = '']) => /\bid="([^"]*)"/.exec(attributes)?.[1] ?? 'null',
  );
}

function sameItems(ours: readonly string[] | undefined, theirs: readonly string[]): boolean {
  return ours !== undefined && JSON.stringify([...ours].sort()) === JSON.stringify([...theirs].sort());
}
