import { readdirSync, readFileSync } from 'node:fs';
import { addressKey, type ContentType, type PageAddress } from '../../server/src/wiki/address.ts';
import { defaultRendering } from '../../server/src/wiki/renderingModules.ts';
import type { ModuleOptions, RenderingSettings, SiteSettings, WikiSettings } from '../../server/src/wiki/settings.ts';

/** A page that the real Wiki.js rendered. */
export interface Golden {
  readonly name: string;
  /** What the renderer was fed: no frontmatter. */
  readonly content: string;
  readonly contentType: ContentType;
  readonly address: PageAddress;
  readonly settings: Pick<WikiSettings, 'site' | 'rendering'>;
  pageExists(address: PageAddress): boolean;
  /** Every page of the site that it was rendered on, itself included. */
  readonly pages: readonly PageAddress[];
  readonly html: string;
  readonly toc: unknown;
  readonly links: readonly GoldenLink[];
}

export interface GoldenLink {
  /** As in the final HTML; null where there is none. */
  readonly href: string | null;
  readonly kind: string;
}

/** The pages that show one feature each, with the settings and the set of pages that they were rendered with. */
export function featureGoldens(shared: string): Golden[] {
  const folder = `${shared}/golden/features`;
  const index = readJson<FeatureIndex>(`${folder}/index.json`);
  return index.features.map(({ name, file, path, locale, site, config, on, off }) => {
    const { html, toc, links, contentType } = readJson<GoldenPage>(`${folder}/${name}.json`);
    return {
      name,
      content: readFileSync(`${folder}/${file}`, 'utf8'),
      contentType,
      address: { locale, path },
      settings: { site: siteOf(site), rendering: renderingWith(config, on, off) },
      ...pageSet([...index.pages, [locale, path]]),
      html,
      toc,
      links,
    };
  });
}

/** The pages of a real wiki that was imported as a whole. */
export function wikiGoldens(shared: string): Golden[] {
  const folder = `${shared}/golden/aux-wiki`;
  const { host, lang, pages } = readJson<WikiFile>(`${folder}/_wiki.json`);
  const site = pageSet(pages);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const names = files.filter((file) => file.endsWith('.json') && file !== '_wiki.json').sort();
  return names.map((name) => {
    const { html, toc, links, contentType, content, locale, path } = readJson<GoldenWikiPage>(`${folder}/${name}`);
    return {
      name: `aux-wiki/${path}`,
      content,
      contentType,
      address: { locale, path },
      settings: { site: siteOf({ host, ...lang }), rendering: defaultRendering },
      ...site,
      html,
      toc,
      links,
    };
  });
}

interface GoldenSite {
  readonly host: string;
  readonly namespacing: boolean;
  readonly code: string;
}

interface FeatureIndex {
  readonly pages: readonly (readonly [locale: string, path: string])[];
  readonly features: readonly {
    readonly name: string;
    readonly file: string;
    readonly path: string;
    readonly locale: string;
    readonly site: GoldenSite;
    readonly config: Readonly<Record<string, Readonly<Record<string, string | number | boolean>>>>;
    readonly on: readonly string[];
    readonly off: readonly string[];
  }[];
}

interface GoldenPage {
  readonly html: string;
  readonly toc: unknown;
  readonly links: readonly GoldenLink[];
  readonly contentType: ContentType;
}

interface GoldenWikiPage extends GoldenPage {
  readonly content: string;
  readonly locale: string;
  readonly path: string;
}

interface WikiFile {
  readonly host: string;
  readonly lang: Omit<GoldenSite, 'host'>;
  readonly pages: readonly (readonly [locale: string, path: string])[];
}

function siteOf({ host, namespacing, code }: GoldenSite): SiteSettings {
  return { host, namespacing, locale: code };
}

function renderingWith(
  config: FeatureIndex['features'][number]['config'],
  on: readonly string[],
  off: readonly string[],
): RenderingSettings {
  const rendering: Record<string, ModuleOptions> = { ...defaultRendering };
  const change = (module: string, options: Partial<ModuleOptions>) => {
    rendering[module] = { enabled: true, ...rendering[module], ...options };
  };
  for (const [module, options] of Object.entries(config)) change(module, options);
  for (const module of on) change(module, { enabled: true });
  for (const module of off) change(module, { enabled: false });
  return rendering;
}

function pageSet(rows: readonly (readonly [locale: string, path: string])[]): Pick<Golden, 'pages' | 'pageExists'> {
  const pages = rows.map(([locale, path]) => ({ locale, path }));
  const keys = new Set(pages.map(addressKey));
  return { pages, pageExists: (address) => keys.has(addressKey(address)) };
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
