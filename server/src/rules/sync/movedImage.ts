import { urlOfAsset } from '../../edits/destination.ts';
import { contentTypeOf } from '../../wiki/pageFile.ts';
import { importEverything, type SyncRule } from './syncRule.ts';

export const movedImage: SyncRule = {
  code: 'sync/moved-image-not-synced',
  severity: 'warning',
  summary: 'An image was moved without being changed, which the sync does not see.',
  explanation: `Wiki.js reads out of a pulled commit what it has to do for each file. An image, or another file that is not text, that
is only called otherwise is not seen: the site keeps it at its old address, and under the new one there is nothing. If it
has to move, ${importEverything}.`,
  example: {
    wrong:
      '--- /git status\nrenamed: assets/tank.png -> assets/aquarium.png (binary)\n--- /tank.md\n---\ntitle: Tank\n---\n\n![Tank](/assets/aquarium.png)\n--- /assets/aquarium.png\n',
    right: '--- /tank.md\n---\ntitle: Tank\n---\n\n![Tank](/assets/tank.png)\n--- /assets/tank.png\n',
  },
  concerns: ({ kind, file, isBinary, isUnchanged }) =>
    kind === 'renamed' && isBinary && isUnchanged && contentTypeOf(file) === undefined,
  message: ({ file, from = '' }) =>
    `Wiki.js's sync does not see that this file was moved: the site keeps it at ${urlOfAsset(from)} and has nothing at ${urlOfAsset(file)} until everything is imported again.`,
};
