/**
 * Holds the styles of a page to the page. Its style elements neither reach what is around it nor load anything, since a
 * selector could tell by what it loads what the page says; attributes load nothing but pictures of backgrounds, which are
 * for the policy to allow.
 */
export function keepStylesInPage(nodes: ParentNode): void {
  for (const element of nodes.querySelectorAll('style, template, [style], svg *')) {
    if (element instanceof HTMLTemplateElement) keepStylesInPage(element.content);
    else if (element.localName === 'style') element.textContent = scoped(element.textContent);
    if (element instanceof SVGElement) dropReferences(element);
    if (!loads(element.getAttribute('style') ?? '')) continue;
    if (element instanceof HTMLElement || element instanceof SVGElement) dropLoading(element.style, backgrounds);
  }
}

const backgrounds: ReadonlySet<string> = new Set(['background-image', 'list-style-image', 'border-image-source']);

/** SVG says in attributes too what it is filled, masked and filtered with. */
function dropReferences(element: SVGElement): void {
  for (const { name, value } of [...element.attributes]) {
    if (name !== 'style' && /url\(\s*["']?(?!["'\s#])|url\(.*\\/i.test(value)) element.removeAttribute(name);
  }
}

/** The style sheet's rules as the browser understands them, for elements of the page; nothing if they cannot be held there. */
function scoped(css: string): string {
  const rules = parse(css);
  withoutLoading(rules);
  const text = `@scope (.contents > *) {\n${[...rules].map((rule) => rule.cssText).join('\n')}\n}`;
  const [scope, ...outside] = parse(text);
  return scope?.cssText.startsWith('@scope') && outside.length === 0 ? text : '';
}

function parse(css: string): CSSRuleList {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet.cssRules;
}

function withoutLoading(rules: CSSRuleList): void {
  for (const rule of rules) {
    if ('style' in rule && rule.style instanceof CSSStyleDeclaration) {
      dropLoading(rule.style, new Set());
      if (loads(rule.style.cssText)) rule.style.cssText = '';
    }
    if ('cssRules' in rule && rule.cssRules instanceof CSSRuleList) withoutLoading(rule.cssRules);
  }
}

function dropLoading(style: CSSStyleDeclaration, kept: ReadonlySet<string>): void {
  for (const property of [...style]) {
    if (!kept.has(property) && loads(style.getPropertyValue(property))) style.removeProperty(property);
  }
}

/** Whether a value names a resource elsewhere, or may hide that it does: the browser writes out all escapes that it has read. */
function loads(value: string): boolean {
  return /(?:url|image-set|image|src)\(|\\/i.test(value.replace(/url\("(?:data:|#)[^"]*"\)/gi, ''));
}
