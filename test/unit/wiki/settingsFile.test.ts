import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { defaultRendering, renderingModules } from '../../../server/src/wiki/renderingModules.ts';
import { defaultSettings, readSettingsFile } from '../../../server/src/wiki/settingsFile.ts';

test('an empty file, or one that is begun, gives the defaults and no problem', () => {
  for (const text of ['', '\n', '# only a comment\n', 'site:\nrendering:\n  markdownCore:\nrules:\nignore:\n', '{}']) {
    assert.deepEqual(readSettingsFile(text), { settings: defaultSettings, problems: [] }, text);
  }
});

test('every setting is read', () => {
  const { settings, problems } = readSettingsFile(`
site: { host: https://wiki.example.com, locale: pt-BR, namespacing: true }
rendering:
  markdownCore: { typographer: true, quotes: French }
  markdownKroki: { enabled: true }
  markdownExpandtabs: { tabWidth: 2 }
rules: { link/own-host: off, link: warning }
images: { maxSize: 1.5 MiB }
ignore: ["drafts/**", notes]
templates: forms
`);
  assert.deepEqual(problems, []);
  assert.deepEqual(settings, {
    site: { host: 'https://wiki.example.com', locale: 'pt-BR', namespacing: true },
    rendering: {
      ...defaultRendering,
      markdownCore: { ...defaultRendering.markdownCore, typographer: true, quotes: 'French' },
      markdownKroki: { ...defaultRendering.markdownKroki, enabled: true },
      markdownExpandtabs: { ...defaultRendering.markdownExpandtabs, tabWidth: 2 },
    },
    rules: { 'link/own-host': 'off', link: 'warning' },
    images: { maxSize: 1_572_864 },
    ignore: ['drafts/**', 'notes'],
    templates: 'forms',
  });
});

/** `place: message` of each problem; the settings must be the defaults. */
function check(text: string, ...expected: string[]) {
  const { settings, problems } = readSettingsFile(text, ['link/missing-page', 'link/own-host', 'path/illegal']);
  assert.deepEqual(
    problems.map(({ message, range }) => `${text.slice(range.start, range.end)}: ${message}`),
    expected,
  );
  assert.deepEqual(settings, defaultSettings);
}

test('what is wrong is told where it stands, with what is allowed', () => {
  check(
    'sites: {}\n',
    "sites: Unknown setting 'sites'. Did you mean 'site'? Allowed: site, rendering, rules, images, ignore, templates.",
  );
  check(
    'site: { hots: x }',
    "hots: Unknown key 'hots' in 'site'. Did you mean 'host'? Allowed: host, locale, namespacing.",
  );
  check(
    'site:\n  host: wiki.example.com\n  locale: english_uk\n  namespacing: yes\n',
    "wiki.example.com: 'host' must be the site's URL, such as https://wiki.example.com.",
    "english_uk: 'locale' must be the code of a locale, such as en or pt-BR.",
    "yes: 'namespacing' must be true or false.",
  );
  check(
    'rendering: { htmlSecurity: { safeHtml: false, allowIFrames: 1 } }',
    "safeHtml: Unknown option 'safeHtml' of 'htmlSecurity'. Did you mean 'safeHTML'? Allowed: safeHTML, allowDrawIoUnsafe, allowIFrames, enabled.",
    "1: 'allowIFrames' must be true or false.",
  );
  check(
    'rendering: { markdownExpandtabs: { tabWidth: -1 }, htmlCore: { relAttributeExternalLink: nofollow } }',
    "-1: 'tabWidth' must be a whole number from 0 on.",
    "nofollow: 'relAttributeExternalLink' must be one of noreferrer, noopener.",
  );
  check('rules: { link: of }', "of: 'link' must be one of error, warning, information, hint, off.");
  check('images: { maxSize: 5 }', "5: 'maxSize' must be a size such as 500 kB or 1.5 MB.");
  check('ignore: drafts', "drafts: 'ignore' must be a list of globs, such as [drafts/**].");
  check('ignore: ["[a"]', `"[a": 'ignore' must be a glob, relative to the wiki's root, such as drafts/**.`);
  check('site: 1', "1: 'site' must hold keys with values.");
  check('- site', '- site: The file must hold keys with values.');
  check('site:\n  host:\n', "host: 'host' must be the site's URL, such as https://wiki.example.com.");
});

test('an unknown rendering module is named with the likely one', () => {
  const { problems } = readSettingsFile('rendering: { markdownKrokki: { enabled: true } }');
  assert.match(
    problems[0]?.message ?? '',
    /^Unknown rendering module 'markdownKrokki'\. Did you mean 'markdownKroki'\?/,
  );
});

test('rules are checked against the codes there are, and their groups', () => {
  const { problems } = readSettingsFile('rules: { link/own-hots: off, path: off }', ['link/own-host', 'path/illegal']);
  assert.deepEqual(
    problems.map(({ message }) => message),
    ["Unknown rule 'link/own-hots'. Did you mean 'link/own-host'? Allowed: link/own-host, link, path/illegal, path."],
  );
});

test('names that every object has are no settings', () => {
  for (const text of ['constructor: 1', 'site: { toString: 1 }', 'rendering: { __proto__: {} }']) {
    assert.equal(readSettingsFile(text).problems.length, 1, text);
  }
});

test('broken YAML is told, and what can be read is used', () => {
  const { settings, problems } = readSettingsFile('site:\n  locale: fr\nignore: [a\n');
  assert.equal(settings.site.locale, 'fr');
  assert.equal(problems.length > 0, true);
  assert.match(readSettingsFile('site: {}\nsite: {}').problems[0]?.message ?? '', /unique/);
});

test('aliases that multiply themselves are no danger', () => {
  const lines = ['a0: &a0 [x]'];
  for (let level = 1; level < 40; level++) lines.push(`a${level}: &a${level} [*a${level - 1}, *a${level - 1}]`);
  const { problems } = readSettingsFile(`${lines.join('\n')}\nignore: *a39\n`);
  assert.ok(problems.length > 0);
});

test('no text makes it fail, and every problem lies in the text', () => {
  const unit = fc.constantFrom(
    'site',
    'host',
    ':',
    ' ',
    '\n',
    '  ',
    '- ',
    '[',
    '{',
    '}',
    '*a',
    '&a',
    '!!x',
    '"',
    'rendering',
    '?',
    '\t',
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 15 }), (text) => {
      for (const { range } of readSettingsFile(text).problems) {
        assert.ok(0 <= range.start && range.start <= range.end && range.end <= text.length);
      }
    }),
    { numRuns: 1000 },
  );
});

test('each default is one of the values that an option may have', () => {
  for (const { options } of Object.values(renderingModules)) {
    for (const { default: byDefault, values } of Object.values(options)) {
      assert.ok(values === undefined || values.includes(String(byDefault)));
    }
  }
});
