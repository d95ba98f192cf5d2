import { titleOfPath } from '../../edits/pageTitle.ts';
import { planOf } from '../../edits/plan.ts';
import type { Image, Page } from '../../page/page.ts';
import type { Rule } from '../rule.ts';

export const noAlt: Rule = {
  code: 'image/no-alt',
  severity: 'hint',
  summary: 'The image has no text for those who do not see it.',
  explanation: `The text between the brackets of \`![text](/image.png)\` is what a screen reader says, what a search finds, and what is
shown where the image does not load. An image that only decorates says so in HTML, \`<img src="/line.png" alt="">\`, and is
not reported. A wiki may have thousands of images without a text, so that this is a hint where the settings do not say more.`,
  example: {
    wrong: '--- /home.md\n---\ntitle: Home\n---\n\n![](/assets/tank.png)\n--- /assets/tank.png\nimage\n',
    right:
      '--- /home.md\n---\ntitle: Home\n---\n\n![A tank with plants and two newts](/assets/tank.png)\n--- /assets/tank.png\nimage\n',
  },
  check(page, _wiki, report) {
    for (const { range } of imagesWithoutText(page)) {
      report({ range, message: 'This image has no text in its brackets (alt) that says what is on it.' });
    }
  },
  fixes({ range }, { page, text }) {
    const image = imagesWithoutText(page).find((candidate) => candidate.range.start === range.start);
    const alt = image === undefined ? '' : nameInWords(image);
    if (image === undefined || alt === '') return [];
    const at = placeOfAlt(text.slice(image.range.start, image.range.end), image.form);
    if (at === undefined) return [];
    const newText = image.form === 'html' ? ` alt="${alt}"` : alt;
    const place = image.range.start + at;
    const plan = planOf({ kind: 'change', file: page.file, range: { start: place, end: place }, newText });
    return [{ title: `Begin with its name: ${alt}`, preferred: true, plan }];
  },
};

function imagesWithoutText({ images }: Page): Image[] {
  return images.filter(({ alt, isDecorative }) => alt.trim() === '' && !isDecorative);
}

/** Where the text goes: between the brackets, or behind the name of the tag. */
function placeOfAlt(written: string, form: Image['form']): number | undefined {
  const before = (form === 'html' ? /^<img(?=[\s/>])/i : /^!\[(?=\s*\])/).exec(written);
  return before?.[0].length;
}

/** The name of the file without its extension, as far as it is made of words. */
function nameInWords({ url = '' }: Image): string {
  const [path = ''] = url.split(/[?#]/);
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  return /^[\w-]*[a-z][\w-]*$/i.test(name) ? titleOfPath(name) : '';
}
