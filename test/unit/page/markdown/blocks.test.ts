import { checkMarkdown as check } from '../../../support/markdown.ts';

// Blocks as markdown-it 11.0.1 parses them. Each expectation was made with that version and the plugins of Wiki.js.

const longLabel = 'x'.repeat(1001);

check(
  'a no-break space at the end of a paragraph is trimmed',
  `text\u00a0`,
  `<p>text</p>
`,
);

check(
  'a heading of a no-break space is empty',
  `# \u00a0`,
  `<h1></h1>
`,
);

check(
  'an underlined heading is trimmed of Unicode white space',
  `\u3000title
===`,
  `<h1>title</h1>
`,
);

check(
  'indented code at the end of a page has no last line break',
  `    code`,
  `<pre><code>code</code></pre>
`,
);

check(
  'an underline wins over an HTML block',
  `<div>
title
===`,
  `<h1><div><br>
title</h1>
`,
);

check(
  'meta is a block element',
  `<meta name="a">
*text*`,
  `<meta name="a">
*text*`,
);

check(
  'source is a block element',
  `<source src="a">
*text*`,
  `<source src="a">
*text*`,
);

check(
  'search is none yet',
  `<search>*text*</search>
*more*`,
  `<p><search><em>text</em></search><br>
<em>more</em></p>
`,
);

check(
  'textarea does not keep blank lines',
  `<textarea>
*a*

*b*
</textarea>`,
  `<textarea>
*a*
<p><em>b</em><br>
</textarea></p>
`,
);

check(
  'a declaration needs a capital',
  `<!a b>
*text*`,
  `<p>&lt;!a b&gt;<br>
<em>text</em></p>
`,
);

check(
  'a list item that is outdented ends an HTML block',
  `- <div>
  a

text`,
  `<ul>
<li>
<div>
a
</li>
</ul>
<p>text</p>
`,
);

check(
  'a pipe within backticks parts no cells',
  `| a | b |
|---|---|
| \`x|y\` | z |`,
  `<table>
<thead>
<tr>
<th>a</th>
<th>b</th>
</tr>
</thead>
<tbody>
<tr>
<td><code>x|y</code></td>
<td>z</td>
</tr>
</tbody>
</table>
`,
);

check(
  'a pipe behind an open backtick does',
  `| a | b |
|---|---|
| \`x | y |`,
  `<table>
<thead>
<tr>
<th>a</th>
<th>b</th>
</tr>
</thead>
<tbody>
<tr>
<td>\`x</td>
<td>y</td>
</tr>
</tbody>
</table>
`,
);

check(
  'an escaped pipe stays escaped',
  `| a | b |
|---|---|
| x\\|y | z |`,
  `<table>
<thead>
<tr>
<th>a</th>
<th>b</th>
</tr>
</thead>
<tbody>
<tr>
<td>x|y</td>
<td>z</td>
</tr>
</tbody>
</table>
`,
);

check(
  'a row needs a pipe',
  `| a |
|---|
| b |
c`,
  `<table>
<thead>
<tr>
<th>a</th>
</tr>
</thead>
<tbody>
<tr>
<td>b</td>
</tr>
</tbody>
</table>
<p>c</p>
`,
);

check(
  'a heading does not end a table, the missing pipe does',
  `| a |
|---|
| b |
# c | d`,
  `<table>
<thead>
<tr>
<th>a</th>
</tr>
</thead>
<tbody>
<tr>
<td>b</td>
</tr>
<tr>
<td># c</td>
</tr>
</tbody>
</table>
`,
);

check(
  'a header may have fewer cells than the line below it',
  `a | b
--|--|--
1 | 2 | 3`,
  `<table>
<thead>
<tr>
<th>a</th>
<th>b</th>
</tr>
</thead>
<tbody>
<tr>
<td>1</td>
<td>2</td>
</tr>
</tbody>
</table>
`,
);

check(
  'a table without rows has a body',
  `| a |
|---|`,
  `<table>
<thead>
<tr>
<th>a</th>
</tr>
</thead>
<tbody></tbody>
</table>
`,
);

check(
  'a hyphen may stand alone in the line below the header',
  `a | b
- | -
`,
  `<table>
<thead>
<tr>
<th>a</th>
<th>b</th>
</tr>
</thead>
<tbody></tbody>
</table>
`,
);

check(
  'a definition may have a label of any length',
  `[${longLabel}]: /url

[${longLabel}]`,
  `<p><a href="/url">${longLabel}</a></p>
`,
);

check(
  "a definition's destination may go over a line break behind a backslash, which is not counted",
  `[a]: \\
b`,
  `<p>b</p>
`,
);

check(
  'a definition with an empty title and more behind it is none',
  `[a]: /b "" c

[a]`,
  `<p>[a]: /b &quot;&quot; c</p>
<p>[a]</p>
`,
);

check(
  'a paragraph in a deep list is not interrupted by a list that is indented by tabs',
  `- a

  - b

\tc
\t* d`,
  `<ul>
<li>
<p>a</p>
<ul>
<li>
<p>b</p>
<p>c</p>
<ul>
<li>d</li>
</ul>
</li>
</ul>
</li>
</ul>
`,
);

check(
  'a quote takes the next line lazily',
  `> a
b`,
  `<blockquote>
<p>a<br>
b</p>
</blockquote>
`,
);

check(
  'a list is loose when a blank line parts its items',
  `- a

- b`,
  `<ul>
<li>
<p>a</p>
</li>
<li>
<p>b</p>
</li>
</ul>
`,
);
