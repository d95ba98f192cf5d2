import type { MarkdownItOptions } from 'markdown-it';
import type { ModuleOptions, RenderingSettings } from '../../wiki/settings.ts';

/** Opening and closing double, then single quotes, by the names that Wiki.js offers. */
const quoteStyles: Readonly<Record<string, string | [string, string, string, string]>> = {
  Chinese: '””‘’',
  English: '“”‘’',
  French: ['«\u00a0', '\u00a0»', '‹\u00a0', '\u00a0›'],
  German: '„“‚‘',
  Greek: '«»‘’',
  Japanese: '「」「」',
  Hungarian: '„”’’',
  Polish: '„”‚‘',
  Portuguese: '«»‘’',
  Russian: '«»„“',
  Spanish: '«»‘’',
  Swedish: '””’’',
};

/** The options of a module, or undefined where it is switched off. */
export function enabledModule(rendering: RenderingSettings, key: string): ModuleOptions | undefined {
  const module = rendering[key];
  return module?.enabled ? module : undefined;
}

/** An option that is on unless the site switched it off. */
export function isOn(options: ModuleOptions, name: string): boolean {
  return Boolean(options[name] ?? true);
}

/** An option that is off unless the site switched it on. */
export function isOptedIn(options: ModuleOptions, name: string): boolean {
  return Boolean(options[name] ?? false);
}

/** A text option; what is missing or empty takes the default. */
export function textOption(options: ModuleOptions, name: string, byDefault: string): string {
  const value = options[name];
  return value === undefined || value === '' ? byDefault : String(value);
}

/** What Wiki.js passes to markdown-it for the options of its core module (rules reference (f)). */
export function markdownItOptions(core: ModuleOptions): MarkdownItOptions {
  return {
    html: isOn(core, 'allowHTML'),
    breaks: isOn(core, 'linebreaks'),
    linkify: isOn(core, 'linkify'),
    typographer: isOptedIn(core, 'typographer'),
    quotes: quoteStyles[textOption(core, 'quotes', 'English')] ?? '“”‘’',
  };
}

/** A number option; not a number if it is missing or none. */
export function numberOption(options: ModuleOptions, name: string): number {
  return Number(options[name] ?? Number.NaN);
}
