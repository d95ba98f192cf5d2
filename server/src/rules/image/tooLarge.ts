import type { Rule } from '../rule.ts';
import { placeOfImage } from './missing.ts';

export const tooLarge: Rule = {
  code: 'image/too-large',
  severity: 'information',
  summary: 'The image is a large file.',
  explanation: `Wiki.js hands images out as they are, in full size, to every reader of the page; a size behind the address, \`=300x\`, makes
an image smaller to the eye only. What is large is set by \`maxSize\` under \`images\` in \`.aux-wiki.yml\`: 1 MB if nothing
is said. Wiki.js's own upload takes files of up to 5 MiB, if it is not set otherwise; through git any size comes in.`,
  example: {
    wrong:
      '--- /.aux-wiki.yml\nimages:\n  maxSize: 4 B\n--- /home.md\n---\ntitle: Home\n---\n\n![A tank](/assets/tank.png)\n--- /assets/tank.png\nimage\n',
    right:
      '--- /.aux-wiki.yml\nimages:\n  maxSize: 4 B\n--- /home.md\n---\ntitle: Home\n---\n\n![A tank](/assets/tank-small.png)\n--- /assets/tank-small.png\nim\n',
  },
  check(page, wiki, report) {
    const { maxSize } = wiki.settings.images;
    for (const { image, asset } of wiki.imagesOf(page)) {
      const size = asset === undefined ? undefined : wiki.assetSize(asset);
      if (size === undefined || size <= maxSize) continue;
      report({
        range: placeOfImage(image),
        target: `/${asset}`,
        message: `This image has ${sizeInWords(size)}, which every reader of the page has to load. Make it smaller than ${sizeInWords(maxSize)}.`,
      });
    }
  },
};

function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 999_500 ? `${Math.round(bytes / 1000)} kB` : `${Number((bytes / 1_000_000).toPrecision(3))} MB`;
}
