import { changeValue } from '../../edits/frontmatterEdits.ts';
import { planOf } from '../../edits/plan.ts';
import type { FrontmatterEntry } from '../../page/frontmatter.ts';
import type { Page } from '../../page/page.ts';
import { readYaml } from '../../wiki/frontmatter.ts';
import { splitTags } from '../../wiki/tags.ts';
import { yamlScalar } from '../../wiki/yamlScalar.ts';
import type { Rule } from '../rule.ts';
import { severityInTemplate } from '../templates.ts';
import { placeOf, readEntry, typeName } from './entries.ts';

export const unsafeRoundtrip: Rule = {
  code: 'frontmatter/unsafe-roundtrip',
  severity: 'information',
  summary: 'Wiki.js cannot read this value again once it has written it.',
  explanation: `In quotes, every title is read. But when the page is saved in the wiki, Wiki.js writes title, description and tags without
quotes, and what it then reads of the file is another value, or nothing: a title such as \`Part 1: Wiring\` makes the
frontmatter invalid, \`Challenge #01\` loses its end, \`2024\` becomes a number. The next change of the file in git then
spoils the page. On a wiki that is edited in git only, this does not matter: set the rule to \`off\`.`,
  example: {
    wrong: "--- /wiring.md\n---\ntitle: 'Part 1: Wiring'\n---\n\nMind the water.\n",
    right: '--- /wiring.md\n---\ntitle: Part 1 – Wiring\n---\n\nMind the water.\n',
  },
  check(page, wiki, report) {
    for (const { entry, written, harm } of unsafeEntries(page)) {
      report({
        range: placeOf(entry),
        severity: severityInTemplate(page, wiki, written),
        message: `When the page is saved in the wiki, Wiki.js writes '${entry.key}: ${written}' without quotes. ${harm}`,
      });
    }
  },
  fixes({ range }, { page, text }) {
    const found = unsafeEntries(page).find(({ entry }) => placeOf(entry).start === range.start);
    if (found === undefined || found.entry.key === 'tags') return [];
    const { entry, written } = found;
    const safe = rewordings(written).find((wording) => harmOf(entry.key, wording) === undefined);
    if (safe === undefined) return [];
    return [
      { title: `Write ${safe}`, preferred: true, plan: planOf(changeValue(page, text, entry, yamlScalar(safe))) },
    ];
  },
};

interface UnsafeEntry {
  readonly entry: FrontmatterEntry;
  /** As Wiki.js will write it. */
  readonly written: string;
  /** What comes of that, in a sentence. */
  readonly harm: string;
}

function unsafeEntries(page: Page): UnsafeEntry[] {
  return ['title', 'description', 'tags'].flatMap((key) => {
    const entry = readEntry(page, key);
    if (entry === undefined || typeof entry.value !== 'string') return [];
    const written = key === 'tags' ? splitTags(entry.value).join(', ') : entry.value;
    const harm = written === '' && key !== 'title' ? undefined : harmOf(key, written);
    return harm === undefined ? [] : [{ entry, written, harm }];
  });
}

/** What Wiki.js does with a value that it has written without quotes, before another entry; undefined if it reads it again. */
function harmOf(key: string, written: string): string | undefined {
  const { value, error } = readYaml(`${key}: ${written}\nnext: 1\n`);
  if (error !== undefined) return 'That is no YAML: then it reads nothing of the frontmatter, and shows it as text.';
  const read = (value as Readonly<Record<string, unknown>>)[key];
  if (typeof read !== 'string') return `That is ${typeName(read)}: then it does not import the page.`;
  return read === written.trim() ? undefined : `It reads that as '${read}'.`;
}

/** The same for a reader, in characters that mean nothing to YAML. */
function rewordings(text: string): string[] {
  const withDash = text.replace(/\s*:\s+/g, ' – ');
  const withQuotes = (wording: string) =>
    wording.replace(/"([^"]*)"/g, '“$1”').replace(/(^|\s)'([^']*)'(?=\s|$)/g, '$1‘$2’');
  return [withDash, withQuotes(text), withQuotes(withDash)];
}
