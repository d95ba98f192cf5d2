import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFixture } from '../../support/fixture.ts';
import { applyFix, check, checkFix, fixTitles, indexOf } from '../../support/problems.ts';

test('a space keeps a page from being imported', () => {
  check('--- /care/old notes.md\nText.\n', ["care/old notes.md:1 path/illegal 'Text.'"]);
  checkFix('--- /care/old - very  old notes.md\nText.', 'path/illegal', undefined, {
    'care/old - very  old notes.md': undefined,
    'care/old-very-old-notes.md': 'Text.',
  });
});

test('a name that is taken is not offered', () => {
  assert.deepEqual(fixTitles('--- /a b.md\nText.\n--- /a-b.md\nText.', 'path/illegal'), []);
});

test('dots vanish: the first fix keeps the address, the second keeps the name readable', () => {
  check('--- /releases/v1.2.md\nText.\n', ["releases/v1.2.md:1 path/dots-dropped 'Text.'"]);
  assert.deepEqual(fixTitles('--- /releases/v1.2.md\nText.', 'path/dots-dropped'), [
    'Rename the file to releases/v12.md',
    'Rename the file to releases/v1-2.md',
  ]);
  assert.deepEqual(fixTitles('--- /.specs/a.md\nText.', 'path/dots-dropped'), ['Rename the file to specs/a.md']);
});

test('two files for one page know of each other', () => {
  check('--- /water.md\nText.\n--- /water.html\n<p>Text.</p>\n', [
    "water.md:1 path/collision 'Text.'",
    "water.html:1 path/collision '<p>Text.</p>'",
  ]);
  checkFix('--- /Node.js.md\nText.\n--- /Nodejs.md\nText.', 'path/collision', undefined, {
    'Node.js.md': undefined,
    'Node-js.md': 'Text.\n',
  });
  checkFix('--- /water.md\nText.\n--- /water.html\n<p>x</p>\n--- /water-2.md\nText.', 'path/collision', undefined, {
    'water.html': undefined,
    'water-3.html': '<p>x</p>\n',
  });
});

test('reserved words', () => {
  check('--- /login.md\nText.\n--- /img/x.md\nText.\n--- /x.md\nText.\n--- /home.md\nText.\n--- /Login.md\nText.\n', [
    "login.md:1 path/reserved 'Text.'",
    "img/x.md:1 path/reserved 'Text.'",
    "x.md:1 path/reserved 'Text.'",
  ]);
  checkFix('--- /img/x.md\nText.', 'path/reserved', undefined, { 'img/x.md': undefined, 'img-page/x.md': 'Text.' });
});

test('characters that no URL carries', () => {
  check('--- /care/a:b.md\nText.\n--- /care/100%.md\nText.\n--- /care/a#b.md\nText.\n--- /fr-CA/home.md\nText.\n', [
    "care/a:b.md:1 path/unreachable 'Text.'",
  ]);
  checkFix('--- /"care"/who?.md\nText.', 'path/unreachable', undefined, {
    '"care"/who?.md': undefined,
    'care/who.md': 'Text.',
  });
});

test('a folder of two letters that is no language', () => {
  check('--- /qa/tests.md\nText.\n--- /qa/more.md\nText.\n--- /AI/models.md\nText.\n--- /IT/help.md\nText.\n', [
    "qa/tests.md:1 path/locale-folder 'Text.'",
    "qa/more.md:1 path/locale-folder 'Text.'",
    "AI/models.md:1 path/locale-folder 'Text.'",
    "IT/help.md:1 path/locale-folder 'Text.'",
  ]);
});

test('a folder that is a locale is taken at its word', () => {
  check('--- /fr/accueil.md\nTexte.\n--- /fr/guide.md\nTexte.\n', []);
  check('--- /pt-BR/home.md\nTexto.\n', []);
  check('--- /fr/care.md\nTexte.\n--- /care.md\nText.\n', []);
  check('--- /.aux-wiki.yml\nsite: { namespacing: true }\n--- /fr/accueil.md\nTexte.\n', []);
  check('--- /en/care.md\nText.\n', []);
  check('--- /.aux-wiki.yml\nsite: { locale: qa }\n--- /qa/care.md\nText.\n', []);
  check('--- /.aux-wiki.yml\nrules: { path/locale-folder: off }\n--- /qa/care.md\nText.\n', []);
});

test('a single page in a folder that could be a language', () => {
  check('--- /hr/holidays.md\nText.\n', ["hr/holidays.md:1 path/locale-folder 'Text.'"]);
});

test('links to a renamed page, and its own relative ones, go on working', () => {
  checkFix(
    `--- /login.md
[a](password) [b](#x) [c](/other) ![d](./pond.png) [e](login.md)

# X
--- /login/password.md
Text.
--- /home.md
[a](/login?x#x) [b](</login>) <a href="login">c</a> [d](/login.md) [e][r]

[r]: /login
--- /other.md
[a](login)
--- /pond.png
x`,
    'path/reserved',
    undefined,
    {
      'login.md': undefined,
      'login-page.md': '[a](/login/password) [b](#x) [c](/other) ![d](./pond.png) [e](login-page.md)\n\n# X\n',
      'home.md':
        '[a](/login-page?x#x) [b](</login-page>) <a href="login-page">c</a> [d](/login-page.md) [e][r]\n\n[r]: /login-page\n',
    },
  );
});

test('not a page: other writings of the extensions of pages', () => {
  check(
    '--- /water.MD\nx\n--- /fish.markdown\nx\n--- /care/tank.HTML\nx\n--- /notes.asciidoc\nx\n--- /x.txt\nx\n--- /y.htm\nx\n',
    [
      "water.MD:1 path/not-a-page ''",
      "fish.markdown:1 path/not-a-page ''",
      "care/tank.HTML:1 path/not-a-page ''",
      "notes.asciidoc:1 path/not-a-page ''",
    ],
  );
  check('--- /.aux-wiki.yml\nignore: [old]\n--- /old/water.MD\nx\n', []);
  check('--- /.aux-wiki.yml\nrules: { path: off }\n--- /old/water.MD\nx\n', []);
});

test('not a page: renamed, and links follow', () => {
  const { files } = parseFixture('--- /home.md\n[a](/care/water.MD)\n--- /care/water.MD\n# Water\n');
  const after = applyFix(files, 'path/not-a-page');
  assert.deepEqual([...after.keys()].sort(), ['care/water.md', 'home.md']);
  const home = { locale: 'en', path: 'home' };
  const link = indexOf(after).backlinks({ locale: 'en', path: 'care/water' })[0];
  assert.deepEqual(link?.from.address, home);
  assert.deepEqual(fixTitles('--- /water.md\n# W\n--- /water.markdown\n# W\n', 'path/not-a-page'), []);
});

test('ignored: what the import passes over', () => {
  check('--- /notes.gitbook.md\nNotes\n--- /.github/README.md\nHello\n--- /empty-page.md\n--- /z.md\nZ\n', [
    "notes.gitbook.md:1 path/ignored 'Notes'",
    ".github/README.md:1 path/ignored (hint) 'Hello'",
    "empty-page.md:1 path/ignored (information) ''",
    "z.md:1 path/reserved 'Z'",
  ]);
  check('--- /.md\nShort\n', [".md:1 path/ignored 'Short'"]);
  checkFix('--- /notes.gitbook.md\nNotes\n', 'path/ignored', undefined, {
    'notes.gitbook.md': undefined,
    'notes-gitbook.md': 'Notes\n',
  });
  assert.deepEqual(fixTitles('--- /empty-page.md\n--- /home.md\nHi\n', 'path/ignored'), [
    "Begin the page 'Empty page'",
  ]);
});

test('ignored: other rules have nothing to say of such a file', () => {
  check('--- /.github/x y.md\n[a](/no)\n', [".github/x y.md:1 path/ignored (hint) '[a](/no)'"]);
});
