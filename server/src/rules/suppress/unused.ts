import { planOf } from '../../edits/plan.ts';
import type { Rule } from '../rule.ts';
import { removeSuppression } from './removeSuppression.ts';

export const unusedSuppression: Rule = {
  code: 'suppress/unused',
  severity: 'warning',
  summary: 'A comment that silences a rule silences nothing.',
  explanation: `The problem that the comment was written for is gone, or stands on another line. A comment that is left behind silences the
next problem that comes up there. A rule that the settings turn off finds nothing, and comments for it are let be.`,
  example: {
    wrong:
      '--- /water.md\n---\ntitle: Water\n---\n\n<!-- aux-wiki-disable-next-line link/missing-page -->\nBack [home](/home).\n--- /home.md\n---\ntitle: Home\n---\n\nHello.\n',
    right:
      '--- /water.md\n---\ntitle: Water\n---\n\n<!-- aux-wiki-disable-next-line link/missing-page -->\nBack [to the pond](/pond).\n--- /home.md\n---\ntitle: Home\n---\n\nHello.\n',
  },
  check() {
    // What the other rules find decides: `checkPage` reports it.
  },
  fixes({ range }, { page, text }) {
    const change = removeSuppression(range, page, text);
    if (change === undefined) return [];
    const what = change.isWhole ? 'this comment' : text.slice(range.start, range.end);
    return [{ title: `Remove ${what}`, preferred: true, plan: planOf(change.step) }];
  },
};
