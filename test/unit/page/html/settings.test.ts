import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ModuleOptions } from '../../../../server/src/wiki/settings.ts';
import { runSteps } from '../../../support/htmlSteps.ts';

// What the settings of the HTML modules change.

function check(what: string, modules: Readonly<Record<string, ModuleOptions>>, html: string, expected: string): void {
  test(what, () => {
    assert.equal(runSteps(html, modules), expected);
    assert.notEqual(runSteps(html), expected, 'the setting makes no difference here');
  });
}

check(
  'external links open in a new tab',
  { htmlCore: { enabled: true, openExternalLinkNewTab: true, relAttributeExternalLink: 'noopener' } },
  '<p><a href="https://example.org">a</a> <a href="/guide">b</a></p>',
  '<p><a href="https://example.org" class="is-external-link" target="_blank" rel="noopener">a</a> <a href="/guide" class="is-internal-link is-valid-page">b</a></p>',
);

check(
  'relative links begin at the root',
  { htmlCore: { enabled: true, absoluteLinks: true } },
  '<p><a href="guide">a</a></p>',
  '<p><a href="/guide" class="is-internal-link is-valid-page">a</a></p>',
);

check(
  'iframes stay',
  { htmlSecurity: { enabled: true, safeHTML: true, allowIFrames: true } },
  '<p><iframe src="https://example.org" allow="camera" onload="x"></iframe></p>',
  '<p><iframe src="https://example.org" allow="camera"></iframe></p>',
);

check(
  'text in diagrams goes',
  { htmlSecurity: { enabled: true, safeHTML: true, allowDrawIoUnsafe: false } },
  '<p><svg><foreignObject><div>a</div></foreignObject><text>b</text></svg></p>',
  '<p><svg><text>b</text></svg></p>',
);

for (const options of [
  { enabled: false, safeHTML: true },
  { enabled: true, safeHTML: false },
]) {
  check(
    `nothing is sanitised: ${JSON.stringify(options)}`,
    { htmlSecurity: options },
    '<h2 onclick="a">Title</h2><!-- b --><x-y>c</x-y>',
    '<h2 onclick="a" id="title" class="toc-header"><a class="toc-anchor" href="#title">¶</a> Title</h2><!-- b --><x-y>c</x-y>',
  );
}

check(
  'no tabs',
  { htmlTabset: { enabled: false } },
  '<h2 class="tabset">S</h2><h3>A</h3>',
  '<h2 class="tabset toc-header" id="s"><a class="toc-anchor" href="#s">¶</a> S</h2><h3 id="a" class="toc-header"><a class="toc-anchor" href="#a">¶</a> A</h3>',
);

check(
  'no marks on code, so no charts either',
  { htmlCodehighlighter: { enabled: false } },
  '<pre><code class="language-mermaid">a</code></pre>',
  '<pre v-pre="true"><code class="language-mermaid">a</code></pre>',
);

check(
  'no charts',
  { htmlMermaid: { enabled: false } },
  '<pre><code class="language-mermaid">a</code></pre>',
  '<pre class="prismjs line-numbers" v-pre="true"><code class="language-mermaid">a</code></pre>',
);

check(
  'no diagrams',
  { htmlDiagram: { enabled: false } },
  '<pre class="diagram"><svg content="a"></svg></pre>',
  '<pre class="diagram" v-pre="true"><svg></svg></pre>',
);
