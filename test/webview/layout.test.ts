import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { renderPage } from '../../server/src/render/renderPage.ts';
import { projectRoot } from '../host/embedded/paths.ts';
import { createWiki } from '../support/wiki.ts';
import { type OpenPreview, openPreview } from './openPreview.ts';

const folder = join(projectRoot, 'examples/wiki');
const example = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(?:md|html|yml)$/.test(file))
  .map((file) => `--- /${file.replaceAll('\\', '/')}\n${readFileSync(join(folder, file), 'utf8')}`);

const word = 'w'.repeat(120);
const wide = `--- /wide.md
# ${word}

${word} \`${word}\` [${word}](/x) ![](/${word}.png)

| a | ${word} |
|---|---|
| b | c |

> | a | ${word} |
> |---|---|
> | b | c |

- | a | ${word} |
  |---|---|
  | b | c |

$$
${Array.from({ length: 40 }, (_, index) => `x_{${index}}`).join(' + ')}
$$

Inline $${Array.from({ length: 40 }, (_, index) => `x_{${index}}`).join(' \\cdot ')}$.

\`\`\`nix
${word}
\`\`\`

## Tabs {.tabset}

### ${word}

| a | ${word} |
|---|---|
| b | c |

### Other

b

## Lists

- [${word}](/x)
{.links-list}

- ${word}
{.grid-list}

<details><summary>${word}</summary>

| a | ${word} |
|---|---|
| b | c |

</details>

<img src="https://x.test/a.png" width="900" height="40"> <video width="900" controls></video>
`;
const { wiki, page, text } = createWiki([...example, wide].join('\n'));

describe('the layout of the preview', () => {
  let preview: OpenPreview;
  before(async () => {
    preview = await openPreview();
  });
  after(() => preview?.close());

  async function show(file: string): Promise<void> {
    const shown = page(file);
    const { html, toc } = renderPage(shown, text(file), wiki, { sourceLines: true });
    const { title, description, tags, address } = shown;
    await preview.show(html, { ...address, uri: `file:///wiki/${file}`, title, description, tags, toc });
  }

  /** The elements of which something can be neither seen nor scrolled to, as the start of their HTML. */
  const cutOff = () =>
    preview.page.evaluate(`(() => {
      const width = document.documentElement.clientWidth;
      const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
      const isReached = (element) => {
        for (let box = element.parentElement; box !== null && box !== document.body; box = box.parentElement)
          if (scrolls(box)) return true;
        return false;
      };
      return [...document.querySelectorAll('.aux-page, .aux-page *:not(.katex-mathml, .katex-mathml *, svg *, .aux-skip)')]
        .filter((element) => element.checkVisibility() && !isReached(element))
        .filter((element) => {
          const { left, right, width: own } = element.getBoundingClientRect();
          return own > 0 && (right > width + 1 || left < -1);
        })
        .map((element) => element.outerHTML.slice(0, 120));
    })()`);

  for (const [name, width, zoom] of [
    ['a panel of 300 pixels', 300, 1],
    ['text at twice its size', 1000, 2],
    ['both', 300, 2],
  ] as const) {
    test(`nothing is cut off in ${name}`, async () => {
      await preview.page.setViewportSize({ width, height: 600 });
      const found: string[] = [];
      for (const file of [...wiki.pages()].map((shown) => shown.file)) {
        await show(file);
        await preview.page.evaluate(`document.documentElement.style.zoom = '${zoom}'`);
        const cut = await cutOff();
        if (Array.isArray(cut)) found.push(...cut.map((html) => `${file}: ${html}`));
        const overflow = await preview.page.evaluate(`document.documentElement.scrollWidth - window.innerWidth`);
        if (Number(overflow) > 1) found.push(`${file} is ${overflow} pixels too wide`);
      }
      await preview.page.evaluate(`document.documentElement.style.zoom = ''`);
      assert.deepEqual(found, []);
    });
  }

  test('a page of a locale that is written from right to left is laid out so; its code is not', async () => {
    await preview.page.setViewportSize({ width: 1000, height: 600 });
    const quote = '<blockquote class="is-info"><p>b</p></blockquote><pre class="prismjs"><code>c</code></pre>';
    const toc = [{ title: 'א', anchor: '#a', children: [] }];
    await preview.show(`<ul><li>a</li></ul>${quote}`, { uri: 'file:///he.md', locale: 'he', title: 'א', toc });
    const style = (selector: string, property: string) =>
      preview.page.evaluate(`getComputedStyle(document.querySelector('${selector}')).${property}`);
    assert.equal(await style('.contents blockquote', 'borderRightWidth'), '5px');
    assert.equal(await style('.contents blockquote', 'borderLeftWidth'), '1px');
    assert.equal(await style('.contents ul', 'paddingLeft'), '0px');
    assert.equal(await style('.contents pre', 'direction'), 'ltr');
    const side = await preview.page.locator('.aux-side').boundingBox();
    const contents = await preview.page.locator('.contents').boundingBox();
    assert.ok((side?.x ?? 0) > (contents?.x ?? 0), 'the table of contents stands at the right');
  });

  test('the keyboard reaches what is too wide, and scrolls it; what fits is no stop', async () => {
    await preview.page.setViewportSize({ width: 500, height: 600 });
    await preview.show(`<pre><code>short</code></pre><pre><code>${word}</code></pre>`, { uri: 'file:///code.md' });
    await preview.page.waitForFunction(`document.querySelectorAll('.contents [tabindex="0"]').length === 1`);
    const second = preview.page.locator('.contents pre').nth(1);
    await second.focus();
    await preview.page.keyboard.press('ArrowRight');
    await preview.page.waitForFunction(`document.querySelectorAll('.contents pre')[1].scrollLeft > 0`);
    await preview.page.setViewportSize({ width: 2000, height: 600 });
    await preview.page.waitForFunction(`document.querySelectorAll('.contents [tabindex="0"]').length === 0`);
  });

  test('nothing moves for who wants no motion', async () => {
    await preview.page.emulateMedia({ reducedMotion: 'reduce' });
    await preview.show('<p style="animation: k 5s infinite; transition: all 5s">a</p>', { uri: 'file:///motion.md' });
    const motion = () =>
      preview.page.evaluate(`(({ animationName, transitionDuration }) => animationName + ' ' + transitionDuration)(
        getComputedStyle(document.querySelector('.contents > p')))`);
    assert.equal(await motion(), 'none 0s');
    await preview.page.emulateMedia({ reducedMotion: 'no-preference' });
    assert.equal(await motion(), 'k 5s');
  });
});
