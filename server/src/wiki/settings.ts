/** What of a site's administration decides how its pages are read: it lives in a database, so `.aux-wiki.yml` repeats it. */
export interface SiteSettings {
  /** The site's own URL, as set under Administration > General: `https://wiki.example.com`; empty if not known. */
  readonly host: string;
  /** The locale of pages that lie in no locale folder (Wiki.js: `lang.code`). */
  readonly locale: string;
  /** Whether URLs carry the locale (Wiki.js: `lang.namespacing`). */
  readonly namespacing: boolean;
}

/** The options of one of Wiki.js's rendering modules, under Wiki.js's own names. */
export type ModuleOptions = Readonly<Record<string, string | number | boolean>> & { readonly enabled: boolean };

/** Every rendering module by Wiki.js's key: `markdownCore`, `htmlSecurity`, … */
export type RenderingSettings = Readonly<Record<string, ModuleOptions>>;

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What images may be. */
export interface ImageSettings {
  /** In bytes: a larger file is reported. */
  readonly maxSize: number;
}

/** All that `.aux-wiki.yml` says of a wiki, with Wiki.js's defaults filled in. */
export interface WikiSettings {
  readonly site: SiteSettings;
  readonly rendering: RenderingSettings;
  /** Severity by rule code (`link/missing-page`) or group (`link`). */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly images: ImageSettings;
  /** Globs, relative to the wiki's root, of files whose problems are not reported. They are part of the wiki all the same. */
  readonly ignore: readonly string[];
  /** Folder of page templates, relative to the wiki's root. */
  readonly templates: string;
}
