import { checkMarkdown as check } from '../../../support/markdown.ts';

// Inline Markdown as markdown-it 11.0.1 parses it. Each expectation was made with that version and the plugins of Wiki.js.

check(
  'an escaped character is plain text to linkify',
  `see example\\.com`,
  `<p>see <a href="http://example.com">example.com</a></p>
`,
);

check(
  'an entity is plain text to emoji',
  `&#58;smile:`,
  `<p><img class="emoji" draggable="false" alt="😄" src="/_assets/svg/twemoji/1f604.svg"/></p>
`,
);

check(
  'an unknown escape is a backslash',
  `\\a`,
  `<p>\\a</p>
`,
);

check(
  'a backslash and a space',
  `a\\ b`,
  `<p>a\\ b</p>
`,
);

check(
  'a code span of spaces loses one at either end',
  `a \`   \` b`,
  `<p>a <code> </code> b</p>
`,
);

check(
  'a numeric entity in a destination ends at the first other character',
  `[a](/&#65bc;d)`,
  `<p><a href="/Ad">a</a></p>
`,
);

check(
  'a character that is not allowed',
  `&#1; &#0;`,
  `<p>� �</p>
`,
);

check(
  'a destination may hold a space behind a backslash',
  `[a](b\\ c)`,
  `<p><a href="b%5C%20c">a</a></p>
`,
);

check(
  'a destination in angle brackets may hold an opening one',
  `[a](<b<c>)`,
  `<p><a href="b%3Cc">a</a></p>
`,
);

check(
  'a title in parentheses may hold an opening one',
  `[a](/b (c(d))`,
  `<p><a href="/b" title="c(d">a</a></p>
`,
);

check(
  'parentheses may nest as deep as they like',
  `[a](((((((((((((((((((((((((((((((((((((((((b)))))))))))))))))))))))))))))))))))))))))`,
  `<p><a href="((((((((((((((((((((((((((((((((((((((((b))))))))))))))))))))))))))))))))))))))))">a</a></p>
`,
);

check(
  'emphasis beside a symbol that is no punctuation',
  `a*€b*`,
  `<p>a<em>€b</em></p>
`,
);

check(
  'emphasis beside punctuation of another script',
  `**漢字。**字`,
  `<p>**漢字。**字</p>
`,
);

check(
  'half of an emoji is a letter to emphasis',
  `*😀*a`,
  `<p><em>😀</em>a</p>
`,
);

check(
  'a run of three',
  `***a** b*`,
  `<p><em><strong>a</strong> b</em></p>
`,
);

check(
  'the rule of three',
  `*foo**bar*`,
  `<p><em>foo**bar</em></p>
`,
);

check(
  'a run of tildes',
  `~~~~a~~~~`,
  `<pre><code class="language-a~~~~"></code></pre>
`,
);

check(
  'five tildes',
  `~~~~~a~~~~~`,
  `<pre><code class="language-a~~~~~"></code></pre>
`,
);

check(
  'marks without a partner',
  `*a _b* c_`,
  `<p><em>a _b</em> c_</p>
`,
);

check(
  'a comment must not hold two hyphens',
  `a <!-- b -- c --> d`,
  `<p>a &lt;!-- b -- c --&gt; d</p>
`,
);

check(
  'a comment must not begin with a bracket',
  `a <!--> b -->`,
  `<p>a &lt;!--&gt; b --&gt;</p>
`,
);

check(
  'an empty comment',
  `a <!----> b`,
  `<p>a <!----> b</p>
`,
);

check(
  'a processing instruction stays on its line',
  `a <? b
c ?> d`,
  `<p>a &lt;? b<br>
c ?&gt; d</p>
`,
);

check(
  'a declaration needs capitals and a space',
  `a <!ELEMENT br EMPTY> <!doctype> b`,
  `<p>a <!ELEMENT br EMPTY> &lt;!doctype&gt; b</p>
`,
);

check(
  "code in an image's text is left out",
  `![a \`b\` *c*](d.png "t")`,
  `<p><img src="d.png" alt="a  *c*" title="t"></p>
`,
);

check(
  "an image's text has no line breaks",
  `![a
b](c.png)`,
  `<p><img src="c.png" alt="ab"></p>
`,
);

check(
  "two spaces make a line break, one makes one of the site's",
  `a  
b 
c`,
  `<p>a<br>
b<br>
c</p>
`,
);

check(
  'an autolink',
  `<https://example.com/a b> <https://example.com/?q=ä>`,
  `<p>&lt;<a href="https://example.com/a">https://example.com/a</a> b&gt; <a href="https://example.com/?q=%C3%A4">https://example.com/?q=ä</a></p>
`,
);

check(
  '(p) is a section sign',
  `(p)5 (c) (tm)`,
  `<p>§5 © ™</p>
`,
  { markdownCore: { typographer: true } },
);

check(
  'an autolink keeps what the typographer replaces',
  `<https://example.com/(p)> (p)`,
  `<p><a href="https://example.com/(p)">https://example.com/(p)</a> §</p>
`,
  { markdownCore: { typographer: true } },
);

check(
  'French quotes bring their spaces',
  `"a 'b' c"`,
  `<p>«\u00a0a ‹\u00a0b\u00a0› c\u00a0»</p>
`,
  { markdownCore: { typographer: true, quotes: 'French' } },
);

check(
  'a quote beside a symbol',
  `€"a"€`,
  `<p>€&quot;a&quot;€</p>
`,
  { markdownCore: { typographer: true } },
);

check(
  'inches',
  `a 5"" b 5' c`,
  `<p>a 5&quot;&quot; b 5’ c</p>
`,
  { markdownCore: { typographer: true } },
);

check(
  'a quote across emphasis',
  `"*a*" *"b* c"`,
  `<p>“<em>a</em>” <em>&quot;b</em> c&quot;</p>
`,
  { markdownCore: { typographer: true } },
);

check(
  'an instruction that is not closed does not hide one before it',
  `a^<?b?><?c
?>`,
  `<p>a^<?b?>&lt;?c<br>
?&gt;</p>
`,
);
