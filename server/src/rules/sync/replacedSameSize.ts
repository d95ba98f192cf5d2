import { contentTypeOf } from '../../wiki/pageFile.ts';
import { importEverything, type SyncRule } from './syncRule.ts';

export const replacedSameSize: SyncRule = {
  code: 'sync/replaced-same-size',
  severity: 'warning',
  summary: 'An image was replaced by one of exactly the same size, which the sync takes for the old one.',
  explanation: `When Wiki.js pulls a commit, it tells a changed image from a moved one by the number of bytes. With as many bytes as
before it takes the image for moved: the site keeps the old picture, and its name there becomes the whole path. Save the
image so that its size differs, or ${importEverything}.`,
  example: {
    wrong:
      '--- /git status\nmodified: assets/tank.png (binary, 5120 bytes, before 5120)\n--- /tank.md\n---\ntitle: Tank\n---\n\n![Tank](/assets/tank.png)\n--- /assets/tank.png\n',
    right:
      '--- /git status\nmodified: assets/tank.png (binary, 5124 bytes, before 5120)\n--- /tank.md\n---\ntitle: Tank\n---\n\n![Tank](/assets/tank.png)\n--- /assets/tank.png\n',
  },
  concerns: ({ kind, file, isBinary, sizes }) =>
    kind === 'modified' &&
    isBinary &&
    sizes !== undefined &&
    sizes[0] === sizes[1] &&
    contentTypeOf(file) === undefined,
  message: () =>
    "This file was replaced by one of exactly the same size: Wiki.js's sync takes it for the old one, and the site goes on showing that. Save it so that its size differs.",
};
