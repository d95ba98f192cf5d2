import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributeOf } from '../../../../server/src/page/html/attributes.ts';
import { buildDocument, type FinalDocument } from '../../../../server/src/page/html/document.ts';
import type { Origin } from '../../../../server/src/page/html/tree.ts';
import { defaultRendering } from '../../../../server/src/wiki/renderingModules.ts';

const settings = { site: { host: '', locale: 'en', namespacing: false }, rendering: defaultRendering };

function factsOf(html: string): FinalDocument {
  return buildDocument(html, { locale: 'en', path: 'page' }, settings);
}

/** Expected: what an element's origin cuts out of the HTML, then what is known of it. */
function check(
  what: string,
  html: string,
  expected: {
    readonly links?: readonly (readonly [written: string, kind: string, href: string | undefined])[];
    readonly headings?: readonly (readonly [written: string, id: string | null, slug: string])[];
    readonly images?: readonly (readonly [written: string, src: string | undefined])[];
    readonly otherIds?: readonly string[];
  },
): void {
  test(what, () => {
    const facts = factsOf(html);
    const cut = (origin: Origin | undefined) => origin && html.slice(origin.start, origin.end);
    const actual = {
      links: facts.links.map(({ origin, resolution, href }) => [cut(origin), resolution.kind, href]),
      headings: facts.headings.map(({ origin, id, slug }) => [cut(origin), id, slug]),
      images: facts.images.map((image) => [cut(image.origin), attributeOf(image, 'src')]),
      otherIds: facts.otherIds.map(({ id }) => id),
    };
    for (const key of Object.keys(expected) as (keyof typeof actual)[]) assert.deepEqual(actual[key], expected[key]);
  });
}

check('links keep where they were written', '<p>a <a href="x">b</a> <a href="#c">d</a></p>', {
  links: [
    ['<a href="x">b</a>', 'internal', '/page/x'],
    ['<a href="#c">d</a>', 'anchor', '#c'],
  ],
});

check(
  'through tabs, charts and new parsing',
  '<h2 class="tabset">T</h2><h3>A <a href="/beta">b</a></h3><p><x-y>c <a href="/delta">d</a></x-y><p><b><a href="/eta">e</a>',
  {
    links: [
      ['<a href="/beta">b</a>', 'internal', '/beta'],
      ['<a href="/delta">d</a>', 'internal', '/delta'],
      ['<a href="/eta">e</a>', 'internal', '/eta'],
    ],
  },
);

check('a link that the parser makes twice is one in the source', '<p><a href="/xi">a<p>b</a>', {
  links: [
    ['<a href="/xi">a<p>b</a>', 'internal', '/xi'],
    ['<a href="/xi">a<p>b</a>', 'internal', '/xi'],
  ],
});

check(
  'a link that the sanitiser removes is none',
  '<p><noscript><a href="/xi">a</a></noscript><svg><title><a href="/y">b</a></title></svg></p>',
  {
    links: [],
  },
);

check('an href that the sanitiser removes', '<p><a href="javascript:a://b">x</a></p>', {
  links: [['<a href="javascript:a://b">x</a>', 'external', undefined]],
});

check(
  "headings' anchor signs and footnotes' ways back are no links",
  '<h2>A</h2><a class="footnote-backref" href="#b">c</a>',
  {
    links: [],
  },
);

check('headings', '<h2>Links</h2><h2 id="own">B</h2>', {
  headings: [
    ['<h2>Links</h2>', null, 'links'],
    ['<h2 id="own">B</h2>', 'own', 'own'],
  ],
});

check('images', '<p><img src=" a.png "><img src="javascript:x"></p>', {
  images: [
    ['<img src=" a.png ">', 'a.png'],
    ['<img src="javascript:x">', undefined],
  ],
});

check(
  'ids of all else',
  '<div id="a"><a name="b" id="b">c</a><img name="d"><p id="title">e</p><h2 id="f">g</h2></div>',
  {
    otherIds: ['a', 'b'],
  },
);

test('an end that nobody wrote lies where the parser closed the element', () => {
  const html = '<ul><li>a<li>b</ul>';
  const { document } = factsOf(html);
  const starts: (string | undefined)[] = [];
  const visit = (node: FinalDocument['document']['children'][number]) => {
    if (node.kind !== 'element') return;
    if (node.name === 'li') starts.push(node.origin && html.slice(node.origin.start, node.origin.end));
    node.children.forEach(visit);
  };
  document.children.forEach(visit);
  assert.deepEqual(starts, ['<li>a', '<li>b']);
});

test('hostile pages are not too deep or too long', () => {
  for (const html of ['<div>'.repeat(20_000), '<b>'.repeat(3000), '<x-y>a'.repeat(3000), '<p>'.repeat(50_000)]) {
    assert.doesNotThrow(() => factsOf(html));
  }
});
