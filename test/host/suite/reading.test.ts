import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, eventually, fileUri, openPage, pageText, positionIn, writeFile } from '../support/workspace.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAAEUlEQVR4nGNQSJjwH4QZMBgAnnMMWwwUab8AAAAASUVORK5CYII=',
  'base64',
);

suite('reading and typing', () => {
  suiteSetup(async () => {
    await writeFile('typed/pond.png', png);
    await writeFile(
      'typed/target.md',
      pageText('A target of its own', '# Target\n\nWhat stands at its top.\n\n## Far below'),
    );
    await writeFile(
      'typed/page.md',
      pageText(
        'Typed',
        '# Typed\n\n[words](/typed/target) ![pond](/typed/pond.png)\n\n> quote\n{.}\n\n[a](own-tar)\n\n:turt\n\n![]\n\n[b](##far)',
      ),
    );
  });
  teardown(closeEditors);

  const labelOf = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);

  /** What VS Code offers behind a text of the page, once it offers something that we know. */
  async function offered(after: string, known: string, trigger?: string): Promise<vscode.CompletionItem[]> {
    const { document } = await openPage('typed/page.md');
    const position = document.positionAt(document.getText().indexOf(after) + after.length);
    const list = await eventually(
      `${known} behind ${after}`,
      () =>
        vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          position,
          trigger,
        ),
      ({ items }) => items.some((item) => labelOf(item) === known),
    );
    return list.items;
  }

  test('a page is found by its title, and written as Wiki.js finds it', async () => {
    const items = await offered('[a](own-tar', '/typed/target');
    const item = items.find((it) => labelOf(it) === '/typed/target');
    assert.equal(item?.insertText, '/typed/target');
    const { document } = await openPage('typed/page.md');
    assert.ok(item.range instanceof vscode.Range);
    assert.equal(document.getText(item.range), 'own-tar');
  });

  test('headings of other pages, classes, emoji and images are found', async () => {
    await offered('[b](##far', 'Far below');
    await offered('{.', '.is-warning', '.');
    await offered(':turt', ':turtle:');
    const images = await offered('\n![', '/typed/pond.png', '[');
    const { documentation } = images.find((item) => labelOf(item) === '/typed/pond.png') ?? {};
    assert.match(documentation instanceof vscode.MarkdownString ? documentation.value : '', /pond\.png\|width=/);
  });

  async function hoverOn(text: string): Promise<string> {
    const { document } = await openPage('typed/page.md');
    const hovers = await eventually(
      `a hover on ${text}`,
      () =>
        vscode.commands.executeCommand<vscode.Hover[]>(
          'vscode.executeHoverProvider',
          document.uri,
          positionIn(document, text),
        ),
      (found) => found.length > 0,
    );
    return hovers
      .flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)))
      .join('\n');
  }

  test('hover shows what is behind a link, and the image itself', async () => {
    assert.match(await hoverOn('/typed/target'), /> What stands at its top\.[\s\S]*Published · 1 page links here/);
    assert.match(await hoverOn('/typed/pond.png'), /pond\.png\|width=240[\s\S]*2 × 3 pixels · \d+ bytes/);
  });

  test('a page says above its text who links to it, and a click lists the links', async () => {
    const { document } = await openPage('typed/target.md');
    const [lens] = await eventually(
      'a code lens',
      () => vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 5),
      (found) => found.length > 0,
    );
    assert.equal(lens?.command?.title, '1 page links here');
    await vscode.commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
    await vscode.commands.executeCommand('auxWiki.showBacklinks', 'nonsense');
  });

  test("VS Code's own outline and symbols are not doubled", async () => {
    const { document } = await openPage('typed/target.md');
    const outline = await eventually(
      'an outline',
      () =>
        vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri),
      (found) => (found ?? []).length > 0,
    );
    assert.equal(outline.length, 1);
    const symbols = await eventually(
      'symbols of the workspace',
      () =>
        vscode.commands.executeCommand<vscode.SymbolInformation[]>(
          'vscode.executeWorkspaceSymbolProvider',
          'target of its own',
        ),
      (found) => found.some(({ name }) => name === 'A target of its own'),
    );
    const page = symbols.find(({ name }) => name === 'A target of its own');
    assert.equal(page?.location.uri.toString(), fileUri('typed/target.md').toString());
    const headings = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'far below',
    );
    assert.ok(headings.filter(({ name }) => name.includes('Far below')).length <= 1);
  });
});
