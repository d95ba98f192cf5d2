import { checkMarkdown as check } from '../../../support/markdown.ts';

// Attributes in braces as markdown-it-attrs 3.0.3 reads them, and in comments as markdown-it-decorate 1.2.2 does, with Wiki.js's list of attributes. Each expectation was made with those versions.

check(
  'a heading',
  `# Title {#own .big}`,
  `<h1 id="own" class="big">Title</h1>
`,
);

check(
  'only id, class and target get through',
  `# Title {#own style=color:red data-x=1 target=_blank}`,
  `<h1 id="own" target="_blank">Title</h1>
`,
);

check(
  'attributes that are not allowed vanish all the same',
  `text {key=value}`,
  `<p>text</p>
`,
);

check(
  'a value in quotes',
  `[a](/b){.c title="d e" class="f g"}`,
  `<p><a href="/b" class="c f g">a</a></p>
`,
);

check(
  'an inline element',
  `*a*{.b} \`c\`{.d} ![e](f.png){.g}`,
  `<p><em class="b">a</em> <code class="d">c</code> <img src="f.png" alt="e" class="g"></p>
`,
);

check(
  'several after each other',
  `*a*{.b}{#c}`,
  `<p><em class="b" id="c">a</em></p>
`,
);

check(
  'a line of its own goes to the outermost block that ends there',
  `> a
{.b}`,
  `<blockquote class="b">
<p>a</p>
</blockquote>
`,
);

check(
  "in a list's last item it goes to the list",
  `- a
- b
{.c}`,
  `<ul class="c">
<li>a</li>
<li>b</li>
</ul>
`,
);

check(
  'at the end of an item it goes to the item',
  `- a {.b}
- c`,
  `<ul>
<li class="b">a</li>
<li>c</li>
</ul>
`,
);

check(
  'after a blank line it goes to the list',
  `- a

{.b}`,
  `<ul class="b">
<li>a</li>
</ul>
`,
);

check(
  'after a table',
  `| a |
|---|
| b |
{.c}`,
  `<table class="c">
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
`,
);

check(
  'after a table and a blank line',
  `| a |
|---|
| b |

{.c}`,
  `<table class="c">
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
`,
);

check(
  'a quote and a blank line',
  `> a

{.b}`,
  `<blockquote>
<p>a</p>
</blockquote>
<p class="b"></p>
`,
);

check(
  'a thematic break',
  `--- {.a}`,
  `<hr class="a">
`,
);

check(
  'a fence loses them',
  `\`\`\`js {.a}
b
\`\`\``,
  `<pre><code class="language-js">b
</code></pre>
`,
);

check(
  'maths that ends in a brace loses it',
  `$\\frac{a}{b}$`,
  `<p>\\frac{a}</p>
`,
);

check(
  'a code span at the end keeps its braces',
  `\`{.a}\``,
  `<p><code>{.a}</code></p>
`,
);

check(
  'too short',
  `text {} {.} {#}`,
  `<p>text {} {.} {#}</p>
`,
);

check(
  'twice the same id',
  `# a {#b #c}`,
  `<h1 id="b" id="c">a</h1>
`,
);

check(
  'a comment after a heading',
  `# a
<!-- {.b} -->`,
  `<h1 class="b">a</h1>
`,
);

check(
  'a comment within a line',
  `a *b* <!-- {.c} -->`,
  `<p>a <em class="c">b</em></p>
`,
);

check(
  'a comment names its element',
  `- a
- b

<!-- {li: .c} -->

<!-- {li^: #d} -->

<!-- {ul: data-e="f g"} -->`,
  `<ul data-e="f g">
<li id="d">a</li>
<li class="c">b</li>
</ul>
`,
);

check(
  'a comment gives any attribute',
  `a<!-- {style="color: red" onclick=x} -->`,
  `<p style="color: red" onclick="x">a</p>
`,
);

check(
  'a comment that is no list of attributes stays',
  `a <!-- {b c&} -->`,
  `<p>a <!-- {b c&} --></p>
`,
);

check(
  'a comment in code is one too',
  `\`<!-- {.a} -->\``,
  `<p></p>
`,
);

check(
  'two kinds of code on a page have no common name',
  `\`a\`

\`\`\`
b
\`\`\`

<!-- {code: .c} -->`,
  `<p><code>a</code></p>
<pre><code class="language-">b
</code></pre>
<!-- {code: .c} -->`,
);
