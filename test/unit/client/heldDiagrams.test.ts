import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync, deflateSync } from 'node:zlib';
import { diagramOrigins, withHeldDiagrams } from '../../../client/src/preview/heldDiagrams.ts';
import { renderPage } from '../../../server/src/render/renderPage.ts';
import { createWiki } from '../../support/wiki.ts';

const settings = `--- /.aux-wiki.yml
rendering:
  markdownKroki: { enabled: true, server: "https://kroki.test" }
  markdownPlantuml: { server: "http://uml.test:8080/plantuml" }
`;

/** A page's HTML with its diagrams held, by the real renderer. */
function held(text: string): string {
  const { wiki, page } = createWiki(`--- /page.md\n${text}\n${settings}`);
  return withHeldDiagrams(renderPage(page('page.md'), text, wiki).html, (host) => `Load from ${host}`);
}

function figure(source: string, host: string): string {
  return `<figure class="held-diagram"><pre><code>${source}</code></pre><figcaption><button type="button" class="load-diagrams">Load from ${host}</button></figcaption></figure>`;
}

const fence = '```';

test('a PlantUML diagram is what the author wrote', () => {
  const source = 'Keeper -> Axolotl : wörm <b> & "🦎"\n\nnote left\n  x\nend note';
  const html = held(`${fence}plantuml\n${source}\n${fence}`);
  const escaped = source.replace('&', '&amp;').replaceAll('>', '&gt;').replace('<', '&lt;').replaceAll('"', '&quot;');
  assert.equal(html.trim(), figure(escaped, 'uml.test:8080'));
});

test('a Kroki diagram is what the author wrote', () => {
  assert.equal(
    held(`${fence}kroki\ngraphviz\ndigraph { a; b }\n${fence}`).trim(),
    figure('graphviz\ndigraph { a; b }', 'kroki.test'),
  );
});

const image = (url: string) => `<img src="${url}" alt="uml diagram" class="uml-diagram prefetch-candidate">`;

test('a URL that holds no diagram is shown itself, and never fetched', () => {
  const bomb = deflateSync(Buffer.alloc(5_000_000)).toString('base64url');
  const raw = deflateRawSync(Buffer.alloc(5_000_000)).toString('base64url');
  for (const url of [
    'https://x.test/a.png',
    `https://x.test/a/svg/${bomb}`,
    `https://x.test/svg/${raw}`,
    'https://x.test/',
  ]) {
    const html = withHeldDiagrams(image(url), undefined);
    assert.equal(html, `<figure class="held-diagram"><pre><code>${url}</code></pre></figure>`);
  }
});

test('other images stay', () => {
  const html = '<img src="https://x.test/a.png" alt="uml-diagram"><img src="/a.svg" class="uml-diagram">';
  assert.equal(
    withHeldDiagrams(html, () => ''),
    html,
  );
});

test('origins of diagrams, none that a policy would read as more', () => {
  const urls = ['https://a.test/svg/x', 'http://b.test:81/svg/x', 'https://a.test/svg/y', 'https://x;style-src/svg/x'];
  assert.deepEqual(diagramOrigins(`${urls.map(image).join('')}<img src="https://c.test/x">`), [
    'https://a.test',
    'http://b.test:81',
  ]);
});
