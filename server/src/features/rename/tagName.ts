import type { TextChange } from '../../edits/plan.ts';
import type { PlanOrReason } from '../../edits/renameHeading.ts';
import type { Wiki } from '../../index/wiki.ts';
import type { Page } from '../../page/page.ts';
import { yamlScalar } from '../../wiki/yamlScalar.ts';
import type { PageContext } from '../context.ts';
import { type TagPlace, tagPlaces } from '../tagPlaces.ts';
import type { Renameable } from './renameable.ts';

/** The name of a tag, on every page that has it. */
export function tagName({ wiki, text }: PageContext, { tag, range }: TagPlace): Renameable {
  const written = text.slice(range.start, range.end);
  const name = written.toLowerCase() === tag ? written : tag;
  return { range, name, rename: async (newName) => renameTag(wiki, tag, newName.trim()) };
}

/** Needs no text: where the tags stand follows from the facts. */
function renameTag(wiki: Wiki, tag: string, name: string): PlanOrReason {
  if (name === '') return { reason: 'A tag needs a name.' };
  if (name.includes(', ')) return { reason: 'Wiki.js takes a comma and a space for the end of a tag.' };
  if (/[\r\n]/.test(name)) return { reason: 'A tag is one line.' };
  const steps = [...wiki.files.values()].flatMap((page) => (page.tags.includes(tag) ? changesOn(page, tag, name) : []));
  return { plan: { steps } };
}

function changesOn(page: Page, tag: string, name: string): TextChange[] {
  const entry = page.frontmatter.entries.findLast(({ key }) => key === 'tags');
  if (entry === undefined || typeof entry.value !== 'string') return [];
  const { value, valueRange } = entry;
  const others = value.split(', ').filter((written) => written.trim().toLowerCase() !== tag);
  const places = tagPlaces(page).filter((place) => place.tag === tag);
  if (places.length === 0) return [];
  const renamed = value.split(', ').map((written) => (written.trim().toLowerCase() === tag ? name : written));
  const hasBoth = others.some((written) => written.trim().toLowerCase() === name.toLowerCase());
  const newValue = (
    hasBoth ? others : renamed.filter((it, index) => it !== name || renamed.indexOf(name) === index)
  ).join(', ');

  const change = (range: TextChange['range'], newText: string): TextChange => ({
    kind: 'change',
    file: page.file,
    range,
    newText,
  });
  const isPlain = valueRange.end - valueRange.start === value.length && yamlScalar(newValue) === newValue;
  const isQuoted = valueRange.end - valueRange.start === value.length + 2 && !/['"\\]/.test(name);
  const isInPlace = newValue.split(', ').length === value.split(', ').length && (isPlain || isQuoted);
  if (isInPlace) return places.map(({ range }) => change(range, name));
  return [change(valueRange, isQuoted ? yamlScalar(newValue) : isPlain ? newValue : yamlScalar(newValue))];
}
