import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { allRules as rules } from '../../../server/src/rules/registry.ts';
import { type ModuleOption, renderingModules } from '../../../server/src/wiki/renderingModules.ts';
import { defaultSettings, readSettingsFile } from '../../../server/src/wiki/settingsFile.ts';

// The JSON schema that editors check `.aux-wiki.yml` with is made from the tables that the engine reads it with.
// `AUX_WIKI_UPDATE=1 node --import tsx --test test/unit/wiki/settingsSchema.test.ts` writes it anew.

const file = new URL('../../../schemas/aux-wiki.schema.json', import.meta.url);

const severities = ['error', 'warning', 'information', 'hint', 'off'];

function schema() {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Settings of a Wiki.js wiki for Aux Wiki',
    type: ['object', 'null'],
    additionalProperties: false,
    properties: {
      site: section('What the site has under Administration > General and > Locale.', {
        host: {
          type: 'string',
          pattern: '^(https?://[^/\\s].*)?$',
          default: defaultSettings.site.host,
          description: "The site's own URL, such as https://wiki.example.com.",
        },
        locale: {
          type: 'string',
          pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$',
          default: defaultSettings.site.locale,
          description: 'The locale of pages that lie in no locale folder.',
        },
        namespacing: {
          type: 'boolean',
          default: defaultSettings.site.namespacing,
          description: 'Whether URLs begin with the locale.',
        },
      }),
      rendering: section(
        "What the site has under Administration > Rendering, in Wiki.js's own names.",
        Object.fromEntries(
          Object.entries(renderingModules).map(([key, { title, enabled, options }]) => [
            key,
            section(title, {
              enabled: { type: 'boolean', default: enabled, description: `Whether the module is on.` },
              ...Object.fromEntries(Object.entries(options).map(([name, option]) => [name, optionSchema(option)])),
            }),
          ]),
        ),
      ),
      rules: section(
        'How serious a problem is, by the code of its rule or by its group.',
        Object.fromEntries([
          ...[...new Set(rules.map(({ code }) => code.replace(/\/.*/, '')))].map((group) => [
            group,
            { enum: severities, description: `All rules of ${group}/.` },
          ]),
          ...rules.map(({ code, severity, summary }) => [
            code,
            { enum: severities, default: severity, description: summary },
          ]),
        ]),
      ),
      images: section('What images may be.', {
        maxSize: {
          type: 'string',
          pattern: '^[0-9]+([.][0-9]+)? ?(B|kB|MB|KiB|MiB)$',
          default: '1 MB',
          description: 'A larger image is reported (image/too-large): 500 kB, 1.5 MB.',
        },
      }),
      ignore: {
        type: ['array', 'null'],
        items: { type: 'string', minLength: 1 },
        default: defaultSettings.ignore,
        description:
          "Globs, relative to the wiki's root, of files whose problems are not reported. They are part of the wiki all the same.",
      },
      templates: {
        type: 'string',
        default: defaultSettings.templates,
        description: "The folder of page templates, relative to the wiki's root.",
      },
    },
  };
}

function section(description: string, properties: object) {
  return { type: ['object', 'null'], additionalProperties: false, description, properties };
}

function optionSchema({ default: byDefault, values, description }: ModuleOption) {
  if (values !== undefined) return { enum: values, default: byDefault, description };
  if (typeof byDefault === 'number') return { type: 'integer', minimum: 0, default: byDefault, description };
  return { type: typeof byDefault, default: byDefault, description };
}

test('the JSON schema says what the engine reads', () => {
  const expected = `${JSON.stringify(schema(), undefined, 2)}\n`;
  if (process.env.AUX_WIKI_UPDATE === '1') writeFileSync(file, expected);
  const shipped: unknown = JSON.parse(readFileSync(file, 'utf8'));
  assert.deepEqual(shipped, JSON.parse(expected), 'write the schema anew with AUX_WIKI_UPDATE=1');
});

test('every default in the schema is a setting that the engine takes', () => {
  const { site, rendering, images, rules: ruleSchemas } = schema().properties;
  const defaultsOf = ({ properties }: { properties: object }): [string, unknown][] =>
    Object.entries(properties)
      .filter(([, value]) => 'default' in value)
      .map(([key, value]: [string, { default: unknown }]) => [key, value.default]);
  const text = JSON.stringify({
    site: Object.fromEntries(defaultsOf(site)),
    rendering: Object.fromEntries(
      Object.entries(rendering.properties).map(([key, value]) => [key, Object.fromEntries(defaultsOf(value))]),
    ),
    rules: Object.fromEntries(defaultsOf(ruleSchemas)),
    images: Object.fromEntries(defaultsOf(images)),
  });
  const { settings, problems } = readSettingsFile(
    text,
    rules.map(({ code }) => code),
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(settings.rendering, defaultSettings.rendering);
  assert.deepEqual(settings.images, defaultSettings.images);
  assert.equal(Object.keys(settings.rules).length, rules.length);
});
