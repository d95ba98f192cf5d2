import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/problems.ts';

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

test('files that the import passes over have no problems', () => {
  check('--- /.github/old notes.md\n[a](/no)\n', []);
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
