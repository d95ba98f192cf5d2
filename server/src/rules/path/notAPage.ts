import { looksLikePage, meantExtension } from '../../wiki/pageFile.ts';
import type { Rule } from '../rule.ts';
import { extensionOf, renameFix, stemOf, wholeFile } from './stem.ts';

export const notAPage: Rule = {
  code: 'path/not-a-page',
  severity: 'warning',
  summary: 'By its extension, the file is no page to Wiki.js.',
  explanation: `Wiki.js makes pages of files that end in \`.md\`, \`.html\` and \`.adoc\`, in small letters. \`.MD\`, \`.markdown\` and other
ways to write these are assets to it, like images: no page comes of them, and a link to one downloads the file.`,
  example: {
    wrong: '--- /water.markdown\n---\ntitle: Water\n---\n\nCool and still.\n',
    right: '--- /water.md\n---\ntitle: Water\n---\n\nCool and still.\n',
  },
  check(page, _wiki, report) {
    // The import passes those over, and a forge reads them however they are written.
    if (!looksLikePage(page.file) || page.file.includes('.git')) return;
    const meant = meantExtension(page.file);
    report(
      wholeFile(
        page,
        `Wiki.js takes a file that ends in ${extensionOf(page.file)} for an asset, not a page: write .${meant}.`,
      ),
    );
  },
  fixes(_problem, { page, wiki }) {
    return renameFix(page, wiki, stemOf(page.file), true, `.${meantExtension(page.file)}`);
  },
};
