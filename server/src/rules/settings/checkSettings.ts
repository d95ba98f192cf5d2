import { readSettingsFile } from '../../wiki/settingsFile.ts';
import { allRules } from '../registry.ts';
import type { Problem } from '../rule.ts';

/** What `docs/rules` says of a settings file's problems, which no page has. */
export const invalidSettings = {
  code: 'settings/invalid',
  severity: 'error',
  summary: 'A key or a value in `.aux-wiki.yml` is not understood.',
  explanation: `The settings repeat what of a site's administration decides how its pages are read. What is not understood is passed
over, and Wiki.js's default stands in its place, so that problems and preview may differ from the site.`,
  example: {
    wrong: 'site:\n  locale: [en]\n',
    right: 'site:\n  locale: en\n',
  },
} as const;

/** The problems of a wiki's settings file. Ranges are in UTF-16 offsets of its text. */
export function checkSettings(text: string): Problem[] {
  const { code, severity } = invalidSettings;
  const codes = allRules.map((rule) => rule.code);
  return readSettingsFile(text, codes).problems.map(({ message, range }) => ({ code, severity, message, range }));
}
