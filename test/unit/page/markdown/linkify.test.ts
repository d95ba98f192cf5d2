import { checkMarkdown as check } from '../../../support/markdown.ts';

// Links in plain text as linkify-it 3.0.3 finds them, which markdown-it 11.0.1 uses, and how it writes them.

check(
  'a link with a scheme',
  `see https://example.com/a_b_c.`,
  `<p>see <a href="https://example.com/a_b_c">https://example.com/a_b_c</a>.</p>
`,
);

check(
  'emphasis marks end the text, and so the link',
  `see https://example.com/*a*`,
  `<p>see <a href="https://example.com/">https://example.com/</a><em>a</em></p>
`,
);

check(
  'a fuzzy link',
  `see example.com/path, or www.example.org!`,
  `<p>see <a href="http://example.com/path">example.com/path</a>, or <a href="http://www.example.org">www.example.org</a>!</p>
`,
);

check(
  'a domain that is none',
  `see file.txt and setup.md`,
  `<p>see file.txt and <a href="http://setup.md">setup.md</a></p>
`,
);

check(
  'a file name can be a domain',
  `see main.rs and build.sh`,
  `<p>see <a href="http://main.rs">main.rs</a> and <a href="http://build.sh">build.sh</a></p>
`,
);

check(
  'an e-mail address',
  `write to a.b@example.com now`,
  `<p>write to <a href="mailto:a.b@example.com">a.b@example.com</a> now</p>
`,
);

check(
  'an address in quotes',
  `"a@example.com"`,
  `<p>&quot;<a href="mailto:a@example.com">a@example.com</a>&quot;</p>
`,
);

check(
  'an IP address is no fuzzy link',
  `at 127.0.0.1 and http://127.0.0.1:80/x`,
  `<p>at 127.0.0.1 and <a href="http://127.0.0.1:80/x">http://127.0.0.1:80/x</a></p>
`,
);

check(
  'a host of one word needs a scheme',
  `localhost:8080 http://localhost:8080 //localhost`,
  `<p>localhost:8080 <a href="http://localhost:8080">http://localhost:8080</a> <a href="//localhost">//localhost</a></p>
`,
);

check(
  'slashes without a scheme',
  `//example.com/x and ///example.com`,
  `<p><a href="//example.com/x">//example.com/x</a> and ///example.com</p>
`,
);

check(
  'credentials',
  `https://user:pass@example.com/`,
  `<p><a href="https://user:pass@example.com/">https://user:pass@example.com/</a></p>
`,
);

check(
  'brackets in a path',
  `https://example.com/a_(b)_[c] https://example.com/(a`,
  `<p><a href="https://example.com/a_(b)_%5Bc%5D">https://example.com/a_(b)_[c]</a> <a href="https://example.com/">https://example.com/</a>(a</p>
`,
);

check(
  'punctuation at the end',
  `https://example.com/a?b!! https://example.com/a...b, https://example.com/a;`,
  `<p><a href="https://example.com/a?b">https://example.com/a?b</a>!! <a href="https://example.com/a...b">https://example.com/a...b</a>, <a href="https://example.com/a">https://example.com/a</a>;</p>
`,
);

check(
  'a host in another script',
  `http://пример.рф/путь and пример.рф`,
  `<p><a href="http://xn--e1afmkfd.xn--p1ai/%D0%BF%D1%83%D1%82%D1%8C">http://пример.рф/путь</a> and <a href="http://xn--e1afmkfd.xn--p1ai">пример.рф</a></p>
`,
);

check(
  'a host in punycode is shown in its script',
  `http://xn--e1afmkfd.xn--p1ai/`,
  `<p><a href="http://xn--e1afmkfd.xn--p1ai/">http://пример.рф/</a></p>
`,
);

check(
  'percent signs are decoded in the text',
  `http://example.com/%D1%84%25`,
  `<p><a href="http://example.com/%D1%84%25">http://example.com/ф%</a></p>
`,
);

check(
  'an IPv6 host is encoded',
  `<http://[::1]/a>`,
  `<p><a href="http://%5B::1%5D/a">http://[::1]/a</a></p>
`,
);

check(
  'no link within a link',
  `<a href="/x">example.com</a> [example.com](/y)`,
  `<p><a href="/x">example.com</a> <a href="/y">example.com</a></p>
`,
);

check(
  'one link right behind another',
  `mailto:a@example.com.b@example.com`,
  `<p><a href="mailto:a@example.com.b">mailto:a@example.com.b</a>@example.com</p>
`,
);

check(
  'an ideographic full stop ends a link',
  `看example.com。`,
  `<p><a href="http://xn--example-qg2r.com">看example.com</a>。</p>
`,
);

check(
  'a full-width bracket ends one',
  `https://example.com｜x`,
  `<p><a href="https://example.com">https://example.com</a>｜x</p>
`,
);

check(
  'half of an emoji is a letter in a host',
  `http://a\ud83db.com/`,
  `<p><a href="http://xn--ab-7i9k.com/">http://a\ud83db.com/</a></p>
`,
);

check(
  'a scheme behind a letter is none',
  `xhttp://example.com`,
  `<p>xhttp://example.com</p>
`,
);

check(
  'an underscore before a scheme',
  `_http://example.com_`,
  `<p><em><a href="http://example.com">http://example.com</a></em></p>
`,
);

check(
  'a script is no link',
  `<javascript:alert(1)> [a](javascript:alert(1)) [b](vbscript:x)`,
  `<p>&lt;javascript:alert(1)&gt; [a](javascript:alert(1)) [b](vbscript:x)</p>
`,
);

check(
  'an image may be data',
  `![a](data:image/png;base64,AA) [b](data:text/html,x)`,
  `<p><img src="data:image/png;base64,AA" alt="a"> [b](data:text/html,x)</p>
`,
);
