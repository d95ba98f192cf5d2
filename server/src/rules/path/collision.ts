import { firstLine } from '../frontmatter/entries.ts';
import type { Rule } from '../rule.ts';
import { extensionOf, renameFix, stemOf, wholeFile } from './stem.ts';

export const collision: Rule = {
  code: 'path/collision',
  severity: 'error',
  summary: 'Two files are one page.',
  explanation: `A page's address is its path without the extension and without dots: \`water.md\` and \`water.html\`, or
\`Node.js.md\` and \`Nodejs.md\`, are one page to Wiki.js. The site shows what it imported last, and an edit in the wiki
goes to one of the files only.`,
  example: {
    wrong:
      '--- /water.md\n---\ntitle: Water\n---\n\nCool.\n--- /water.html\n<!--\ntitle: Water\n-->\n\n<p>Still.</p>\n',
    right:
      '--- /water.md\n---\ntitle: Water\n---\n\nCool.\n--- /still.html\n<!--\ntitle: Water\n-->\n\n<p>Still.</p>\n',
  },
  check(page, wiki, report) {
    const twins = wiki.filesAt(page.address).filter(({ file }) => file !== page.file);
    if (twins.length === 0) return;
    const names = twins.map(({ file }) => file).join(' and ');
    const shown = wiki.pageAt(page.address)?.file;
    const which =
      shown === undefined ? 'neither is shown' : `the site shows ${shown === page.file ? 'this one' : shown}`;
    report({
      ...wholeFile(page, `This file and ${names} are one page, /${page.address.path}: ${which}.`),
      related: twins.map((twin) => ({
        file: twin.file,
        range: firstLine(twin),
        message: 'The other file of this page',
      })),
    });
  },
  fixes(_problem, { page, wiki }) {
    const stem = stemOf(page.file);
    const readable = stem.replace(/\.+/g, '-');
    const fixes = readable === stem ? [] : renameFix(page, wiki, readable, true);
    for (let number = 2; fixes.length === 0; number++) {
      const candidate = `${readable}-${number}`;
      const isFree = ['.md', '.html', '.adoc', extensionOf(page.file)].every((end) => !wiki.files.has(candidate + end));
      if (isFree) return renameFix(page, wiki, candidate, true);
    }
    return fixes;
  },
};
