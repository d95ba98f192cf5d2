import { checkSteps as check } from '../../../support/htmlSteps.ts';

// Each expectation is what Wiki.js's own HTML steps made of the HTML.

check(
  'links: to a page that is there',
  '<p><a href="/guide">x</a></p>',
  '<p><a href="/guide" class="is-internal-link is-valid-page">x</a></p>',
);

check(
  'links: to a page that is not',
  '<p><a class="own" href="nowhere?q=1#part">x</a></p>',
  '<p><a class="own is-internal-link is-invalid-page" href="/test/page/nowhere?q=1#part">x</a></p>',
);

check(
  'links: out, system, file, own',
  '<p><a href="https://example.org">a</a><a href="/t/tag">b</a><a href="/a.png">c</a><a href="#here">d</a><a href="mailto:a@example.org">e</a><a name="top">f</a></p>',
  '<p><a href="https://example.org" class="is-external-link">a</a><a href="/t/tag" class="is-system-link">b</a><a href="/a.png" class="is-asset-link">c</a><a href="#here">d</a><a href="mailto:a@example.org">e</a><a name="top">f</a></p>',
);

check(
  'links: the site itself is no other site',
  '<p><a href="https://wiki.example.com/guide">x</a></p>',
  '<p><a href="/guide" class="is-internal-link is-valid-page">x</a></p>',
);

check(
  'links: in SVG, by either attribute',
  '<p><svg><a xlink:href="/guide"><text>x</text></a><a href="/guide"><text>y</text></a></svg></p>',
  '<p><svg><a xlink:href="/guide" class="is-internal-link is-valid-page"><text>x</text></a><a href="/guide" class="is-internal-link is-valid-page"><text>y</text></a></svg></p>',
);

check(
  'links: a class that the author wrote is looked up where any link is internal',
  '<p><a class="is-internal-link" href="#x">a</a><a href="/guide">b</a></p>',
  '<p><a class="is-internal-link is-invalid-page" href="#x">a</a><a href="/guide" class="is-internal-link is-valid-page">b</a></p>',
);

check(
  'links: a class that the author wrote alone changes nothing',
  '<p><a class="is-internal-link" href="/guide.md">a</a></p>',
  '<p><a class="is-internal-link is-asset-link" href="/guide.md">a</a></p>',
);

check('links: nothing left of the path', '<p><a href="///">x</a></p>', '<p><a href="///">x</a></p>');

check(
  'links: the sanitiser may take the href',
  '<p><a href="javascript:a://b">x</a></p>',
  '<p><a class="is-external-link">x</a></p>',
);

check(
  'headings: ids are counted up',
  '<h2>Same</h2><h2>Same</h2><h3>Same-1</h3>',
  '<h2 id="same" class="toc-header"><a class="toc-anchor" href="#same">¶</a> Same</h2><h2 id="same-1" class="toc-header"><a class="toc-anchor" href="#same-1">¶</a> Same</h2><h3 id="same-1-1" class="toc-header"><a class="toc-anchor" href="#same-1-1">¶</a> Same-1</h3>',
);

check(
  'headings: an id of its own',
  '<h2 id="2 b">A</h2>',
  '<h2 id="h-2 b" class="toc-header"><a class="toc-anchor" href="#h-2 b">¶</a> A</h2>',
);

check(
  'headings: an id that DOMPurify takes away',
  '<h2>Title</h2><h2>Links</h2><h2>Links</h2>',
  '<h2 class="toc-header"><a class="toc-anchor" href="#title">¶</a> Title</h2><h2 class="toc-header"><a class="toc-anchor" href="#links">¶</a> Links</h2><h2 id="links-1" class="toc-header"><a class="toc-anchor" href="#links-1">¶</a> Links</h2>',
);

check(
  'headings: an id with a quote breaks out of the anchor sign',
  '<h2 id="a&quot;b">A</h2>',
  '<h2 id="a&quot;b" class="toc-header"><a class="toc-anchor" href="#a">¶</a> A</h2>',
);

check(
  'headings: in a quote, in a list',
  '<blockquote><h2>Q</h2></blockquote><ul><li><h3>L</h3></li></ul>',
  '<blockquote><h2 id="q" class="toc-header"><a class="toc-anchor" href="#q">¶</a> Q</h2></blockquote><ul><li><h3 id="l" class="toc-header"><a class="toc-anchor" href="#l">¶</a> L</h3></li></ul>',
);

check(
  'headings: empty ones',
  '<h2></h2><h2>!</h2>',
  '<h2 id="" class="toc-header"><a class="toc-anchor" href="#">¶</a> </h2><h2 id="-1" class="toc-header"><a class="toc-anchor" href="#-1">¶</a> !</h2>',
);

check(
  'headings: text of styles does not count',
  '<h2>A<style>b{}</style><span>c</span></h2>',
  '<h2 id="ac" class="toc-header"><a class="toc-anchor" href="#ac">¶</a> A<style>b{}</style><span>c</span></h2>',
);
