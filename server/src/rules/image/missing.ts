import { urlOfAsset } from '../../edits/destination.ts';
import { changePath, referringImage } from '../../edits/linkEdits.ts';
import { planOf } from '../../edits/plan.ts';
import type { ResolvedImage, Wiki } from '../../index/wiki.ts';
import type { Page } from '../../page/page.ts';
import { likelyAssets } from '../assets.ts';
import { isSystemFile } from '../link/systemRoutes.ts';
import type { Rule } from '../rule.ts';
import { severityInTemplate } from '../templates.ts';

export const missingImage: Rule = {
  code: 'image/missing',
  severity: 'error',
  summary: 'The image is a file that does not exist.',
  explanation: `The page shows the sign of a broken image. Letter case counts. A relative path begins at the folder of the page's URL,
and a top folder of one or two letters is never reached, since Wiki.js takes it for a part of its own or for a locale:
\`/zh/x.png\` is looked up as \`x.png\`.`,
  example: {
    wrong: '--- /home.md\n---\ntitle: Home\n---\n\n![The tank](/assets/Tank.png)\n--- /assets/tank.png\nimage\n',
    right: '--- /home.md\n---\ntitle: Home\n---\n\n![The tank](/assets/tank.png)\n--- /assets/tank.png\nimage\n',
  },
  check(page, wiki, report) {
    for (const { image, asset } of missingImages(page, wiki)) {
      report({
        range: placeOfImage(image),
        severity: severityInTemplate(page, wiki, image.src),
        target: `/${asset}`,
        message: `There is no file ${asset} in the wiki, so the page shows a broken image.`,
      });
    }
  },
  fixes({ range }, { page, wiki, text }) {
    const found = missingImages(page, wiki).find(({ image }) => {
      const place = placeOfImage(image);
      return place.start === range.start && place.end === range.end;
    });
    if (found === undefined) return [];
    return likelyAssets(found.asset, page.address, wiki).map((file, index) => ({
      title: `Show ${urlOfAsset(file)}`,
      preferred: index === 0,
      plan: planOf(changePath(page.file, text, referringImage(found.image), urlOfAsset(file), found.image.alt)),
    }));
  },
};

function missingImages(page: Page, wiki: Wiki): (ResolvedImage & { readonly asset: string })[] {
  return wiki.imagesOf(page).flatMap((resolved) => {
    const { asset } = resolved;
    const isFine = asset === undefined || isSystemFile(asset) || wiki.hasAsset(asset);
    return isFine ? [] : [{ ...resolved, asset }];
  });
}

/** Its source, or the whole image where the source stands in a definition. */
export function placeOfImage(image: ResolvedImage['image']): ResolvedImage['image']['range'] {
  return image.form === 'reference' ? image.range : image.srcRange;
}
