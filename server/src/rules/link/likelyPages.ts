import type { ResolvedLink, Wiki } from '../../index/wiki.ts';
import type { Page } from '../../page/page.ts';
import type { PageAddress } from '../../wiki/address.ts';
import { addressOfUrl } from '../../wiki/pageUrl.ts';
import { slugOf } from '../../wiki/slug.ts';
import { nearest, similarity } from '../nearest.ts';

/** The pages that a link to a missing page may have meant, the likeliest first: near by path, by last segment, by title. */
export function likelyPages(link: ResolvedLink, target: PageAddress, wiki: Wiki): readonly Page[] {
  const wanted = target.path === '' ? 'home' : target.path;
  const wantedSlug = slugOf(lastSegment(wanted));
  const textSlug = slugOf(link.link.text);
  const likeness = (page: Page): number => {
    const { path, locale } = page.address;
    const titleSlug = slugOf(page.title);
    const best = Math.max(
      similarity(path, wanted),
      0.95 * similarity(lastSegment(path), lastSegment(wanted)),
      0.9 * similarity(titleSlug, wantedSlug),
      textSlug === '' ? 0 : 0.9 * similarity(titleSlug, textSlug),
    );
    return locale === target.locale ? best : best - 0.1;
  };
  const others = function* () {
    for (const page of wiki.pages()) if (page.file !== link.page.file) yield page;
  };
  const found = nearest(others(), likeness, { least: 0.6, count: 3 });
  const meant = absolute(link, wiki);
  return meant === undefined ? found : [meant, ...found.filter((page) => page !== meant)].slice(0, 3);
}

/** The page that a relative link names if it is read as an absolute one, the commonest slip. */
function absolute({ link }: ResolvedLink, wiki: Wiki): Page | undefined {
  const [path = ''] = (link.url ?? '').split(/[?#]/);
  if (path === '' || path.startsWith('/')) return undefined;
  return wiki.pageAt(
    addressOfUrl(`/${path}`, wiki.settings.site.locale, { stripExtension: /\.(md|html)$/i.test(path) }),
  );
}

function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
