import { lineEndingOf, withLineEnding } from '../../edits/lineEnding.ts';
import { titleOfPath } from '../../edits/pageTitle.ts';
import { planOf } from '../../edits/plan.ts';
import { newPageText } from '../../wiki/newPage.ts';
import type { Rule } from '../rule.ts';
import { renameFix, stemOf, wholeFile } from './stem.ts';

export const ignoredFile: Rule = {
  code: 'path/ignored',
  severity: 'warning',
  summary: 'Wiki.js passes the file over.',
  explanation: `"Import everything" leaves out files whose path holds \`.git\` anywhere, as \`notes.gitbook.md\` does, files without any
content, and files whose whole path has no more than three characters. The regular sync knows no such exceptions: when
\`.github/README.md\` is changed later, it becomes the page \`/github/README\`.

A folder such as \`.github\` is there for other reasons, so that its files get a hint only.`,
  example: {
    wrong: '--- /notes.gitbook.md\n---\ntitle: Notes\n---\n\nFrom the old book.\n',
    right: '--- /notes-gitbook.md\n---\ntitle: Notes\n---\n\nFrom the old book.\n',
  },
  check(page, _wiki, report) {
    const { file, importError, address } = page;
    if (importError?.reason !== 'ignored') return;
    if (isOfForge(file)) {
      const message = `Wiki.js passes this file over, until the sync finds it changed: then it is the page /${address.path}.`;
      report({ ...wholeFile(page, message), severity: 'hint' });
    } else {
      const isEmpty = page.lineStarts.length === 1 && !file.includes('.git');
      report({ ...wholeFile(page, importError.message), severity: isEmpty ? 'information' : undefined });
    }
  },
  fixes(_problem, { page, wiki, text, now }) {
    const { file, contentType } = page;
    if (isOfForge(file)) return [];
    if (file.includes('.git'))
      return renameFix(
        page,
        wiki,
        stemOf(file)
          .replaceAll('.git', '-git')
          .replace(/(^|\/)-/g, '$1'),
        true,
      );
    if (text !== '' || contentType === 'asciidoc') return [];
    const title = titleOfPath(page.address.path);
    const body = contentType === 'html' ? `<h1>${title}</h1>\n` : `# ${title}\n`;
    const newText = withLineEnding(
      newPageText({ title, description: '', tags: [], now, body }, contentType),
      lineEndingOf(text),
    );
    const plan = planOf({ kind: 'change', file, range: { start: 0, end: 0 }, newText });
    return [{ title: `Begin the page '${title}'`, preferred: true, plan }];
  },
};

/** Whether a file lies in a folder that a forge or git itself looks into. */
function isOfForge(file: string): boolean {
  return /(^|\/)\.git(hub|lab|ea|ee|lab-ci)?\//.test(file);
}
