import assert from 'node:assert/strict';
import { fitsTree } from '../../server/src/edits/fitsTree.ts';
import { decodeText } from '../../server/src/index/decode.ts';
import { openDiskFolder } from '../../server/src/node/diskFolder.ts';
import type { StructuralEditName } from '../../server/src/protocol.ts';
import { featureGoldens } from '../support/goldens.ts';
import { type Files, indexOf } from '../support/problems.ts';
import { sharedTest } from '../support/shared.ts';
import { editedBy, headingsMeant, leads } from '../support/structure.ts';
import { styleProblemsOf, withStyles } from '../support/style.ts';

// Structural edits and styles on pages that people have written, and on the features' pages.

sharedTest('a real wiki: a section can become a page, and every link leads to its heading still', async (shared) => {
  const files = await readFiles(`${shared}/corpora/aux-wiki`);
  const before = headingsMeant(indexOf(files));
  const dead = leads(indexOf(files)).filter(({ isAlive }) => !isAlive).length;
  let extracted = 0;
  for (const page of indexOf(files).files.values()) {
    // The wiki is read anew for each section, so one of a page is enough.
    const [heading] = page.headings.filter(({ level }) => level > 1);
    const after = heading && (await editedBy(files, page.file, 'extractSection', heading.range.start));
    if (after === undefined) continue;
    extracted++;
    const wiki = indexOf(after);
    const meant = headingsMeant(wiki);
    for (const line of before) assert(meant.includes(line), `${page.file}: ${line} is lost`);
    const died = leads(wiki).filter(({ isAlive }) => !isAlive).length - dead;
    assert(died <= 0, `${page.file}: ${died} links died`);
  }
  assert(extracted > 10, `${extracted} sections`);
});

sharedTest('tables of contents and formatted tables of all pages are up to date at once', async (shared) => {
  const pages = [...(await readFiles(`${shared}/corpora/aux-wiki`))].filter(([file]) => file.endsWith('.md'));
  const features = featureGoldens(shared).filter(({ contentType }) => contentType === 'markdown');
  for (const text of [...pages.map(([, content]) => content), ...features.map(({ content }) => content)]) {
    const tables = [...text.matchAll(/^[ \t>]*\|?[ \t]*:?-+:?[ \t]*\|/gm)].map(({ index }) => index);
    await checkTwice(text, 'tableOfContents', 0);
    for (const index of tables) await checkTwice(text, 'formatTable', index);
  }
});

sharedTest('every page of a real wiki, and of the features, is small enough for a tree', async (shared) => {
  const pages = [...(await readFiles(`${shared}/corpora/aux-wiki`))].filter(([file]) => file.endsWith('.md'));
  for (const [file, text] of pages) assert(fitsTree(text), file);
  for (const { content } of featureGoldens(shared)) assert(fitsTree(content), content);
});

sharedTest('a style is never found in what Wiki.js reads as attributes', async (shared) => {
  const files = withStyles(await readFiles(`${shared}/corpora/aux-wiki`));
  const found = styleProblemsOf(files);
  assert(found.length > 10);
  for (const { file, problem } of found) {
    const marked = (files.get(file) ?? '').slice(problem.range.start, problem.range.end);
    assert.doesNotMatch(marked, /^\{.*\}$/);
  }
});

async function checkTwice(text: string, name: StructuralEditName, offset: number): Promise<void> {
  const after = await editedBy(new Map([['page.md', text]]), 'page.md', name, offset);
  if (after === undefined) return;
  assert.equal(await editedBy(after, 'page.md', name, offset), undefined, `${name} at ${offset} in ${text}`);
}

async function readFiles(folder: string): Promise<Files> {
  const source = openDiskFolder(folder, assert.fail);
  const files = new Map<string, string>();
  for (const { file } of await source.list()) {
    const bytes = await source.read(file);
    if (bytes !== undefined) files.set(file, decodeText(bytes).text);
  }
  return files;
}
