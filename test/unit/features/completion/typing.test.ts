import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { typingAt } from '../../../../server/src/features/completion/typing.ts';
import type { ContentType } from '../../../../server/src/wiki/address.ts';

/** What is being typed at `█`: `kind[:detail] «text that it replaces»`, or nothing. */
function check(marked: string, expected: string | undefined, contentType: ContentType = 'markdown'): void {
  test(JSON.stringify(marked), () => {
    const offset = marked.indexOf('█');
    const text = marked.replace('█', '');
    const typing = typingAt(text, offset, contentType);
    assert.equal(typing && `${nameOf(typing)} «${text.slice(typing.range.start, typing.range.end)}»`, expected);
  });
}

function nameOf(typing: NonNullable<ReturnType<typeof typingAt>>): string {
  if (typing.kind === 'destination') return `${typing.wants} ${typing.style}`;
  if (typing.kind === 'attribute') return `class of a ${typing.target}`;
  if (typing.kind === 'frontmatter-value') return `value of ${typing.key}`;
  return typing.kind === 'frontmatter-key' ? 'key' : typing.kind;
}

describe('destinations', () => {
  check('[a](█', 'page bare «»');
  check('[a](/gu█', 'page bare «/gu»');
  check('[a](/gu█ide) text', 'page bare «/guide»');
  check('[a](/gu█ide "title")', 'page bare «/guide»');
  check('[a]( /gu█', 'page bare «/gu»');
  check('![a](/p█', 'image bare «/p»');
  check('[![a](/x.png)](/p█', 'page bare «/p»');
  check('[![a](/p█', 'image bare «/p»');
  check('[a [b] c](/p█', 'page bare «/p»');
  check('[a](<my p█age>)', 'page angle «my page»');
  check('[a](<my page>█', undefined);
  check('[a](/guide#par█t)', 'page bare «/guide#part»');
  check('[a](/w_(x█)', 'page bare «/w_(x»');
  check('[a](/guide)█', undefined);
  check('[a](/guide "tit█le")', undefined);
  check('[a](/x) and [b](/y█', 'page bare «/y»');
  check('[a]: /gu█ide', 'page bare «/guide»');
  check('[a]: <my p█', 'page angle «my p»');
  check('[^1]: no█te', undefined);
  check('plain te█xt', undefined);
  check('[a](/x\n/y█', undefined);
});

describe('destinations in HTML', () => {
  check('<a href="/gu█ide">', 'page html-quoted «/guide»');
  check("<a class='x' href='/gu█", 'page html-apostrophe «/gu»');
  check('<a href=/gu█', 'page html-unquoted «/gu»');
  check('<img src="/p█', 'image html-quoted «/p»');
  check('<a\n  class="x"\n  href="/p█', 'page html-quoted «/p»');
  check('<a href="/x">te█xt', undefined);
  check('<a title="/x█', undefined);
  check('a < b href="█', undefined);
  check('<p><a href="/gu█', 'page html-quoted «/gu»', 'html');
  check('[a](/gu█', undefined, 'html');
});

describe('code', () => {
  check('```\n[a](/gu█', undefined);
  check('```\ncode\n```\n[a](/gu█', 'page bare «/gu»');
  check('~~~~\n~~~\n[a](/gu█', undefined);
  check('> ```\n> [a](/gu█', undefined);
});

describe('frontmatter', () => {
  check('---\n█', 'key «»');
  check('---\nti█', 'key «ti»');
  check('---\ntitle: A\nda█te\n---\n', 'key «date»');
  check('---\nti█tle: A\n---\n', undefined);
  check('---\neditor: mark█\n---\n', 'value of editor «mark»');
  check('---\neditor:█\n---\n', 'value of editor «»');
  check('---\ntags: a, b█c, d\n---\n', 'value of tags «bc»');
  check('---\ntags: █\n---\n', 'value of tags «»');
  check('---\ntags: "a█b"\n---\n', 'value of tags «ab»');
  check('---\ntags: [a, b█]\n---\n', 'value of tags «b»');
  check('---\ntags: a,█\n---\n', 'value of tags «»');
  check('---\r\ntitle: A\r\npub█\r\n---\r\n', 'key «pub»');
  check('---\ntitle: A\n---█\n', undefined);
  check('---\ntitle: A\n---\nti█', undefined);
  check('---\ntitle: A\n  indented█\n---\n', undefined);
  check('text\n---\nti█', undefined);
  check('<!--\nti█\n-->\n', 'key «ti»', 'html');
  check('---\nti█', undefined, 'asciidoc');
});

test('any offset of any text is answered', () => {
  const text = '---\ntags: a\n---\n[a](<b>) ![](c) [d]: e\n<a href="f">`[`](\n```\n[g](h\n```\n]((((\ud83d';
  for (let offset = 0; offset <= text.length; offset++) typingAt(text, offset, 'markdown');
});
