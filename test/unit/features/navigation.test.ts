import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DocumentHighlightKind } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { definition } from '../../../server/src/features/definition.ts';
import { documentHighlight } from '../../../server/src/features/documentHighlight.ts';
import { documentLinks } from '../../../server/src/features/documentLinks.ts';
import { references } from '../../../server/src/features/references.ts';
import { resolve } from '../../../server/src/features/resolve.ts';
import type { ResolveResult } from '../../../server/src/protocol.ts';
import { cancelled, featureInput, notCancelled, wikiRoot } from '../../support/feature.ts';

const others = `
--- /community/sigs.md
---
title: Groups
---
# Groups

## How to join

[home](/home) [again](sub#x) ![x](/images/pond%20map.svg)
--- /home.md
[sigs](/community/sigs) [part](/community/sigs#how-to-join) [file](/images/pond%20map.svg)
--- /images/pond map.svg
image
`;

const short = (uri: string) => uri.slice(wikiRoot.length);

describe('definition', () => {
  /** `file:line`, zero-based. */
  const check = (line: string, expected: string | undefined) =>
    test(line, async () => {
      const { context, position } = featureInput(`--- /page.md\n${line}${others}`);
      const [link] = (await definition(context, position, notCancelled)) ?? [];
      assert.equal(link && `${short(link.targetUri)}:${link.targetSelectionRange.start.line}`, expected);
    });
  check('[a](/community/si█gs)', '/community/sigs.md:0');
  check('[te█xt](/community/sigs)', '/community/sigs.md:0');
  check('[a](/community/sigs#how-to-█join)', '/community/sigs.md:5');
  check('[a](/community/sigs.m█d)', '/community/sigs.md:0');
  check('[a](/nowh█ere)', undefined);
  check('[a](#ow█n)\n\n# Own', '/page.md:2');
  check('![a](/images/pond%20m█ap.svg)', '/images/pond%20map.svg:0');
  check('[a█][b]\n\n[b]: /home', '/home.md:0');
  check('[a](https://exam█ple.com)', undefined);
  check('te█xt', undefined);
  check('[a][b█]\n\n[b]: /home', '/page.md:2');
  check('[a][b]\n\n[b█]: /home', '/page.md:2');
  check('[a][b]\n\n[b]: /ho█me', '/home.md:0');
  check('note[^1█]\n\n[^1]: Text', '/page.md:2');
  check('note[^1█]', undefined);
  check('<a href="/community/sigs#how-to-jo█in">x</a>', '/community/sigs.md:5');
  check('---\ntags: a█\n---\nx', undefined);
});

describe('highlights', () => {
  /** The texts that are highlighted, a declaration with `=` before it. */
  const check = (fixture: string, expected: string[] | undefined) =>
    test(JSON.stringify(fixture), async () => {
      const { context, position } = featureInput(fixture);
      const found = await documentHighlight(context, position, notCancelled);
      const document = TextDocument.create('file:///x', 'markdown', 1, context.text);
      assert.deepEqual(
        found?.map(({ range, kind }) => `${kind === DocumentHighlightKind.Write ? '=' : ''}${document.getText(range)}`),
        expected,
      );
    });
  check('# Pa█rt\n[a](#part) [b](/page#part) [c](/page)\n', ['=Part', '#part', '/page#part']);
  check('# Part\n[a](#pa█rt) [b](/page#part)\n', ['=Part', '#part', '/page#part']);
  check('[a](/xx█) [b](/xx) <a href="/xx">c</a> [d](/xx#y)\n', ['/xx', '/xx', '/xx']);
  check('![a](/x.p█ng) [b](/x.png)\n', ['/x.png', '/x.png']);
  check('[a][l█] [l]\n\n[l]: /x\n', ['=l', 'l', 'l']);
  check('😀 a[^1█] b[^1]\r\n\r\n[^1]: One\r\n', ['=1', '1', '1']);
  check('te█xt\n', undefined);
});

describe('references', () => {
  /** `file:line` of each. */
  const check = (fixture: string, expected: string[] | undefined, withDeclaration = false) =>
    test(JSON.stringify(fixture), async () => {
      const { context, position } = featureInput(fixture);
      const found = await references(context, position, withDeclaration, notCancelled);
      assert.deepEqual(found?.map(({ uri, range }) => `${short(uri)}:${range.start.line}`).sort(), expected);
    });
  check(`--- /page.md\n[a](/community/si█gs)${others}`, ['/home.md:0', '/home.md:0', '/page.md:0']);
  check(`--- /page.md\n[a](/community/sigs#how-to-jo█in)${others}`, ['/home.md:0', '/page.md:0']);
  check(`--- /page.md\n![a](/images/pond%20m█ap.svg)${others}`, ['/community/sigs.md:7', '/home.md:0', '/page.md:0']);
  check('--- /one.md\n# A\n\n## P█art\n[x](#part)\n--- /two.md\n[x](/one#part) [y](/one)\n', [
    '/one.md:3',
    '/two.md:0',
  ]);
  check('--- /one.md\n---\nti█tle: A\n---\n[x](#part)\n--- /two.md\n[x](/one#part) [y](/one)\n', [
    '/two.md:0',
    '/two.md:0',
  ]);
  check('--- /one.md\n# A\n\n## P█art\n[x](#part)\n', ['/one.md:2', '/one.md:3'], true);
  check('--- /a.md\nte█xt\n', undefined);
  const tagged = (tags: string) =>
    `--- /b.md\n---\ntitle: B\ntags: "fish, pond"\n---\nx\n--- /a.md\n---\ntags: ${tags}\n---\nx\n`;
  check(tagged('Po█nd, snails'), ['/a.md:1', '/b.md:2']);
  check(tagged('pond, snai█ls'), ['/a.md:1']);
  const labels = '--- /a.md\n[one][l] [L] [l][] ![i][L]\n[x](/y)\n\n[l]: /y\n[m]: /y\n';
  check(labels.replace('one][l', 'one][l█'), ['/a.md:0', '/a.md:0', '/a.md:0', '/a.md:0']);
  check(labels.replace('[l]:', '[█l]:'), ['/a.md:0', '/a.md:0', '/a.md:0', '/a.md:0', '/a.md:3'], true);
  check(labels.replace('[m]', '[m█]'), []);
  const notes = '--- /a.md\na[^1] b[^2] c[^1]\n\n[^1]: One\n[^2]: Two\n';
  check(notes.replace('a[^1', 'a[^1█'), ['/a.md:0', '/a.md:0', '/a.md:2'], true);
  check(notes.replace('\n[^1]:', '\n[^█1]:'), ['/a.md:0', '/a.md:0']);

  test('a search through all pages can be cancelled', async () => {
    const { context, position } = featureInput(`--- /page.md\n![a](/images/pond%20m█ap.svg)${others}`);
    assert.equal(await references(context, position, false, cancelled), undefined);
  });
});

test('document links open pages, headings and files', async () => {
  const line =
    '[a](/community/sigs#how-to-join) [b](/nowhere) [c](https://x.org) ![d](/images/pond%20map.svg) [e](/home█)';
  const { context } = featureInput(`--- /page.md\n${line}${others}`);
  const links = await documentLinks(context, notCancelled);
  assert.deepEqual(
    links?.map(({ target, range, tooltip }) => [
      context.text.slice(range.start.character, range.end.character),
      short(target ?? ''),
      tooltip,
    ]),
    [
      ['/community/sigs#how-to-join', '/community/sigs.md#L6', 'Groups'],
      ['/home', '/home.md', 'home'],
      ['/images/pond%20map.svg', '/images/pond%20map.svg', undefined],
    ],
  );
});

describe('an href of a rendered page leads to', () => {
  const check = (href: string, expected: ResolveResult) =>
    test(href, async () => {
      const { context } = featureInput(`--- /page.md\n█x${others}`);
      assert.deepEqual(await resolve(context, { uri: '', href }, notCancelled), expected);
    });
  check('/home', { kind: 'page', uri: `${wikiRoot}/home.md`, fragment: undefined });
  check('/community/sigs#how-to-join', { kind: 'page', uri: `${wikiRoot}/community/sigs.md`, fragment: 'how-to-join' });
  check('/home.md', { kind: 'page', uri: `${wikiRoot}/home.md`, fragment: undefined });
  check('/nowhere', { kind: 'missing-page', locale: 'en', path: 'nowhere' });
  check('#part', { kind: 'anchor', fragment: 'part' });
  check('/images/pond%20map.svg', { kind: 'asset', uri: `${wikiRoot}/images/pond%20map.svg` });
  check('/images/none.png', { kind: 'none', reason: 'There is no file images/none.png in this wiki' });
  check('https://example.com/x', { kind: 'external', url: 'https://example.com/x' });
  check('mailto:a@example.com', { kind: 'external', url: 'mailto:a@example.com' });
  check('/t/tag', { kind: 'none', reason: '/t/tag is a page of Wiki.js itself' });
});
