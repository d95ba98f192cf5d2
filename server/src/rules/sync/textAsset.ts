import { contentTypeOf } from '../../wiki/pageFile.ts';
import { importEverything, type SyncRule } from './syncRule.ts';

export const textAsset: SyncRule = {
  code: 'sync/text-asset-not-imported',
  severity: 'warning',
  summary: 'A file of text that is no page (SVG, JSON, CSV, …) is new or changed, and the sync does not import it.',
  explanation: `When Wiki.js pulls a commit, it tells a changed file from a moved one by its number of bytes, and git counts lines, not
bytes, of files that are text. So it takes each of them for moved, and imports none: a new SVG is not on the site, and of a
changed one the site shows the old. Use PNG or WebP, upload the file on the site, or after the push
${importEverything}.`,
  example: {
    wrong:
      '--- /git status\nnew file: assets/tank.svg (text)\n--- /tank.md\n---\ntitle: Tank\n---\n\n![Tank](/assets/tank.svg)\n--- /assets/tank.svg\n',
    right:
      '--- /git status\nnew file: assets/tank.png (binary)\n--- /tank.md\n---\ntitle: Tank\n---\n\n![Tank](/assets/tank.png)\n--- /assets/tank.png\n',
  },
  concerns: ({ kind, file, isBinary, isUnchanged }) =>
    kind !== 'deleted' && !isBinary && !isUnchanged && contentTypeOf(file) === undefined,
  message: ({ kind }) =>
    kind === 'added'
      ? "Wiki.js's sync does not import new files of text: the site will not have this one until everything is imported again."
      : "Wiki.js's sync does not import changed files of text: the site shows the old one until everything is imported again.",
};
