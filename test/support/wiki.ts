import { WikiIndex } from '../../server/src/index/wikiIndex.ts';
import type { Page } from '../../server/src/page/page.ts';
import { readSettingsFile } from '../../server/src/wiki/settingsFile.ts';
import { type Fixture, type FixturePlace, parseFixture } from './fixture.ts';

/** A wiki in memory, made from a fixture. */
export interface TestWiki {
  readonly wiki: WikiIndex;
  readonly fixture: Fixture;
  /** The page of a file; a test that names a file that is no page fails here. */
  page(file: string): Page;
  /** The fixture's text of a file, without cursor marks. */
  text(file: string): string;
  /** The cursor, which the fixture must have. */
  cursor(): FixturePlace;
}

/**
 * Makes a wiki of a fixture (see `parseFixture`). `.aux-wiki.yml` gives the settings; files that are no pages are assets.
 * `createWiki('# Home')` is a wiki of one page, `page.md`.
 */
export function createWiki(text: string): TestWiki {
  const fixture = parseFixture(text);
  const { settings } = readSettingsFile(fixture.files.get('.aux-wiki.yml') ?? '');
  const wiki = new WikiIndex(settings);
  wiki.update(
    [...fixture.files].map(([file, content]) => ({
      file,
      text: content,
      size: new TextEncoder().encode(content).length,
      hasByteOrderMark: false,
    })),
  );
  return {
    wiki,
    fixture,
    page: (file) => found(wiki.files.get(file), `no page ${file}`),
    text: (file) => found(fixture.files.get(file), `no file ${file}`),
    cursor: () => found(fixture.cursor, 'no cursor in the fixture'),
  };
}

function found<T>(value: T | undefined, message: string): T {
  if (value === undefined) throw new Error(message);
  return value;
}
