import type { Wiki } from '../index/wiki.ts';
import type { Page } from '../page/page.ts';
import { targetOfAsset } from '../wiki/href.ts';

/** A start tag with a source, as Wiki.js's serialiser writes it: attributes in double quotes. */
const tagWithSource = /<(?:img|audio|video|source|track|embed|input|iframe)(?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*\s*\/?>/gi;
const source = /(\ssrc=")([^"]*)(?=")/i;

/** The HTML with every source that leads to a file of the wiki changed to where a viewer serves that file. */
export function serveFilesFrom(base: string, html: string, page: Page, wiki: Wiki): string {
  if (!html.includes(' src="')) return html;
  return html.replace(tagWithSource, (tag) =>
    tag.replace(source, (attribute, start: string, value: string) => {
      const url = value.replaceAll('&quot;', '"').replaceAll('&nbsp;', '\u00a0').replaceAll('&amp;', '&');
      const { file } = targetOfAsset(url, page.address, wiki.settings.site);
      if (file === undefined || !wiki.hasAsset(file)) return attribute;
      return `${start}${base}/${file.split('/').map(encodeURIComponent).join('/')}`;
    }),
  );
}
