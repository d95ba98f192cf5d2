import assert from 'node:assert/strict';
import { test } from 'node:test';
import { originsOf, type ShownImages, type ShownPage, shownPage } from '../../../client/src/preview/shownPage.ts';
import type { RenderBlocksResult } from '../../../server/src/protocol.ts';

const images: ShownImages = {
  missing: 'Missing image',
  load: (host) => `Load from ${host}`,
  loadsDiagrams: false,
  blocked: undefined,
};

let lastId = 0;

function answer(changes: RenderBlocksResult['changes'], since?: number): RenderBlocksResult {
  return {
    ...{ uri: 'file:///a.md', version: 1, toc: [], title: 'A', description: '', tags: [], locale: 'en', path: 'a' },
    ...{ notices: [], id: ++lastId, since, changes },
  };
}

const block = (html: string, ...lines: number[]) => ({ html, lines });
const htmlOf = ({ blocks }: ShownPage) => blocks.map(({ html }) => html);
const diagram = '<p><img class="uml-diagram" src="https://uml.example/svg/x" alt="d"></p>';

test('blocks that stay are the same, with their new lines', () => {
  const first = shownPage(
    answer([block('<p>a</p>', 0), block('<p>b</p>', 2), block('<p>c</p>', 4)]),
    undefined,
    images,
  );
  const second = shownPage(
    answer([{ from: 0, count: 1, by: 0 }, block('<p>new</p>', 2), { from: 1, count: 2, by: 2 }], first.id),
    first,
    images,
  );
  assert.deepEqual(htmlOf(second), ['<p>a</p>', '<p>new</p>', '<p>b</p>', '<p>c</p>']);
  assert.deepEqual(
    second.blocks.flatMap(({ lines }) => lines),
    [0, 2, 4, 6],
  );
  assert.equal(second.changes?.length, 3);
});

test('where nothing has changed, nothing has to be sent', () => {
  const first = shownPage(answer([block('<p>a</p>', 0), block('<p>b</p>', 2)]), undefined, images);
  const second = shownPage(answer([{ from: 0, count: 2, by: 0 }], first.id), first, images);
  assert.equal(second.blocks, first.blocks);
});

test('an answer that builds on nothing that is known is a whole page', () => {
  const first = shownPage(answer([block('<p>a</p>', 0)]), undefined, images);
  const whole = shownPage(answer([block('<p>b</p>', 0)]), first, images);
  assert.deepEqual([htmlOf(whole), whole.changes], [['<p>b</p>'], undefined]);
});

test('an emoji is shown without the image that only the site has', () => {
  const image = (alt: string, src: string) => `<img class="emoji" draggable="false" alt="${alt}" src="${src}">`;
  const html = `<p>${image('🦎', '/_assets/svg/twemoji/1f98e.svg')}${image('x', 'https://x.example/x.svg')}</p>`;
  assert.deepEqual(htmlOf(shownPage(answer([block(html, 0)]), undefined, images)), [
    `<p><span class="emoji">🦎</span>${image('x', 'https://x.example/x.svg')}</p>`,
  ]);
});

test('diagrams of servers are held, and their origins known, also once their block is not sent again', () => {
  const first = shownPage(answer([block(diagram, 0), block('<p>a</p>', 2)]), undefined, images);
  assert.match(htmlOf(first)[0] ?? '', /held-diagram/);
  const second = shownPage(answer([{ from: 0, count: 1, by: 0 }, block('<p>b</p>', 2)], first.id), first, images);
  assert.deepEqual(originsOf(second), ['https://uml.example']);
});

test('where images of other servers are kept out, diagrams that are allowed come in', () => {
  const blocked = { label: 'Not loaded', files: 'https://files.example' };
  const html = `${diagram}<img src="https://files.example/a.png"><img src="https://other.example/a.png">`;
  const [shown = ''] = htmlOf(
    shownPage(answer([block(html, 0)]), undefined, { ...images, loadsDiagrams: true, blocked }),
  );
  assert.deepEqual(shown.match(/https:\/\/(?:uml|files)[^"]*"/g)?.length, 2);
  assert.match(shown, /blocked-image[^>]*>Not loaded <code>https:\/\/other/);
});
