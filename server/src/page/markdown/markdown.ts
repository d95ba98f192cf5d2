import MarkdownItParser, { type MarkdownIt } from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import multiMarkdownTable from 'markdown-it-multimd-table';
import type { ModuleOptions, RenderingSettings } from '../../wiki/settings.ts';
import { enabledModule, isOn, isOptedIn, markdownItOptions, numberOption, textOption } from './options.ts';
import { abbreviations } from './plugins/abbreviations.ts';
import { attributes } from './plugins/attributes.ts';
import { decorate } from './plugins/decorate.ts';
import { type DiagramOptions, kroki, plantuml } from './plugins/diagrams.ts';
import { emoji } from './plugins/emoji.ts';
import { fences } from './plugins/fences.ts';
import { useLinearFootnoteTail } from './plugins/footnoteTail.ts';
import { imageSize } from './plugins/imageSize.ts';
import { noticeLeftText } from './plugins/leftAsText.ts';
import { katex, type MathsOptions, mathJax } from './plugins/maths.ts';
import { pivotTable } from './plugins/pivotTable.ts';
import { subscript, superscript } from './plugins/subSup.ts';
import { taskLists } from './plugins/taskLists.ts';
import { underline } from './plugins/underline.ts';
import { useOldSyntax } from './rules/chains.ts';

/**
 * The Markdown parser of a Wiki.js site with these rendering settings, for the index and for the preview alike.
 * `render(content, {})` gives what Wiki.js's Markdown step hands to its HTML steps (rules reference (f)).
 * Give each page an `env` of its own: references, footnotes, abbreviations and TeX macros are kept in it.
 */
export function createMarkdown(rendering: RenderingSettings): MarkdownIt {
  const core = rendering.markdownCore ?? { enabled: true };
  const md = new MarkdownItParser(markdownItOptions(core));
  useOldSyntax(md);
  if (isOptedIn(core, 'underline')) underline(md);
  attributes(md);
  decorate(md);
  addModules(md, rendering);
  noticeLeftText(md);
  return md;
}

/** In the order of Wiki.js, which is that of the modules' names: it decides which rule comes first. */
function addModules(md: MarkdownIt, rendering: RenderingSettings): void {
  const use = (key: string, add: (options: ModuleOptions) => void): void => {
    const options = enabledModule(rendering, key);
    if (options !== undefined) add(options);
  };
  use('markdownAbbr', () => abbreviations(md));
  use('markdownEmoji', () => emoji(md));
  const tabs = enabledModule(rendering, 'markdownExpandtabs');
  fences(md, tabs && Math.max(0, Math.trunc(numberOption(tabs, 'tabWidth') || 4)));
  use('markdownFootnotes', () => {
    md.use(footnotes);
    useLinearFootnoteTail(md);
  });
  use('markdownImsize', () => imageSize(md));
  use('markdownKatex', (options) => katex(md, mathsOptions(options)));
  use('markdownKroki', (options) => kroki(md, diagramOptions(options, 'https://kroki.io', '```kroki')));
  use('markdownMathjax', (options) => mathJax(md, mathsOptions(options)));
  use('markdownMultiTable', (options) =>
    md.use(multiMarkdownTable, {
      multiline: isOn(options, 'multilineEnabled'),
      rowspan: isOn(options, 'rowspanEnabled'),
      headerless: isOn(options, 'headerlessEnabled'),
    }),
  );
  use('markdownPivotTable', () => pivotTable(md));
  use('markdownPlantuml', (options) =>
    plantuml(md, {
      ...diagramOptions(options, 'https://plantuml.requarks.io', '```plantuml'),
      imageFormat: textOption(options, 'imageFormat', 'svg'),
    }),
  );
  use('markdownSupsub', (options) => {
    if (isOn(options, 'subEnabled')) subscript(md);
    if (isOn(options, 'supEnabled')) superscript(md);
  });
  use('markdownTasklists', () => taskLists(md));
}

function mathsOptions(options: ModuleOptions): MathsOptions {
  return { useInline: isOn(options, 'useInline'), useBlocks: isOn(options, 'useBlocks') };
}

function diagramOptions(options: ModuleOptions, server: string, openMarker: string): DiagramOptions {
  return {
    server: textOption(options, 'server', server),
    openMarker: textOption(options, 'openMarker', openMarker),
    closeMarker: textOption(options, 'closeMarker', '```'),
  };
}
