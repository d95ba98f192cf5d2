import { isDeletedId } from '../../wiki/deletedIds.ts';
import { qualifiedName } from './attributes.ts';
import { allowedAttributes, harmlessAttributes, mediaElements } from './sanitizerLists.ts';
import { type Attribute, type Element, HTML_NAMESPACE } from './tree.ts';

const allowedUrl = /^(?:(?:(?:f|ht)tps?|mailto|tel|callto|sms|cid|xmpp|matrix):|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i;
const whiteSpace = /[\0-\u0020\u00a0\u1680\u180e\u2000-\u2029\u205f\u3000]/g;
const dataAttribute = /^data-[-\w.\u00b7-\uffff]+$/;
const ariaAttribute = /^aria-[-\w]+$/;
/** What could end the text that a value might come to stand in. */
const endsText = /(?:--!?|\])>|<\/(?:style|title|textarea)/i;
/** What a name cannot have in it for the DOM to let a script set the attribute again. */
const notInXmlName =
  /[\u00b8-\u00bf\u00d7\u00f7\u037e\u2000-\u200b\u200e-\u203e\u2041-\u206f\u2190-\u2bff\u2ff0-\u3000\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u{f0000}-\u{10ffff}]/u;

/** Drops the attributes that the sanitiser does not let through, and the white space around the values of those that it does. */
export function sanitizeAttributes(element: Element, allowIFrames: boolean): void {
  if (element.attributes.every(isHarmless)) return;
  const tag = element.name.toLowerCase();
  let isCustomized = false;
  element.attributes = element.attributes.filter((attribute) => {
    const name = element.namespace === HTML_NAMESPACE ? attribute.name : qualifiedName(attribute);
    const value = name === 'value' ? attribute.value : attribute.value.trim();
    isCustomized ||= name === 'is';
    if (!isAllowed(tag, name.toLowerCase(), value, allowIFrames)) return false;
    if (value !== attribute.value && notInXmlName.test(name)) return false;
    attribute.value = value;
    return true;
  });
  // No script can take this attribute away from an element, so it is emptied.
  if (isCustomized) element.attributes.push({ name: 'is', value: '' });
}

/** Whether an attribute stays as it is, whatever the element: nearly all do. */
function isHarmless({ name, value, namespace }: Attribute): boolean {
  if (namespace !== undefined || !neverTaken.has(name)) return false;
  return !value.includes('<') && !value.includes('>') && value.trim() === value;
}

/** Names are taken from elements by what they are, and a value keeps its white space. */
const neverTaken: ReadonlySet<string> = new Set(
  [...harmlessAttributes].filter((name) => allowedAttributes.has(name) && !/^(?:id|name|value)$/.test(name)),
);

function isAllowed(tag: string, name: string, value: string, allowIFrames: boolean): boolean {
  if (value.includes('>') || value.includes('<')) {
    if (endsText.test(value)) return false;
  }
  if (!allowedAttributes.has(name) && !(allowIFrames && name === 'allow')) {
    return dataAttribute.test(name) || ariaAttribute.test(name);
  }
  if (name === 'attributename' && value.includes('href')) return false;
  if ((name === 'id' || name === 'name') && isDeletedId(value)) return false;
  if (value === '' || harmlessAttributes.has(name) || allowedUrl.test(value.replace(whiteSpace, ''))) return true;
  const isSource = name === 'src' || name === 'href' || name === 'xlink:href';
  return isSource && value.startsWith('data:') && mediaElements.has(tag);
}
