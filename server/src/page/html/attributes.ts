import type { Attribute, Element } from './tree.ts';
import { XLINK_NAMESPACE, XML_NAMESPACE, XMLNS_NAMESPACE } from './tree.ts';

/** The value of an attribute by its local name, so that `href` finds an SVG link's `xlink:href` too, as it does in Wiki.js. */
export function attributeOf(element: Element, name: string): string | undefined {
  const { attributes } = element;
  for (let i = 0; i < attributes.length; i++) if (attributes[i]?.name === name) return attributes[i]?.value;
  return undefined;
}

/** Sets an attribute where it stands, or adds it last. */
export function setAttribute(element: Element, name: string, value: string): void {
  const attribute = element.attributes.find((candidate) => candidate.name === name);
  if (attribute === undefined) element.attributes.push({ name, value });
  else attribute.value = value;
}

export function removeAttribute(element: Element, name: string): void {
  element.attributes = element.attributes.filter((attribute) => attribute.name !== name);
}

export function hasClass(element: Element, name: string): boolean {
  const value = attributeOf(element, 'class');
  return value?.includes(name) === true && value.split(/\s+/).includes(name);
}

/** Adds classes after those that the element has; one that stands between single spaces already is not added again. */
export function addClasses(element: Element, ...names: readonly string[]): void {
  let classes = ` ${attributeOf(element, 'class') ?? ''} `;
  for (const name of names) {
    if (!classes.includes(` ${name} `)) classes += `${name} `;
  }
  setAttribute(element, 'class', classes.trim());
}

/** An attribute's name as it is written in HTML. */
export function qualifiedName({ name, namespace, prefix }: Attribute): string {
  if (!namespace) return name;
  if (namespace === XML_NAMESPACE) return `xml:${name}`;
  if (namespace === XLINK_NAMESPACE) return `xlink:${name}`;
  if (namespace === XMLNS_NAMESPACE) return name === 'xmlns' ? name : `xmlns:${name}`;
  return `${prefix}:${name}`;
}
