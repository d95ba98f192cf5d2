import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseDocument, parseFragment } from '../../../../server/src/page/html/parse.ts';
import { serialize } from '../../../../server/src/page/html/serialize.ts';
import { buildTabsets } from '../../../../server/src/page/html/tabset.ts';
import { type ChildNode, elementsIn } from '../../../../server/src/page/html/tree.ts';
import { checkSteps as check } from '../../../support/htmlSteps.ts';

// Each expectation is what Wiki.js's own HTML steps made of the HTML.

check(
  'code blocks: a code block is marked for the highlighter',
  '<pre><code>x = 1</code></pre>',
  '<pre class="prismjs line-numbers" v-pre="true"><code class="language-">x = 1</code></pre>',
);

check(
  'code blocks: a language stays',
  '<pre class="own"><code class="language-js">x</code></pre>',
  '<pre class="own prismjs line-numbers" v-pre="true"><code class="language-js">x</code></pre>',
);

check('code blocks: code beside a pre is no block', '<p><code>x</code></p>', '<p><code>x</code></p>');

check(
  'code blocks: a mermaid block becomes a chart',
  `<pre><code class="language-mermaid">graph TD
A--&gt;B</code></pre>`,
  `<div class="mermaid">graph TD
A--&gt;B</div>`,
);

check(
  'code blocks: a diagram loses its editable source, and its line breaks',
  '<pre class="diagram"><svg content="source" width="1"><foreignObject><div>one<br>two</div><p>three</p></foreignObject></svg></pre>',
  '<div class="diagram"><svg width="1"><foreignObject><div>one<div></div>two</div><div></div></foreignObject></svg></div>',
);

check(
  'code blocks: markup in code survives as text',
  '<pre><code class="language-html">&lt;b&gt;</code></pre>',
  '<pre class="prismjs line-numbers" v-pre="true"><code class="language-html">&lt;b&gt;</code></pre>',
);

check(
  'tabsets: headings one level below become tabs',
  `<h2 class="tabset">Systems</h2>
<h3>Linux</h3>
<p>one</p>
<h3>macOS</h3>
<p>two</p>
`,
  `<tabset><template v-slot:tabs=""><li>Linux</li><li>macOS</li></template><template v-slot:content=""><div class="tabset-panel"><p>one</p></div><div class="tabset-panel"><p>two</p></div></template></tabset>




`,
);

check(
  'tabsets: a heading of the same level ends the set',
  '<h2 class="tabset">Systems</h2><h3>Linux</h3><p>one</p><h2>After</h2><p>end</p>',
  '<tabset><template v-slot:tabs=""><li>Linux</li></template><template v-slot:content=""><div class="tabset-panel"><p>one</p></div></template></tabset><h2 class="toc-header"><a class="toc-anchor" href="#after">¶</a> After</h2><p>end</p>',
);

check(
  'tabsets: what stands before the first tab comes after the set',
  '<h2 class="tabset">Systems</h2><p>before</p><h3>Linux</h3><p>one</p>',
  '<tabset><template v-slot:tabs=""><li>Linux</li></template><template v-slot:content=""><div class="tabset-panel"><p>one</p></div></template></tabset><p>before</p>',
);

check(
  'tabsets: text beside elements is left behind',
  '<h2 class="tabset">Systems</h2><h3>Linux</h3>loose<p>one</p>',
  '<tabset><template v-slot:tabs=""><li>Linux</li></template><template v-slot:content=""><div class="tabset-panel"><p>one</p></div></template></tabset><div>loose</div>',
);

check(
  'tabsets: a set in a tab',
  '<h1 class="tabset">Outer</h1><h2 class="tabset">Inner</h2><h3>A</h3><p>a</p>',
  '<tabset><template v-slot:tabs=""><li>Inner</li></template><template v-slot:content=""><div class="tabset-panel"><h3 id="a" class="toc-header"><a class="toc-anchor" href="#a">¶</a> A</h3><p>a</p></div></template></tabset>',
);

check(
  'tabsets: a set below a tab',
  '<h2 class="tabset">Outer</h2><h3>Tab</h3><h4 class="tabset">Inner</h4><h5>A</h5><p>a</p>',
  '<tabset><template v-slot:tabs=""><li>Tab</li></template><template v-slot:content=""><div class="tabset-panel"><tabset><template v-slot:tabs=""><li>A</li></template><template v-slot:content=""><div class="tabset-panel"><p>a</p></div></template></tabset></div></template></tabset>',
);

check(
  'tabsets: a heading inside a later element lets the last tab run on',
  '<h2 class="tabset">S</h2><h3>A</h3><p>a</p><blockquote><h2>quoted</h2></blockquote><h2>After</h2>',
  '<tabset><template v-slot:tabs=""><li>A</li></template><template v-slot:content=""><div class="tabset-panel"><p>a</p><blockquote><h2 id="quoted" class="toc-header"><a class="toc-anchor" href="#quoted">¶</a> quoted</h2></blockquote><h2 class="toc-header"><a class="toc-anchor" href="#after">¶</a> After</h2></div></template></tabset>',
);

check(
  'tabsets: the sixth level cannot be a set',
  '<h6 class="tabset">S</h6>',
  '<h6 class="tabset toc-header" id="s"><a class="toc-anchor" href="#s">¶</a> S</h6>',
);

check(
  'tabsets: without tabs nothing is in it',
  '<h2 class="tabset">S</h2><p>x</p>',
  '<tabset><template v-slot:tabs=""></template><template v-slot:content=""></template></tabset><p>x</p>',
);

check(
  'tabsets: a heading that is deep in a tab keeps its id',
  '<h2 class="tabset">S</h2><h3>A</h3><h4>Deep</h4><p>a</p>',
  '<tabset><template v-slot:tabs=""><li>A</li></template><template v-slot:content=""><div class="tabset-panel"><h4 id="deep" class="toc-header"><a class="toc-anchor" href="#deep">¶</a> Deep</h4><p>a</p></div></template></tabset>',
);

// The tabs are put together as a tree, which has to be the one that Wiki.js gets by way of HTML.
test('a set of tabs is what writing and parsing it gives', () => {
  const name = fc.constantFrom('h1', 'h2', 'h3', 'h4', 'p', 'div', 'section', 'x-y', 'template');
  const content = fc.constantFrom(
    ...['a', '<b>b</b>&amp;', '<h3 class="tabset">c</h3>', '<h2>d</h2>', '\n\n', 'e<!--f-->g'],
  );
  const piece = fc
    .tuple(name, fc.constantFrom('', ' class="tabset"'), content)
    .map(([tag, attribute, inside]) => `<${tag}${attribute}>${inside}</${tag}>\n`);
  const isSame = (pieces: readonly string[]) => {
    const document = parseDocument(pieces.join(''));
    buildTabsets(document, elementsIn(document));
    const shape = (nodes: readonly ChildNode[]): unknown =>
      nodes.map((node) =>
        node.kind === 'element'
          ? { ...node, parent: undefined, children: shape(node.children) }
          : { ...node, parent: undefined },
      );
    for (const tabset of elementsIn(document).filter((element) => element.name === 'tabset')) {
      assert.deepEqual(shape(parseFragment(serialize([tabset]))), shape([tabset]));
    }
  };
  fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), isSame), { numRuns: 1000 });
});
