import { checkMarkdown as check } from '../../../support/markdown.ts';

// What the other plugins of Wiki.js make of their syntax, in the versions that it pins. Each expectation was made with those versions.

check(
  'abbreviations',
  `*[HTML]: Hyper "Text"

HTML, XHTML and HTML5 (HTML)`,
  `<p><abbr title="Hyper &quot;Text&quot;">HTML</abbr>, XHTML and HTML5 (<abbr title="Hyper &quot;Text&quot;">HTML</abbr>)</p>
`,
);

check(
  'the longer abbreviation first',
  `*[A]: one
*[A B]: two

A B A`,
  `<p><abbr title="two">A B</abbr> <abbr title="one">A</abbr></p>
`,
);

check(
  'emoji by name',
  `a :smile: b :nosuch: c :+1:`,
  `<p>a <img class="emoji" draggable="false" alt="😄" src="/_assets/svg/twemoji/1f604.svg"/> b :nosuch: c <img class="emoji" draggable="false" alt="👍" src="/_assets/svg/twemoji/1f44d.svg"/></p>
`,
);

check(
  'emoticons stand alone',
  `:) a:) http://x :/ 8-) <3`,
  `<p><img class="emoji" draggable="false" alt="😃" src="/_assets/svg/twemoji/1f603.svg"/> a:) <a href="http://x">http://x</a> <img class="emoji" draggable="false" alt="😕" src="/_assets/svg/twemoji/1f615.svg"/> <img class="emoji" draggable="false" alt="😎" src="/_assets/svg/twemoji/1f60e.svg"/> <img class="emoji" draggable="false" alt="❤\ufe0f" src="/_assets/svg/twemoji/2764.svg"/></p>
`,
);

check(
  'an emoji with a joiner keeps its selectors',
  `:heart: :rainbow_flag: :keycap_ten: :de:`,
  `<p><img class="emoji" draggable="false" alt="❤\ufe0f" src="/_assets/svg/twemoji/2764.svg"/> <img class="emoji" draggable="false" alt="🏳\ufe0f\u200d🌈" src="/_assets/svg/twemoji/1f3f3-fe0f-200d-1f308.svg"/> <img class="emoji" draggable="false" alt="🔟" src="/_assets/svg/twemoji/1f51f.svg"/> <img class="emoji" draggable="false" alt="🇩🇪" src="/_assets/svg/twemoji/1f1e9-1f1ea.svg"/></p>
`,
);

check(
  'an emoji that twemoji 14 does not know',
  `:moose: :black_bird: :infinity: :eye_speech_bubble:`,
  `<p>🫎 <img class="emoji" draggable="false" alt="🐦" src="/_assets/svg/twemoji/1f426.svg"/>\u200d<img class="emoji" draggable="false" alt="⬛" src="/_assets/svg/twemoji/2b1b.svg"/> <img class="emoji" draggable="false" alt="♾" src="/_assets/svg/twemoji/267e.svg"/>\ufe0f <img class="emoji" draggable="false" alt="👁\ufe0f" src="/_assets/svg/twemoji/1f441.svg"/>\u200d<img class="emoji" draggable="false" alt="🗨\ufe0f" src="/_assets/svg/twemoji/1f5e8.svg"/></p>
`,
);

check(
  'a checkbox',
  `- [ ] a
- [x] b
- [X] c
- [y] d
- [ ]e`,
  `<ul class="contains-task-list">
<li class="task-list-item"><input class="task-list-item-checkbox" disabled="" type="checkbox"> a</li>
<li class="task-list-item"><input class="task-list-item-checkbox" checked="" disabled="" type="checkbox"> b</li>
<li class="task-list-item"><input class="task-list-item-checkbox" checked="" disabled="" type="checkbox"> c</li>
<li>[y] d</li>
<li>[ ]e</li>
</ul>
`,
);

check(
  'leading tabs of a fence',
  `\`\`\`
\ta\tb
  \tc
\`\`\``,
  `<pre><code class="language-">    a\tb
  \tc
</code></pre>
`,
);

check(
  'tabs of another width',
  `\`\`\`
\t\ta
\`\`\``,
  `<pre><code class="language-">    a
</code></pre>
`,
  { markdownExpandtabs: { tabWidth: 2 } },
);

check(
  'tabs are left alone',
  `\`\`\`
\ta
\`\`\``,
  `<pre><code class="language-">\ta
</code></pre>
`,
  { markdownExpandtabs: { enabled: false } },
);

check(
  'a fence has a language class even without a language',
  `\`\`\`
a
\`\`\`

\`\`\` js b
"c" 'd'
\`\`\``,
  `<pre><code class="language-">a
</code></pre>
<pre><code class="language-js">&quot;c&quot; &#39;d&#39;
</code></pre>
`,
);

check(
  'a drawing is decoded',
  `\`\`\`diagram
PHN2Zz7DpDwvc3ZnPg==
\`\`\``,
  `<pre class="diagram"><svg>ä</svg></pre>
`,
);

check(
  'footnotes',
  `a[^1] b^[inline *note*] c[^1] d[^none]

[^1]: text

    more

[^2]: unused`,
  `<p>a<sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup> b<sup class="footnote-ref"><a href="#fn2" id="fnref2">[2]</a></sup> c<sup class="footnote-ref"><a href="#fn1" id="fnref1:1">[1:1]</a></sup> d[^none]</p>
<hr class="footnotes-sep">
<section class="footnotes">
<ol class="footnotes-list">
<li id="fn1" class="footnote-item"><p>text</p>
<p>more <a href="#fnref1" class="footnote-backref">↩︎</a> <a href="#fnref1:1" class="footnote-backref">↩︎</a></p>
</li>
<li id="fn2" class="footnote-item"><p>inline <em>note</em> <a href="#fnref2" class="footnote-backref">↩︎</a></p>
</li>
</ol>
</section>
`,
);

check(
  'an image with a size',
  `![a](b.png =100x50) ![c](d.png "t" =30%x) ![e](f.png =x20) ![g](h.png =x) ![i](j.png 10x)`,
  `<p><img src="b.png" alt="a" width="100" height="50"> <img src="d.png" alt="c" title="t" width="30%"> <img src="f.png" alt="e" height="20"> <img src="h.png" alt="g"> ![i](j.png 10x)</p>
`,
);

check(
  "an image's label keeps its marks",
  `![*a*](b.png)`,
  `<p><img src="b.png" alt="*a*"></p>
`,
);

check(
  'an image by reference, with a space between',
  `[r]: /i.png "t"

![a] [r] ![r] ![b][]`,
  `<p><img src="/i.png" alt="a" title="t"> <img src="/i.png" alt="r" title="t"> ![b][]</p>
`,
);

check(
  'sub- and superscript',
  `H~2~O 29^th^ a^b c^ d^e\\ f^ ~~g~~`,
  `<p>H<sub>2</sub>O 29<sup>th</sup> a^b c^ d<sup>e f</sup> <s>g</s></p>
`,
);

check(
  'underline',
  `_a_ *b* __c__`,
  `<p><u>a</u> <em>b</em> <strong>c</strong></p>
`,
  { markdownCore: { underline: true } },
);

check(
  'no HTML',
  `<b>a</b>

<div>`,
  `<p>&lt;b&gt;a&lt;/b&gt;</p>
<p>&lt;div&gt;</p>
`,
  { markdownCore: { allowHTML: false } },
);

check(
  'no line breaks',
  `a
b`,
  `<p>a
b</p>
`,
  { markdownCore: { linebreaks: false } },
);

check(
  'no links',
  `example.com <https://example.com>`,
  `<p>example.com <a href="https://example.com">https://example.com</a></p>
`,
  { markdownCore: { linkify: false } },
);

check(
  'maths opens and closes',
  `$ a$ $a $ $a$1 $$ \\$a$ 5$`,
  `<p>$ a$ $a $ $a$1 $$ $a$ 5$</p>
`,
);

check(
  'what KaTeX cannot read is not even escaped',
  `$\\nosuch<b>$`,
  `<p>\\nosuch<b></p>
`,
);

check(
  'a block that KaTeX cannot read',
  `$$
\\nosuch
$$
a`,
  `\\nosuch
<p>a</p>
`,
);

check(
  'a block of maths that is not closed takes the line behind its container',
  `> $$
> \\nosuch

a
b`,
  `<blockquote>
\\nosuch
</blockquote>
<p>a<br>
b</p>
`,
);

check(
  'PlantUML',
  `\`\`\`plantuml A to B
A -> B
\`\`\``,
  `<img src="https://plantuml.requarks.io/svg/SoWkIImgAStDuN9KqBLJSE9oICrBAStD0G00" alt="A to B" class="uml-diagram prefetch-candidate">
`,
);

check(
  'PlantUML that is not closed',
  `- \`\`\`plantuml
  A -> B

a`,
  `<ul>
<li>
<img src="https://plantuml.requarks.io/svg/SoWkIImgAStDuL9GS5JGjLDmuk9oICrBAStD0G00" alt="uml diagram" class="uml-diagram prefetch-candidate">
</li>
</ul>
<p>a</p>
`,
);

check(
  "PlantUML by the site's own settings",
  `@startuml
A -> B
@enduml`,
  `<img src="https://p.example.com/png/SoWkIImgAStDuN9KqBLJSE9oICrBAStD0G00" alt="uml diagram" class="uml-diagram prefetch-candidate">
`,
  {
    markdownPlantuml: {
      server: 'https://p.example.com',
      openMarker: '@startuml',
      closeMarker: '@enduml',
      imageFormat: 'png',
    },
  },
);

check(
  'Kroki',
  `\`\`\`kroki x
graphviz
digraph { a -> b }
\`\`\``,
  `<img src="https://kroki.io/graphviz/svg/eJxLyUwvSizIUKhWSFTQtVNIUqgFADrsBaY=" alt="x" class="uml-diagram prefetch-candidate">
`,
  { markdownKroki: { enabled: true } },
);

check(
  'tables over several lines, columns and rows',
  `| a | b |
|---|---|
| c \\
| d | 
| e || 
| ^^ | f |`,
  `<table>
<thead>
<tr>
<th>a</th>
<th>b</th>
</tr>
</thead>
<tbody>
<tr>
<td>
<p>c<br>
d</p>
</td>
</tr>
<tr>
<td colspan="2" rowspan="2">e</td>
</tr>
<tr>
<td>f</td>
</tr>
</tbody>
</table>
`,
  { markdownMultiTable: { enabled: true } },
);

check(
  'a table without a header',
  `|---|---|
| a | b |`,
  `<table>
<tbody>
<tr>
<td>a</td>
<td>b</td>
</tr>
</tbody>
</table>
`,
  { markdownMultiTable: { enabled: true } },
);

check(
  'a pivot table',
  `| group=g | v | total=SUM({v}*2) | n=CNT() |
|---|---|---|---|
| 2 | 1 | | |
| 1 | 2 | | |
| 2 | 3.5 | | |`,
  `<table>
<thead>
<tr>
<th style="text-align:right"><strong>g</strong></th>
<th style="text-align:right"><strong>total</strong></th>
<th style="text-align:right"><strong>n</strong></th>
</tr>
</thead>
<tbody>
<tr>
<td style="text-align:right">1</td>
<td style="text-align:right">4.00</td>
<td style="text-align:right">1.00</td>
</tr>
<tr>
<td style="text-align:right">2</td>
<td style="text-align:right">9.00</td>
<td style="text-align:right">2.00</td>
</tr>
</tbody>
</table>
`,
  { markdownPivotTable: { enabled: true } },
);

check(
  'maths that begins in a link text and ends in its destination',
  '[$\\nosuch]($8)',
  `<p><a href="$8">\\nosuch](</a></p>
`,
);
