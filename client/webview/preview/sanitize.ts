import DOMPurify from 'dompurify';

/**
 * A document's nodes out of HTML, with nothing in them that can run. Wiki.js's own configuration of the same sanitiser
 * (rules reference (f)), whatever the wiki's settings say, and without what the preview never shows.
 */
export function sanitize(html: string): DocumentFragment {
  return DOMPurify.sanitize(html, {
    ADD_TAGS: ['tabset', 'template', 'foreignObject'],
    ADD_ATTR: ['v-pre', 'v-slot:tabs', 'v-slot:content', 'target'],
    HTML_INTEGRATION_POINTS: { foreignobject: true },
    FORBID_TAGS: ['meta', 'base', 'link'],
    RETURN_DOM_FRAGMENT: true,
  });
}
