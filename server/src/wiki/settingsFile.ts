import picomatch from 'picomatch/posix';
import { nearestWords } from '../util/editDistance.ts';
import type { OffsetRange } from '../util/range.ts';
import { defaultRendering, type ModuleOption, renderingModules } from './renderingModules.ts';
import type {
  ImageSettings,
  ModuleOptions,
  RenderingSettings,
  Severity,
  SiteSettings,
  WikiSettings,
} from './settings.ts';
import { readYamlNodes, type YamlEntry, type YamlNode } from './yamlNodes.ts';

/** Something in `.aux-wiki.yml` that is not used, with what would be. */
export interface SettingsProblem {
  readonly message: string;
  /** In UTF-16 offsets of the file's text. */
  readonly range: OffsetRange;
}

/** What a wiki without `.aux-wiki.yml` is read with: a new Wiki.js, host unknown. */
export const defaultSettings: WikiSettings = {
  site: { host: '', locale: 'en', namespacing: false },
  rendering: defaultRendering,
  rules: {},
  images: { maxSize: 1_000_000 },
  ignore: [],
  templates: 'wiki-templates',
};

type Report = (range: OffsetRange, message: string) => void;

/**
 * Reads `.aux-wiki.yml`. Total: what is wrong with it is told in `problems`, and the default is used instead.
 * `ruleCodes` are the codes that `rules` may name, besides their groups; without them every code is let pass.
 */
export function readSettingsFile(
  text: string,
  ruleCodes?: readonly string[],
): { settings: WikiSettings; problems: SettingsProblem[] } {
  const { root, problems: yamlProblems } = readYamlNodes(text);
  const problems: SettingsProblem[] = yamlProblems;
  const report: Report = (range, message) => problems.push({ range, message });
  const sections = Object.keys(defaultSettings);
  const settings = {
    site: defaultSettings.site,
    rendering: defaultSettings.rendering,
    rules: defaultSettings.rules,
    images: defaultSettings.images,
    ignore: defaultSettings.ignore,
    templates: defaultSettings.templates,
  };
  for (const { key, keyRange, value } of entriesOf(root, 'The file', report)) {
    if (key === 'site') settings.site = readSite(value, report);
    else if (key === 'rendering') settings.rendering = readRendering(value, report);
    else if (key === 'rules') settings.rules = readRules(value, ruleCodes, report);
    else if (key === 'images') settings.images = readImages(value, report);
    else if (key === 'ignore') settings.ignore = readIgnore(value, report);
    else if (key === 'templates') settings.templates = readLeaf(value, folder, key, report) ?? settings.templates;
    else report(keyRange, unknown(`Unknown setting '${key}'`, key, sections));
  }
  return { settings, problems };
}

/** A single value: what it must be, in words, and the value if it is that. */
interface Leaf<T> {
  readonly mustBe: string;
  accept(value: unknown): T | undefined;
}

const flag: Leaf<boolean> = {
  mustBe: 'true or false',
  accept: (value) => (typeof value === 'boolean' ? value : undefined),
};

const siteLeaves: { readonly [Key in keyof SiteSettings]: Leaf<SiteSettings[Key]> } = {
  host: {
    mustBe: "the site's URL, such as https://wiki.example.com",
    accept: (value) =>
      value === '' || (typeof value === 'string' && /^https?:\/\/[^/\s]/.test(value)) ? value : undefined,
  },
  locale: {
    mustBe: 'the code of a locale, such as en or pt-BR',
    accept: (value) => (typeof value === 'string' && /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(value) ? value : undefined),
  },
  namespacing: flag,
};

const folder: Leaf<string> = {
  mustBe: "a folder, relative to the wiki's root",
  accept: (value) => (typeof value === 'string' ? value : undefined),
};

const severities = ['error', 'warning', 'information', 'hint', 'off'] as const;

const severity: Leaf<Severity | 'off'> = {
  mustBe: `one of ${severities.join(', ')}`,
  accept: (value) => severities.find((name) => name === value),
};

const units: Readonly<Record<string, number>> = { B: 1, kB: 1e3, MB: 1e6, KiB: 1024, MiB: 1024 * 1024 };

const fileSize: Leaf<number> = {
  mustBe: 'a size such as 500 kB or 1.5 MB',
  accept: (value) => {
    const [, number, unit = ''] = /^(\d+(?:\.\d+)?) ?(B|kB|MB|KiB|MiB)$/.exec(String(value)) ?? [];
    return number === undefined ? undefined : Math.round(Number(number) * (units[unit] ?? 1));
  },
};

const glob: Leaf<string> = {
  mustBe: "a glob, relative to the wiki's root, such as drafts/**",
  accept: (value) => (typeof value === 'string' && isGlob(value) ? value : undefined),
};

function isGlob(text: string): boolean {
  try {
    picomatch.makeRe(text, { strictBrackets: true });
    return true;
  } catch {
    return false;
  }
}

function readSite(node: YamlNode, report: Report): SiteSettings {
  let site = defaultSettings.site;
  for (const { key, keyRange, value } of entriesOf(node, "'site'", report)) {
    if (!isKeyOf(siteLeaves, key)) {
      report(keyRange, unknown(`Unknown key '${key}' in 'site'`, key, Object.keys(siteLeaves)));
      continue;
    }
    const read = readLeaf<string | boolean>(value, siteLeaves[key], key, report);
    if (read !== undefined) site = { ...site, [key]: read };
  }
  return site;
}

function readRendering(node: YamlNode, report: Report): RenderingSettings {
  const rendering: Record<string, ModuleOptions> = { ...defaultRendering };
  for (const { key, keyRange, value } of entriesOf(node, "'rendering'", report)) {
    const module = renderingModules[key];
    const defaults = defaultRendering[key];
    if (module === undefined || defaults === undefined || !isKeyOf(renderingModules, key)) {
      report(keyRange, unknown(`Unknown rendering module '${key}'`, key, Object.keys(renderingModules)));
    } else rendering[key] = readModule(value, key, module.options, defaults, report);
  }
  return rendering;
}

function readModule(
  node: YamlNode,
  name: string,
  options: Readonly<Record<string, ModuleOption>>,
  defaults: ModuleOptions,
  report: Report,
): ModuleOptions {
  let read: ModuleOptions = defaults;
  for (const { key, keyRange, value } of entriesOf(node, `'${name}'`, report)) {
    if (!isKeyOf(defaults, key)) {
      report(keyRange, unknown(`Unknown option '${key}' of '${name}'`, key, Object.keys(defaults)));
      continue;
    }
    const option = options[key];
    const leaf = option === undefined ? flag : leafOf(option);
    const accepted = readLeaf<string | number | boolean>(value, leaf, key, report);
    if (accepted !== undefined) read = { ...read, [key]: accepted };
  }
  return read;
}

function leafOf({ default: byDefault, values }: ModuleOption): Leaf<string | number | boolean> {
  if (typeof byDefault === 'boolean') return flag;
  if (typeof byDefault === 'number') {
    return {
      mustBe: 'a whole number from 0 on',
      accept: (value) => (typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined),
    };
  }
  return {
    mustBe: values === undefined ? 'text' : `one of ${values.join(', ')}`,
    accept: (value) =>
      typeof value === 'string' && (values === undefined || values.includes(value)) ? value : undefined,
  };
}

function readRules(node: YamlNode, ruleCodes: readonly string[] | undefined, report: Report): WikiSettings['rules'] {
  const known = ruleCodes && [...new Set(ruleCodes.flatMap((code) => [code, code.replace(/\/.*/, '')]))];
  const rules: [string, Severity | 'off'][] = [];
  for (const { key, keyRange, value } of entriesOf(node, "'rules'", report)) {
    if (known !== undefined && !known.includes(key)) report(keyRange, unknown(`Unknown rule '${key}'`, key, known));
    const read = readLeaf(value, severity, key, report);
    if (read !== undefined) rules.push([key, read]);
  }
  return Object.fromEntries(rules);
}

function readImages(node: YamlNode, report: Report): ImageSettings {
  let images = defaultSettings.images;
  for (const { key, keyRange, value } of entriesOf(node, "'images'", report)) {
    if (key === 'maxSize') images = { maxSize: readLeaf(value, fileSize, key, report) ?? images.maxSize };
    else report(keyRange, unknown(`Unknown key '${key}' in 'images'`, key, Object.keys(images)));
  }
  return images;
}

function readIgnore(node: YamlNode, report: Report): readonly string[] {
  const items = node.items();
  if (items === undefined) {
    if (node.scalar !== null) report(node.range, "'ignore' must be a list of globs, such as [drafts/**].");
    return [];
  }
  return items.flatMap((item) => readLeaf(item, glob, 'ignore', report) ?? []);
}

function readLeaf<T>(node: YamlNode, leaf: Leaf<T>, name: string, report: Report): T | undefined {
  const value = leaf.accept(node.scalar);
  if (value === undefined) report(node.range, `'${name}' must be ${leaf.mustBe}.`);
  return value;
}

/** The entries of a mapping; none, without a word, where nothing has been written yet. */
function entriesOf(node: YamlNode | undefined, name: string, report: Report): YamlEntry[] {
  if (node === undefined || node.scalar === null) return [];
  const entries = node.entries();
  if (entries === undefined) report(node.range, `${name} must hold keys with values.`);
  return entries ?? [];
}

function unknown(problem: string, name: string, allowed: readonly string[]): string {
  const [nearest] = nearestWords(name, allowed);
  const guess = nearest === undefined ? '' : ` Did you mean '${nearest}'?`;
  return `${problem}.${guess} Allowed: ${allowed.join(', ')}.`;
}

function isKeyOf<T extends object>(object: T, key: string): key is Extract<keyof T, string> {
  return Object.hasOwn(object, key);
}
