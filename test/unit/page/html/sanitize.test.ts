import { checkSteps as check } from '../../../support/htmlSteps.ts';

// Each expectation is what Wiki.js's own HTML steps made of the HTML.

check(
  'the sanitiser: elements that go with their content',
  '<p>a<script>b</script><iframe src="/x">c</iframe><noscript>d</noscript></p>',
  '<p>a</p>',
);

check(
  'the sanitiser: elements whose content stays',
  '<p><object>a</object><x-y>b</x-y><oembed>c</oembed></p>',
  '<p>abc</p>',
);

check('the sanitiser: comments', '<p>a<!-- b --></p>', '<p>a</p>');

check(
  'the sanitiser: handlers and Vue bindings',
  '<p onclick="a" @click="b" :title="c" v-html="d" v-pre>x</p>',
  '<p v-pre="">x</p>',
);

check(
  'the sanitiser: values are trimmed',
  '<p class="  a  b "><img alt=" c " src=" /d.png "></p>',
  '<p class="a  b"><img alt="c" src="/d.png"></p>',
);

check(
  'the sanitiser: URLs of other kinds',
  '<p><img src="data:image/png;base64,AA"><a href="ftp://example.org">a</a><img src="javascript:a"><video poster="data:a"></video></p>',
  '<p><img src="data:image/png;base64,AA"><a href="ftp://example.org" class="is-external-link">a</a><img><video></video></p>',
);

check(
  'the sanitiser: text that looks like markup beside a comment',
  '<p>&lt;b&gt;<!-- x --></p><p>kept</p>',
  '<p>kept</p>',
);

check('the sanitiser: a style that holds markup', '<p>a</p><style>a::after{content:"<b>"}</style>', '<p>a</p>');

check('the sanitiser: attributes that could end a text', '<p title="a --> b" alt="]>">x</p>', '<p>x</p>');

check(
  'the sanitiser: ids and names',
  '<p><a id="title" name="links">a</a><a id="mine">b</a></p>',
  '<p><a>a</a><a id="mine">b</a></p>',
);

check('the sanitiser: a built-in of its own kind', '<p is="x-y">a</p>', '<p is="">a</p>');

check(
  'the sanitiser: data and ARIA',
  '<p data-x="javascript:a" aria-label="b" data-="c">x</p>',
  '<p data-x="javascript:a" aria-label="b">x</p>',
);

check(
  'the sanitiser: formulas keep the TeX as text',
  '<p><math><semantics><mrow><mi>x</mi></mrow><annotation encoding="application/x-tex">x^2</annotation></semantics></math></p>',
  '<p><math><mrow><mi>x</mi></mrow>x^2</math></p>',
);

check(
  'the sanitiser: HTML in SVG',
  '<p><svg><desc><b>a</b></desc><foreignObject><b>c</b></foreignObject><circle r="1"></circle><animate></animate></svg></p>',
  '<p><svg><desc></desc><foreignObject><b>c</b></foreignObject><circle r="1"></circle></svg></p>',
);

check(
  'the sanitiser: SVG and MathML names in HTML',
  '<p><circle>a</circle><mi>b</mi><title>c</title></p>',
  '<p><title>c</title></p>',
);

check(
  'the sanitiser: forms',
  '<form action="/x"><input value=" a " name="b"><button>c</button></form>',
  '<form action="/x"><input value=" a " name="b"><button>c</button></form>',
);

check('the sanitiser: a template of SVG', '<p>a</p><svg><template>b</template></svg>', '');
