import { buildDocument } from '../page/html/document.ts';
import { markLinkStates } from '../page/html/links.ts';
import { serializeBody } from '../page/html/serialize.ts';
import type { TocEntry } from '../page/html/toc.ts';
import { elementsIn } from '../page/html/tree.ts';
import { createMarkdown } from '../page/markdown/markdown.ts';
import type { ContentType, PageAddress } from '../wiki/address.ts';
import type { RenderingSettings, WikiSettings } from '../wiki/settings.ts';

/** A page's content, without frontmatter, and what of the wiki its rendering depends on. */
export interface RenderInput {
  readonly content: string;
  readonly contentType: ContentType;
  readonly address: PageAddress;
  readonly settings: Pick<WikiSettings, 'site' | 'rendering'>;
  pageExists(address: PageAddress): boolean;
}

/** What Wiki.js stores of a page. */
export interface RenderedPage {
  readonly html: string;
  readonly toc: readonly TocEntry[];
}

/** The HTML and the table of contents that Wiki.js stores for a page. Rules reference (d), (e), (f). Never fails. */
export function renderContent({ content, contentType, address, settings, pageExists }: RenderInput): RenderedPage {
  const html = contentType === 'html' ? content : markdownFor(settings.rendering).render(content, {});
  const { document, linkStates, toc } = buildDocument(html, address, settings);
  markLinkStates(elementsIn(document), linkStates, pageExists);
  return { html: serializeBody(document).html, toc };
}

const parsers = new WeakMap<RenderingSettings, ReturnType<typeof createMarkdown>>();

/** The parser for these settings, made once. */
function markdownFor(rendering: RenderingSettings): ReturnType<typeof createMarkdown> {
  const known = parsers.get(rendering);
  if (known !== undefined) return known;
  const markdown = createMarkdown(rendering);
  parsers.set(rendering, markdown);
  return markdown;
}
