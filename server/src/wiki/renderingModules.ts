import type { ModuleOptions, RenderingSettings } from './settings.ts';

/** An option of a rendering module: its type, the values it may have, and Wiki.js's default. */
export interface ModuleOption {
  readonly default: string | number | boolean;
  /** The values that Wiki.js offers; undefined where any value of the default's type is allowed. */
  readonly values?: readonly string[];
  readonly description: string;
}

/** One of Wiki.js's rendering modules, as its administration lists them. */
export interface RenderingModule {
  readonly title: string;
  /** Whether it is on in a new wiki. */
  readonly enabled: boolean;
  readonly options: Readonly<Record<string, ModuleOption>>;
}

const quoteStyles = [
  'Chinese',
  'English',
  'French',
  'German',
  'Greek',
  'Hungarian',
  'Japanese',
  'Polish',
  'Portuguese',
  'Russian',
  'Spanish',
  'Swedish',
] as const;

const texOptions: RenderingModule['options'] = {
  useInline: { default: true, description: 'TeX between single dollar signs' },
  useBlocks: { default: true, description: 'TeX between double dollar signs' },
};

/** Every rendering module of Wiki.js 2 by Wiki.js's key, with its options and defaults. Rules reference (f). */
export const renderingModules: Readonly<Record<string, RenderingModule>> = {
  asciidocCore: {
    title: 'AsciiDoc',
    enabled: true,
    options: {
      safeMode: {
        default: 'server',
        values: ['unsafe', 'safe', 'server', 'secure'],
        description: 'What AsciiDoc pages may include',
      },
    },
  },
  htmlAsciinema: { title: 'Asciinema', enabled: false, options: {} },
  htmlBlockquotes: { title: 'Blockquotes', enabled: true, options: {} },
  htmlCodehighlighter: { title: 'Code highlighting', enabled: true, options: {} },
  htmlCore: {
    title: 'HTML',
    enabled: true,
    options: {
      absoluteLinks: { default: false, description: 'Relative links resolve at the root, not under the page' },
      openExternalLinkNewTab: { default: false, description: 'External links open in a new tab' },
      relAttributeExternalLink: {
        default: 'noreferrer',
        values: ['noreferrer', 'noopener'],
        description: 'The `rel` of external links that open in a new tab',
      },
    },
  },
  htmlDiagram: { title: 'Diagrams', enabled: true, options: {} },
  htmlImagePrefetch: { title: 'Image prefetch', enabled: false, options: {} },
  htmlMediaplayers: { title: 'Media players', enabled: true, options: {} },
  htmlMermaid: { title: 'Mermaid', enabled: true, options: {} },
  htmlSecurity: {
    title: 'Security',
    enabled: true,
    options: {
      safeHTML: { default: true, description: 'The sanitiser removes what could harm' },
      allowDrawIoUnsafe: { default: true, description: 'Elements that diagrams of draw.io need stay' },
      allowIFrames: { default: false, description: 'Iframes stay' },
    },
  },
  htmlTabset: { title: 'Tabsets', enabled: true, options: {} },
  htmlTwemoji: { title: 'Twemoji', enabled: true, options: {} },
  markdownAbbr: { title: 'Abbreviations', enabled: true, options: {} },
  markdownCore: {
    title: 'Markdown',
    enabled: true,
    options: {
      allowHTML: { default: true, description: 'HTML in Markdown stays HTML' },
      linkify: { default: true, description: 'Bare URLs become links' },
      linebreaks: { default: true, description: 'A line break in a paragraph stays one' },
      underline: { default: false, description: '`_text_` underlines instead of stressing' },
      typographer: { default: false, description: 'Quotes, dashes and ellipses become typographic' },
      quotes: { default: 'English', values: quoteStyles, description: 'Which quotes the typographer writes' },
    },
  },
  markdownEmoji: { title: 'Emoji', enabled: true, options: {} },
  markdownExpandtabs: {
    title: 'Tabs in code',
    enabled: true,
    options: { tabWidth: { default: 4, description: 'Spaces for each leading tab of a code block' } },
  },
  markdownFootnotes: { title: 'Footnotes', enabled: true, options: {} },
  markdownImsize: { title: 'Image sizes', enabled: true, options: {} },
  markdownKatex: { title: 'KaTeX', enabled: true, options: texOptions },
  markdownKroki: {
    title: 'Kroki',
    enabled: false,
    options: {
      server: { default: 'https://kroki.io', description: 'URL of the Kroki server' },
      openMarker: { default: '```kroki', description: 'What begins a diagram' },
      closeMarker: { default: '```', description: 'What ends a diagram' },
    },
  },
  markdownMathjax: { title: 'MathJax', enabled: false, options: texOptions },
  markdownMultiTable: {
    title: 'MultiMarkdown tables',
    enabled: false,
    options: {
      multilineEnabled: { default: true, description: 'A backslash at the end of a row joins it with the next' },
      headerlessEnabled: { default: true, description: 'Tables need no header' },
      rowspanEnabled: { default: true, description: '`^^` joins a cell with the one above' },
    },
  },
  markdownPivotTable: { title: 'Pivot tables', enabled: false, options: {} },
  markdownPlantuml: {
    title: 'PlantUML',
    enabled: true,
    options: {
      server: { default: 'https://plantuml.requarks.io', description: 'URL of the PlantUML server' },
      openMarker: { default: '```plantuml', description: 'What begins a diagram' },
      closeMarker: { default: '```', description: 'What ends a diagram' },
      imageFormat: {
        default: 'svg',
        values: ['svg', 'png', 'latex', 'ascii'],
        description: 'The format of the diagrams',
      },
    },
  },
  markdownSupsub: {
    title: 'Subscript and superscript',
    enabled: true,
    options: {
      subEnabled: { default: true, description: '`~x~` is a subscript' },
      supEnabled: { default: true, description: '`^x^` is a superscript' },
    },
  },
  markdownTasklists: { title: 'Task lists', enabled: true, options: {} },
  openapiCore: { title: 'OpenAPI', enabled: true, options: {} },
};

/** What a new Wiki.js renders with. */
export const defaultRendering: RenderingSettings = Object.fromEntries(
  Object.entries(renderingModules).map(([key, module]) => [key, defaultsOf(module)]),
);

function defaultsOf(module: RenderingModule): ModuleOptions {
  const options = Object.entries(module.options).map(([name, option]) => [name, option.default]);
  return { ...Object.fromEntries(options), enabled: module.enabled };
}
