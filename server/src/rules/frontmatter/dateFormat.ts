import { changeValue } from '../../edits/frontmatterEdits.ts';
import { planOf } from '../../edits/plan.ts';
import { formatDate } from '../../wiki/newPage.ts';
import type { Rule } from '../rule.ts';
import { placeOf, readEntry, writtenValue } from './entries.ts';

const keys = ['date', 'dateCreated'];

/** What Wiki.js writes, a plain day, and the other forms of ISO 8601 that people use. */
const isoDate = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

export const dateFormat: Rule = {
  code: 'frontmatter/date-format',
  severity: 'information',
  summary: 'A date is not one that can be read.',
  explanation: `Wiki.js writes \`date\` and \`dateCreated\` as \`2024-05-16T19:25:47.469Z\` and ignores both on import: a page's dates
are those of its import. Other tools that read the files, and people, cannot use a date that is none.`,
  example: {
    wrong: '--- /water.md\n---\ntitle: Water\ndate: 2024-05-168T19:25:47.469Z\n---\n\nCool and still.\n',
    right: '--- /water.md\n---\ntitle: Water\ndate: 2024-05-16T19:25:47.469Z\n---\n\nCool and still.\n',
  },
  check(page, _wiki, report) {
    for (const key of keys) {
      const entry = readEntry(page, key);
      if (entry === undefined || entry.value === null || isDate(entry.value)) continue;
      report({
        range: placeOf(entry),
        message: `This is no date. Wiki.js writes ${key} as 2024-05-16T19:25:47.469Z (and ignores it on import).`,
      });
    }
  },
  fixes(problem, { page, text, now }) {
    const key = keys.find((candidate) => readEntry(page, candidate)?.valueRange.start === problem.range.start);
    const entry = key === undefined ? undefined : readEntry(page, key);
    if (entry === undefined) return [];
    const meant = meantDate(writtenValue(text, entry));
    const date = formatDate(meant ?? now);
    const plan = planOf(changeValue(page, text, entry, date));
    return [
      { title: meant === undefined ? `Write the present time: ${date}` : `Write ${date}`, preferred: true, plan },
    ];
  },
};

function isDate(value: unknown): boolean {
  if (value instanceof Date) return !Number.isNaN(value.getTime());
  const parts = typeof value === 'string' ? isoDate.exec(value.trim()) : null;
  if (parts === null) return false;
  const [, year, month, day, hour = '00', minute = '00', second = '00'] = parts;
  return utcDate(year, month, day, hour, minute, second) !== undefined;
}

/** The date in a garbled one: its first numbers, as far as they are in range. */
function meantDate(written: string): Date | undefined {
  const parts = /(\d{4})\D(\d\d?)\D(\d\d)\d*(?:\D+?(\d\d?)\D(\d\d)(?:\D(\d\d)(?:\D(\d{3}))?)?)?/.exec(
    written.normalize('NFKC'),
  );
  if (parts === null) return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0', milliseconds = '0'] = parts;
  return utcDate(year, month, day, hour, minute, second, milliseconds);
}

/** The date of these numbers, unless one is out of its range: 30 February is none. */
function utcDate(...parts: readonly (string | undefined)[]): Date | undefined {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0, milliseconds = 0] = parts.map(Number);
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second, milliseconds));
  const kept = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCHours() === hour;
  return kept && date.getUTCMinutes() === minute ? date : undefined;
}
