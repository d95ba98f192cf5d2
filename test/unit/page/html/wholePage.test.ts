import { checkSteps as check } from '../../../support/htmlSteps.ts';

// Each expectation is what Wiki.js's own HTML steps made of the HTML.

check(
  'the root: bare text is wrapped, line ends are not',
  `text<p>a</p>
<p>b</p>more`,
  `<div>text</div><p>a</p>
<p>b</p><div>more</div>`,
);

check(
  'the root: tables get a container, but not those in something',
  '<table><tr><td>a</td></tr></table><blockquote><table><tr><td>b</td></tr></table></blockquote>',
  '<div class="table-container"><table><tbody><tr><td>a</td></tr></tbody></table></div><blockquote><table><tbody><tr><td>b</td></tr></tbody></table></blockquote>',
);

check('the root: a style at the very top goes to the head and away', '<style>a{}</style><p>x</p>', '<p>x</p>');

check('the root: a style further down stays', '<p>x</p><style>a{}</style>', '<p>x</p><style>a{}</style>');

check('the root: attributes of the body come out as text', '<body class="x"><p>a</p>', '<p>a</p>');

check('the root: frames are no page', '<frameset><frame src="a"></frameset>', '');

check('interpolation: in an element', '<p>a {{ name }} b</p>', '<p v-pre="true">a {{ name }} b</p>');

check(
  'interpolation: in the element that holds it, no other',
  '<p>a <b>{{ name }}</b></p>',
  '<p>a <b v-pre="true">{{ name }}</b></p>',
);

check('interpolation: split by an element it is none', '<p>{<b>{ name }</b>}</p>', '<p>{<b>{ name }</b>}</p>');

check(
  'interpolation: over a line end',
  `<p>{{ a
b }}</p>`,
  `<p v-pre="true">{{ a
b }}</p>`,
);

check('interpolation: every pre', '<pre>x</pre>', '<pre v-pre="true">x</pre>');

check('interpolation: what was unwrapped into the root', '<x-y>{{ a }}</x-y>', '<p v-pre="true">{{ a }}</p>');

check(
  'interpolation: in a tab title',
  '<h2 class="tabset">S</h2><h3>{{ a }}</h3><p>b</p>',
  '<tabset><template v-slot:tabs=""><li v-pre="true">{{ a }}</li></template><template v-slot:content=""><div class="tabset-panel"><p>b</p></div></template></tabset>',
);

check('malformed HTML: a paragraph in a paragraph', '<p>a<p>b', '<p>a</p><p>b</p>');

check(
  'malformed HTML: a link in a link',
  '<p><a href="/guide">a<a href="/guide">b</a></a></p>',
  '<p><a href="/guide" class="is-internal-link is-valid-page">a</a><a href="/guide" class="is-internal-link is-valid-page">b</a></p>',
);

check(
  'malformed HTML: an element that is unwrapped frees what it kept apart',
  '<p>a<object><p>b</p></object></p>',
  '<p>a</p><p>b</p><p></p>',
);

check(
  'malformed HTML: text in a table is moved out',
  '<table><tr>x<td>a</td></tr></table>',
  '<div>x</div><div class="table-container"><table><tbody><tr><td>a</td></tr></tbody></table></div>',
);

check(
  'malformed HTML: each pass takes a line end from a pre',
  `<pre>



a</pre>`,
  `<pre v-pre="true">
a</pre>`,
);

check('malformed HTML: unclosed tags', '<div><b>a</div>b', '<div><b>a</b></div><b>b</b>');

check(
  'malformed HTML: a table in a paragraph',
  '<p><table><tr><td>a</td></tr></table></p>',
  '<p><table><tbody><tr><td>a</td></tr></tbody></table></p>',
);

check(
  'malformed HTML: returns',
  '<p title="a&#13;b">a&#13;b</p>',
  `<p title="a
b">a
b</p>`,
);

check(
  'malformed HTML: references beyond ASCII',
  '<p>&#xe9;&eacute;&nbsp;&amp;#xe9;&lt;</p>',
  '<p>éé&nbsp;&amp;#xe9;&lt;</p>',
);

check('malformed HTML: an end of the body in a comment', '<p>a</p><!-- </body> --><p>b</p>', '<p>a</p><p>b</p>');
