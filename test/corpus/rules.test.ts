import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { TestContext } from 'node:test';
import { loadWiki } from '../../server/src/index/scan.ts';
import { WikiIndex } from '../../server/src/index/wikiIndex.ts';
import { openDiskFolder } from '../../server/src/node/diskFolder.ts';
import { checkPage } from '../../server/src/rules/check.ts';
import { placeOfLink } from '../../server/src/rules/link/diagnosis.ts';
import type { Problem } from '../../server/src/rules/rule.ts';
import { fileOfAddress } from '../../server/src/wiki/pageFile.ts';
import { defaultSettings } from '../../server/src/wiki/settingsFile.ts';
import { applyPlan } from '../support/applyPlan.ts';
import { featureGoldens, type Golden, wikiGoldens } from '../support/goldens.ts';
import { assertMends, fixesOf, indexOf, problemsOf } from '../support/problems.ts';
import { sharedTest } from '../support/shared.ts';

// What the rules say of links, against the kinds that the real Wiki.js gave them: the valid ones are left alone, each
// invalid one is told of once.

sharedTest('features: valid links are silent, each invalid one is reported by one rule', (shared, context) => {
  const { pages }: { pages: [string, string][] } = JSON.parse(
    readFileSync(`${shared}/golden/features/index.json`, 'utf8'),
  );
  const goldens = featureGoldens(shared).filter(({ contentType }) => contentType !== 'asciidoc');
  compareAll(context, goldens, (golden) => {
    const wiki = new WikiIndex({ ...defaultSettings, ...golden.settings, templates: '' });
    const texts = new Map(
      pages.map(([locale, path]) => [fileOfAddress({ locale, path }, 'markdown', wiki.settings.site), 'Some text.']),
    );
    texts.delete(fileOfAddress(golden.address, 'markdown', wiki.settings.site));
    const file = fileOfAddress(golden.address, golden.contentType, wiki.settings.site);
    texts.set(file, golden.content);
    wiki.update([...texts].map(([name, text]) => ({ file: name, text, size: text.length, hasByteOrderMark: false })));
    return { wiki, file };
  });
});

sharedTest('a real wiki: valid links are silent, each invalid one is reported by one rule', async (shared, context) => {
  const goldens = wikiGoldens(shared);
  const source = openDiskFolder(`${shared}/corpora/aux-wiki`, assert.fail);
  const site = goldens[0]?.settings.site ?? defaultSettings.site;
  const wiki = await loadWiki(source, { settings: { ...defaultSettings, site } });
  compareAll(context, goldens, (golden) => ({ wiki, file: wiki.pageAt(golden.address)?.file ?? '' }));
});

sharedTest('a real wiki: the dead link of a page is mended by its quick fix', async (shared) => {
  const files = await readFiles(`${shared}/corpora/aux-wiki`);
  const wiki = indexOf(files);
  const dead = problemsOf(wiki).find(
    ({ file, problem }) => file === 'community/security.md' && problem.severity === 'error',
  );
  assert.equal(dead?.problem.code, 'link/missing-page');
  assert.equal(dead.problem.target, '/report-a-security-vulnerability');
  const [create] = fixesOf(dead, wiki, files);
  assert(create);
  const after = indexOf(applyPlan(files, create.plan));
  const page = after.pageAt({ locale: 'en', path: 'report-a-security-vulnerability' });
  assert.equal(page?.title, 'Report a security vulnerability');
  assert.deepEqual(
    after.backlinks(page.address).map(({ from }) => from.file),
    ['community/security.md'],
  );
  assert.deepEqual(checkPage(page, after), []);
});

sharedTest('a real wiki with an older home page: its dead link is reported', async (shared) => {
  const files = await readFiles(`${shared}/corpora/aux-wiki`);
  files.set('home.md', readFileSync(`${shared}/seed/home.md`, 'utf8'));
  const found = problemsOf(indexOf(files)).filter(
    ({ file, problem }) => file === 'home.md' && problem.code !== 'image/no-alt',
  );
  assert.deepEqual(
    found.map(({ problem: { code, severity, target } }) => `${severity} ${code} ${target}`),
    ['error link/missing-page /getting-started', 'warning heading/lost-id undefined'],
  );
});

sharedTest('a real wiki: each fix of each problem removes it and brings no new error', async (shared, context) => {
  const files = await readFiles(`${shared}/corpora/aux-wiki`);
  const wiki = indexOf(files);
  const before = problemsOf(wiki);
  let applied = 0;
  for (const found of before) {
    for (const fix of fixesOf(found, wiki, files)) {
      assertMends(found, fix, before, files);
      applied++;
    }
  }
  context.diagnostic(`${applied} of ${applied} fixes of ${before.length} problems`);
  assert(applied > 0);
});

function compareAll(
  context: TestContext,
  goldens: readonly Golden[],
  open: (golden: Golden) => { wiki: WikiIndex; file: string },
): void {
  const counts = { valid: 0, invalid: 0, wrong: [] as string[] };
  for (const golden of goldens) {
    const { wiki, file } = open(golden);
    const reported = reportedLinks(wiki, file);
    const kinds = (wanted: string) => golden.links.filter(({ kind }) => kind === wanted).map(({ href }) => href ?? '');
    const valid = kinds('internal-valid');
    const invalid = kinds('internal-invalid');
    counts.valid += valid.length;
    counts.invalid += invalid.length;
    const dead = reported.filter(({ problem, kind }) => kind === 'internal-invalid' || problem.severity === 'error');
    const falseAlarms = dead
      .filter(({ kind }) => kind === 'internal-valid')
      .map(({ resolved }) => `false alarm: ${resolved}`);
    const found = dead.filter(({ kind }) => kind === 'internal-invalid').map(({ resolved }) => resolved);
    const wrong = [...falseAlarms, ...difference(invalid, found, 'missed'), ...difference(found, invalid, 'too much')];
    counts.wrong.push(...wrong.map((line) => `${golden.name}: ${line}`));
  }
  const all = counts.valid + counts.invalid;
  context.diagnostic(`${all - counts.wrong.length} of ${all} links (${counts.valid} valid, ${counts.invalid} invalid)`);
  assert(counts.valid > 0 && counts.invalid > 0, 'no links found');
  assert.deepEqual(counts.wrong, []);
}

/** Rules that may speak of a text that is no link. */
const ofNoLink: readonly string[] = [
  'link/undefined-reference',
  'link/unused-definition',
  'link/unsafe',
  'link/placeholder',
];

/** The problems of a page's links, each with the link. */
function reportedLinks(wiki: WikiIndex, file: string): { problem: Problem; kind: string; resolved: string }[] {
  const page = wiki.files.get(file);
  assert(page, `no page ${file}`);
  return checkPage(page, wiki)
    .filter(({ code }) => code.startsWith('link/'))
    .flatMap((problem) => {
      const link = wiki.linksOf(page).find((candidate) => {
        const place = placeOfLink(candidate);
        return place.start === problem.range.start && place.end === problem.range.end;
      });
      if (link === undefined && ofNoLink.includes(problem.code)) return [];
      assert(link, `no link at ${problem.range.start}`);
      return [{ problem, kind: link.kind, resolved: link.resolved ?? '' }];
    });
}

/** What is in one multiset and not in the other. */
function difference(all: readonly string[], known: readonly string[], label: string): string[] {
  const rest = [...known];
  return all
    .filter((item) => {
      const index = rest.indexOf(item);
      if (index >= 0) rest.splice(index, 1);
      return index < 0;
    })
    .map((item) => `${label}: ${item}`);
}

async function readFiles(folder: string): Promise<Map<string, string>> {
  const source = openDiskFolder(folder, assert.fail);
  const files = new Map<string, string>();
  for (const { file } of await source.list()) {
    files.set(file, new TextDecoder('utf-8', { ignoreBOM: true }).decode(await source.read(file)));
  }
  return files;
}
