import { planOf } from '../../edits/plan.ts';
import type { RemovedHtml } from '../../page/hazard.ts';
import type { OffsetRange } from '../../util/range.ts';
import { hazardsAt, hazardsOf } from '../hazards.ts';
import type { Finding, Fix, FixContext, Rule } from '../rule.ts';
import { severityInTemplate } from '../templates.ts';

/** Elements that HTML and SVG know: nobody means the text of their tags. */
const knownElement =
  /^(?:script|iframe|noscript|noembed|noframes|object|embed|param|applet|style|template|link|meta|base|title|head|frame|frameset|xmp|plaintext|use|animate|set|foreignobject|oembed|math|semantics|annotation|portal|svg)$/i;

/** What whole HTML documents begin with, and a page does without. */
const headElement = /^(?:head|meta|title|base|link)$/i;

/** Attributes that a page does without: they say nothing on the site, or only together with something that is gone too. */
const missedAttribute =
  /^(?:on.+|v-.+|[:@#].+|id|name|markdown|href|xlink:href|src|action|formaction|poster|background)$/i;

export const htmlRemoved: Rule = {
  code: 'syntax/html-removed',
  severity: 'warning',
  summary: "Wiki.js's sanitiser takes HTML out of the page.",
  explanation: `Unless the site switches it off, a sanitiser goes over each page. It takes out scripts, iframes and what is in them (a site can
allow iframes: \`rendering.htmlSecurity.allowIFrames\`), and the tags of \`object\`, \`embed\` and of every element that it does
not know. A word in angle brackets, such as \`<name>\`, is an element that it does not know: it vanishes. Write
\`&lt;name&gt;\`, or code.

It also takes out attributes, among them handlers such as \`onclick\`, Vue's directives, and ids that are names of things in
a browser. Those that change what the page does are told of as information; others, such as \`allowfullscreen\`, are not.
A style or a script at the very beginning of a page is lost in any case.`,
  example: {
    wrong: '--- /water.md\n---\ntitle: Water\n---\n\nFill <litres> of water in.\n',
    right: '--- /water.md\n---\ntitle: Water\n---\n\nFill &lt;litres&gt; of water in.\n',
  },
  check(page, wiki, report) {
    for (const hazard of hazardsOf(page, 'html-removed')) {
      const finding = findingOf(hazard, hazard.range);
      if (finding === undefined) continue;
      const inTemplate = severityInTemplate(page, wiki, `<${hazard.element}>`);
      report(inTemplate === undefined || hazard.attributes.length > 0 ? finding : { ...finding, severity: inTemplate });
    }
  },
  fixes(problem, context) {
    return hazardsAt(problem, context.page, 'html-removed').flatMap((hazard) => {
      if (hazard.attributes.length > 0) return [];
      if (hazard.element === 'iframe') return linkFix(hazard.range, context);
      return isPlaceholder(hazard) ? textFix(hazard.range, context) : [];
    });
  },
};

function findingOf(hazard: RemovedHtml, range: OffsetRange): Finding | undefined {
  const { element, attributes, withContent, isClosed } = hazard;
  if (attributes.length > 0) {
    const missed = attributes.filter((name) => missedAttribute.test(name) && !isToldElsewhere(element, name));
    if (missed.length === 0) return undefined;
    const names = missed.map((name) => `'${name}'`).join(', ');
    return { range, severity: 'information', message: `Wiki.js's sanitiser takes ${names} off this element.` };
  }
  if (isPlaceholder(hazard)) {
    return {
      range,
      message: `Wiki.js takes <${element}> for an element that it does not know, and leaves it out of the page.`,
    };
  }
  const what = withContent ? `<${element}> and what is in it` : `the tags of <${element}>`;
  const isHarmless = headElement.test(element) || (isClosed && !withContent && !knownElement.test(element));
  const severity = isHarmless ? 'information' : undefined;
  return { range, severity, message: `Wiki.js's sanitiser takes ${what} out of the page.` };
}

/** What becomes of a link's href is told with the link, and what of a heading's id with the heading. */
function isToldElsewhere(element: string, attribute: string): boolean {
  return (element === 'a' && /href$/i.test(attribute)) || (/^h[1-6]$/.test(element) && attribute === 'id');
}

/** Whether a tag is hardly meant for one: nothing ends it, and no standard knows it. */
function isPlaceholder({ element, isClosed, withContent }: RemovedHtml): boolean {
  return !isClosed && !withContent && !knownElement.test(element);
}

function textFix({ start, end }: OffsetRange, { page, text }: FixContext): Fix[] {
  const change = (at: OffsetRange, newText: string) =>
    ({ kind: 'change', file: page.file, range: at, newText }) as const;
  if (text[end - 1] !== '>') return [];
  const plan = planOf(change({ start, end: start + 1 }, '&lt;'), change({ start: end - 1, end }, '&gt;'));
  return [{ title: `Show ${text.slice(start, end)} as text`, preferred: true, plan }];
}

function linkFix({ start, end }: OffsetRange, { page, text }: FixContext): Fix[] {
  const source = /\bsrc\s*=\s*(?:"(https?:\/\/[^"<>\s]+)"|'(https?:\/\/[^'<>\s]+)')/i.exec(text.slice(start, end));
  const url = source?.[1] ?? source?.[2];
  const rest = /^[^<]*<\/iframe\s*>/i.exec(text.slice(end))?.[0];
  if (url === undefined || rest === undefined) return [];
  const plan = planOf({
    kind: 'change',
    file: page.file,
    range: { start, end: end + rest.length },
    newText: `<a href="${url}">${url}</a>`,
  });
  return [{ title: 'Write a link to it', preferred: true, plan }];
}
