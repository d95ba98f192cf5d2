import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { completion } from '../../../server/src/features/completion.ts';
import { featureInput, notCancelled } from '../../support/feature.ts';

const others = `
  --- /community/sigs.md
  ---
  title: Special interest groups
  tags: people, governance
  ---
  # Groups
  ## How to join
  ## Links
  <p id="raw">x</p>
  --- /fr/accueil.md
  ---
  tags: people
  ---
  Bonjour
  --- /refused.md
  ---
  title: 2024
  ---
  x
  --- /images/axolotl.png
  image
  --- /images/pond map.svg
  image
  --- /ui/unreachable.png
  image
  --- /files/rules.pdf
  document
  --- /.hidden/x.png
  image
`;

/** The labels that are offered at the cursor of `page.md`, as the editor sorts them. */
function check(page: string, expected: string[] | undefined, sortAndCut = (labels: string[]) => labels): void {
  test(JSON.stringify(page), async () => {
    const { context, position } = featureInput(`--- /page.md\n${page}\n${others.replaceAll('\n  ', '\n').trim()}\n`);
    const list = await completion(context, position, notCancelled);
    const items = [...(list?.items ?? [])].sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1));
    assert.deepEqual(list && sortAndCut(items.map(({ label }) => label)), expected);
  });
}

describe('pages and files are offered', () => {
  check('[a](█)', [
    '/community/sigs',
    '/page',
    '/fr/accueil',
    '/files/rules.pdf',
    '/images/axolotl.png',
    '/images/pond%20map.svg',
  ]);
  check('[a](sig█)', ['/community/sigs']);
  check('[a](interest█)', ['/community/sigs']);
  check('[a](/accueil█)', ['/fr/accueil']);
  check('[a](nothing-like-it█)', []);
  check('![a](█)', ['/images/axolotl.png', '/images/pond%20map.svg']);
  check('<img src="█">', ['/images/axolotl.png', '/images/pond%20map.svg']);
  check('<a href="sigs█">', ['/community/sigs']);
  check('[a]: sigs█', ['/community/sigs']);
  check('[a](https://exam█)', undefined);
  check('plain █text', undefined);
});

describe('anchors are offered', () => {
  check('# Own part\n\n[a](#█)', ['#own-part']);
  check('[a](/community/sigs#█)', ['#groups', '#how-to-join', '#raw']);
  check('[a](/community/sigs.md#█)', ['#groups', '#how-to-join', '#raw']);
  check('[a](/nowhere#█)', undefined);
});

describe('frontmatter is offered', () => {
  check('---\ntitle: A\n█\n---\n', ['description', 'published', 'date', 'tags', 'editor', 'dateCreated']);
  check('---\ntags: █\n---\n', ['people', 'governance']);
  check('---\ntags: people, █\n---\n', ['governance']);
  check('---\neditor: █\n---\n', ['markdown']);
  check('---\npublished: █\n---\n', ['true', 'false']);
  check('---\ntitle: █\n---\n', undefined);
});

describe('what is chosen is written', () => {
  const checkEdit = (fixture: string, label: string, expected: string) =>
    test(JSON.stringify(fixture), async () => {
      const { context, position } = featureInput(fixture);
      const list = await completion(context, position, notCancelled);
      const edit = list?.items.find((item) => item.label === label)?.textEdit;
      assert.ok(edit !== undefined && 'range' in edit);
      const document = TextDocument.create('file:///x', 'markdown', 1, context.text);
      assert.equal(TextDocument.applyEdits(document, [edit]), expected);
    });
  const page = (line: string) => `--- /a.md\n${line}\n--- /w_(x).md\n# Größe (cm)\n`;
  checkEdit(page('[a](w█_) b'), '/w_(x)', '[a](/w_(x)) b\n');
  checkEdit(page('[a](<w█_> "t")'), '/w_(x)', '[a](</w_(x)> "t")\n');
  checkEdit(page('<a href="█x">'), '/w_(x)', '<a href="/w_(x)">\n');
  checkEdit(page('[a](/w_(x)#g█r)'), '#größe-cm', '[a](/w_(x)#größe-cm)\n');
});

test('a long list is cut, and the editor is told to ask again', async () => {
  const pages = Array.from({ length: 600 }, (_, i) => `--- /p${i}.md\n# P\n`).join('');
  const { context, position } = featureInput(`--- /a.md\n[a](/█)\n${pages}`);
  const list = await completion(context, position, notCancelled);
  assert.equal(list?.isIncomplete, true);
});
