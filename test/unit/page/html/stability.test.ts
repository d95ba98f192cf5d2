import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseDocument, reparseDocument } from '../../../../server/src/page/html/parse.ts';
import { serialize, serializeBody } from '../../../../server/src/page/html/serialize.ts';
import { isStable } from '../../../../server/src/page/html/stability.ts';
import { bodyOf, type Element, elementsIn, type Root, replace } from '../../../../server/src/page/html/tree.ts';

// The proof that a round trip may be skipped: where `isStable` says so, writing and parsing gives the same tree.

const names =
  'a a b blockquote button code dd details div div dl dt em form h2 h3 hr i img li li nobr object ol p p pre ruby rt rp script select option span style summary sub table tbody td template th thead tr ul video caption col colgroup input iframe title textarea x-y svg math mi mrow annotation foreignObject path desc marquee font center section'.split(
    ' ',
  );
const texts = [
  'x',
  ' ',
  '\n',
  '\n\n',
  'a &lt; b',
  '&amp;',
  '&nbsp;',
  '{{ x }}',
  '&#13;',
  '<!-- c -->',
  '<!---->',
  ']]>',
  '<',
];
const attributes = [
  '',
  '',
  '',
  ' class="a"',
  ' href="/x"',
  ' title="&quot;&lt;/body>"',
  ' xlink:href="/x"',
  ' a&b=c',
  ' viewBox="0"',
];

const markup: fc.Arbitrary<string> = fc.letrec<{ nodes: string }>((tie) => ({
  nodes: fc
    .array(
      fc.oneof(
        { maxDepth: 6 },
        fc.constantFrom(...texts),
        fc
          .tuple(fc.constantFrom(...names), fc.constantFrom(...attributes), tie('nodes'), fc.boolean())
          .map(
            ([name, attribute, inside, isClosed]) => `<${name}${attribute}>${inside}${isClosed ? `</${name}>` : ''}`,
          ),
      ),
      { maxLength: 4 },
    )
    .map((pieces) => pieces.join('')),
})).nodes;

test('a stable body is the same after a round trip', () => {
  let stable = 0;
  const isSame = (html: string, unwrapped: number) => {
    const document = parseDocument(html);
    unwrapSome(document, unwrapped);
    const body = bodyOf(document);
    if (body === undefined || !isStable(body)) return;
    stable++;
    const after = bodyOf(reparseDocument(serializeBody(document)));
    assert.deepEqual(after && shape(after), shape(body), serialize([body]).html);
  };
  fc.assert(fc.property(markup, fc.nat(7), isSame), { numRuns: 4000 });
  assert.ok(stable > 500, `only ${stable} of 4000 bodies were stable`);
});

/** Takes every nth element away and leaves its content, as the sanitiser does. */
function unwrapSome(document: Root, nth: number): void {
  const body = bodyOf(document);
  if (nth === 0 || body === undefined) return;
  elementsIn(body).forEach((element, index) => {
    if (index % (nth + 1) === nth) replace(element, element.children);
  });
}

function shape(element: Element): unknown {
  const attributes = element.attributes.map(({ name, value, namespace }) => [name, value, namespace || undefined]);
  const children = element.children.map((child) => {
    if (child.kind === 'element') return shape(child);
    return 'value' in child ? [child.kind, child.value] : child.kind;
  });
  return [element.name, element.namespace, attributes, children];
}

function check(what: string, html: string, expected: boolean): void {
  test(`${what} ${expected ? 'is' : 'is not'} known to be stable`, () => {
    const body = bodyOf(parseDocument(html));
    assert.equal(body !== undefined && isStable(body), expected);
  });
}

check(
  'what Markdown makes',
  '<h1>A</h1>\n<p>b <em>c</em> <a href="/x">d</a><br>\ne</p>\n<ul>\n<li>f\n<ul>\n<li>g</li>\n</ul>\n</li>\n</ul>\n<blockquote>\n<p>h</p>\n</blockquote>\n<pre><code class="x">i\n</code></pre>\n<hr>\n<table>\n<thead>\n<tr>\n<th>j</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>k</td>\n</tr>\n</tbody>\n</table>\n',
  true,
);
check(
  'a formula',
  '<p><span><math><mrow><mi>x</mi></mrow>x</math><svg viewBox="0"><path d="M0"></path></svg></span></p>',
  true,
);
check('a diagram', '<div><svg><g><foreignObject><div>a</div></foreignObject></g></svg></div>', true);
check(
  'a set of tabs',
  '<tabset><template><li>a</li></template><template><div><p>b</p></div></template></tabset>',
  true,
);
check('a table in a paragraph', '<p><table><tbody><tr><td>a</td></tr></tbody></table></p>', true);
check('a pre that begins with a line end', '<pre>\n\na</pre>', false);
check('a return', '<p>&#13;</p>', false);
check('a template further down', '<p></p><template>a</template>', true);
