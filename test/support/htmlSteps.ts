import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDocument } from '../../server/src/page/html/document.ts';
import { markLinkStates } from '../../server/src/page/html/links.ts';
import { htmlOfBody } from '../../server/src/page/html/serialize.ts';
import { defaultRendering } from '../../server/src/wiki/renderingModules.ts';
import type { ModuleOptions } from '../../server/src/wiki/settings.ts';

const site = { host: 'https://wiki.example.com', locale: 'en', namespacing: false };

/** Wiki.js's HTML steps on the page `/test/page` of a site that also has `/guide`. */
export function runSteps(html: string, modules: Readonly<Record<string, ModuleOptions>> = {}): string {
  const rendering = { ...defaultRendering, ...modules };
  const { document, elements, linkStates } = buildDocument(
    html,
    { locale: 'en', path: 'test/page' },
    { site, rendering },
  );
  markLinkStates(elements, linkStates, ({ locale, path }) => locale === 'en' && path === 'guide');
  return htmlOfBody(document);
}

/** A test of what the HTML steps make of a page with Wiki.js's default settings. */
export function checkSteps(what: string, html: string, expected: string): void {
  test(what, () => assert.equal(runSteps(html), expected));
}
