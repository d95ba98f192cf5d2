import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMarkdown } from '../../server/src/page/markdown/markdown.ts';
import { defaultRendering } from '../../server/src/wiki/renderingModules.ts';
import type { RenderingSettings } from '../../server/src/wiki/settings.ts';

type Overrides = Readonly<Record<string, Readonly<Record<string, string | number | boolean>>>>;

/** Wiki.js's default rendering settings with some options changed, by module. */
export function renderingWith(overrides: Overrides): RenderingSettings {
  const changed = Object.entries(overrides).map(([key, options]) => {
    return [key, { enabled: true, ...defaultRendering[key], ...options }] as const;
  });
  return { ...defaultRendering, ...Object.fromEntries(changed) };
}

/** A test of what Wiki.js's Markdown step makes of a text. */
export function checkMarkdown(what: string, source: string, expected: string, overrides: Overrides = {}): void {
  test(what, () => assert.equal(createMarkdown(renderingWith(overrides)).render(source, {}), expected));
}
