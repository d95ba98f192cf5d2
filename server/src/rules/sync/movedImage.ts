import { urlOfAsset } from '../../edits/destination.ts';
import { contentTypeOf } from '../../wiki/pageFile.ts';
import { importEverything, type SyncRule } from './syncRule.ts';

export const movedImage: SyncRule = {
  code: 'sync/moved-image-not-synced',
  severity: 'warning',
  summary: 'An image was moved without being changed, which the sync does not see.',
  explanation: `When Wiki.js pulls a commit, it reads what the commit says of each file. Of a binary file that is only called otherwise
it says no number of bytes, and Wiki.js passes it over: the site keeps the file at its old address, and under the new one
there is nothing. It is the same for other files that are not text. If it has to move,
${importEverything}.`,
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
