import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { runIn, withFolder } from '../../support/cli.ts';

const wiki = `--- /home.md
---
title: Home
tags: water, care
---

# Hello

See [water](/water) and [nothing](/nothing "t").
[here](#hello) <a name="x">no link</a>
--- /water.md
---
title: Water
---

## Links

[Home](https://example.org)
--- /broken.md
---
title: 2024
---

Text.
`;

test('check: problems by file, one-based places, exit code 1 for errors', async () => {
  await withFolder(wiki, async (folder) => {
    const { code, stdout } = await runIn(folder, 'check');
    assert.equal(code, 1);
    assert.equal(
      stdout,
      `broken.md
  2:8  error    The title is a number, not a text, so Wiki.js does not import this page. Quote it.  frontmatter/title-type

home.md
  8:35  error    There is no page /nothing.  link/missing-page

water.md
  5:4  warning  Wiki.js's sanitiser deletes the id 'links', so neither the table of contents nor a link leads to this heading.  heading/lost-id

2 errors, 1 warning in 3 pages
`,
    );
  });
});

test('check --format json', async () => {
  await withFolder(wiki, async (folder) => {
    const { code, stdout } = await runIn('/', 'check', folder, '--format', 'json');
    assert.equal(code, 1);
    const { root, pages, problems } = JSON.parse(stdout);
    assert.equal(root, folder);
    assert.equal(pages, 3);
    assert.deepEqual(problems[1], {
      file: 'home.md',
      line: 8,
      column: 35,
      endLine: 8,
      endColumn: 43,
      code: 'link/missing-page',
      severity: 'error',
      message: 'There is no page /nothing.',
      target: '/nothing',
    });
  });
});

test('check: warnings are no errors, and a clean wiki is called clean', async () => {
  await withFolder('--- /home.md\nText.', async (folder) => {
    const { code, stdout } = await runIn(folder, 'check');
    assert.equal(code, 0);
    assert.match(stdout, /1 warning in 1 page\n$/);
  });
  await withFolder('--- /home.md\n---\ntitle: Home\n---\n\nText.', async (folder) => {
    assert.deepEqual(await runIn(folder, 'check'), { code: 0, stdout: 'No problems in 1 page\n', stderr: '' });
  });
});

test('check: the settings file is looked at, and has its own problems', async () => {
  await withFolder(
    '--- /.aux-wiki.yml\nrules:\n  frontmatter: off\nsite:\n  locales: en\n--- /home.md\nText.',
    async (folder) => {
      const { code, stdout } = await runIn(folder, 'check', '--format', 'json');
      assert.equal(code, 1);
      const { problems } = JSON.parse(stdout);
      assert.deepEqual(
        problems.map(({ file, line, column, code }: Record<string, unknown>) => [file, line, column, code]),
        [['.aux-wiki.yml', 4, 3, 'settings/invalid']],
      );
    },
  );
});

test('check: a subfolder is a root of its own', async () => {
  await withFolder(
    '--- /.aux-wiki.yml\nrules: { frontmatter: off }\n--- /a/b.md\n[x](/home)\n--- /home.md\nText.',
    async (folder) => {
      const { stdout } = await runIn(join(folder, 'a'), 'check', '--format', 'json');
      const { pages, problems } = JSON.parse(stdout);
      assert.equal(pages, 1);
      assert.deepEqual(
        problems.map(({ code }: { code: string }) => code),
        ['frontmatter/title-missing', 'path/reserved', 'link/missing-page'],
      );
    },
  );
});

test('a folder that is not there, or is a file, is named', async () => {
  await withFolder(wiki, async (folder) => {
    const gone = await runIn(folder, 'check', 'gone');
    assert.equal(gone.code, 2);
    assert.match(gone.stderr, /There is no folder .*gone\.\nTry: aux-wiki --help/);
    const file = await runIn(folder, 'facts', 'home.md');
    assert.equal(file.code, 2);
    assert.match(file.stderr, /home\.md is a file/);
  });
});

test('facts: pages, headings and links, and pages that are not imported', async () => {
  await withFolder(wiki, async (folder) => {
    const { code, stdout } = await runIn(folder, 'facts');
    assert.equal(code, 0);
    const facts = JSON.parse(stdout);
    const importError: string = facts.pages[0].importError;
    assert.deepEqual(facts, {
      site: { host: '', locale: 'en', namespacing: false },
      pages: [
        {
          file: 'broken.md',
          locale: 'en',
          path: 'broken',
          title: 'broken',
          tags: [],
          imports: false,
          importError,
          headings: [],
          links: [],
        },
        {
          file: 'home.md',
          locale: 'en',
          path: 'home',
          title: 'Home',
          tags: ['water', 'care'],
          imports: true,
          headings: [{ id: 'hello', level: 1, text: 'Hello', line: 6 }],
          links: [
            { href: '/water', resolved: '/water', kind: 'internal-valid', line: 8, column: 5 },
            { href: '/nothing', resolved: '/nothing', kind: 'internal-invalid', line: 8, column: 25 },
            { href: '#hello', resolved: '#hello', kind: 'anchor', line: 9, column: 1 },
            { kind: 'no-href', line: 9, column: 16 },
          ],
        },
        {
          file: 'water.md',
          locale: 'en',
          path: 'water',
          title: 'Water',
          tags: [],
          imports: true,
          headings: [{ id: null, level: 2, text: 'Links', line: 5 }],
          links: [
            { href: 'https://example.org', resolved: 'https://example.org', kind: 'external', line: 7, column: 1 },
          ],
        },
      ],
    });
    assert.match(importError, /title/);
  });
});

test('facts of an empty folder', async () => {
  await withFolder('--- /x.png\n', async (folder) => {
    assert.deepEqual(JSON.parse((await runIn(folder, 'facts')).stdout).pages, []);
  });
});

test('render: the HTML of one page, found from here or from the root', async () => {
  await withFolder(wiki, async (folder) => {
    const { code, stdout } = await runIn(folder, 'render', 'home.md');
    assert.equal(code, 0);
    assert.match(stdout, /<a href="\/nothing" title="t" class="is-internal-link is-invalid-page">nothing<\/a>/);
    assert.equal((await runIn('/', 'render', 'home.md', '--root', folder)).stdout, stdout);
    assert.equal((await runIn('/', 'render', join(folder, 'home.md'), '--root', folder)).stdout, stdout);
    const { html, toc } = JSON.parse((await runIn(folder, 'render', 'home.md', '--toc')).stdout);
    assert.equal(html, stdout);
    assert.deepEqual(toc, [{ title: 'Hello', anchor: '#hello', children: [] }]);
  });
});

test('render: a page that is not imported is rendered, with a word about it', async () => {
  await withFolder(wiki, async (folder) => {
    const { code, stdout, stderr } = await runIn(folder, 'render', 'broken.md');
    assert.equal(code, 0);
    assert.match(stdout, /<p>Text\.<\/p>/);
    assert.match(stderr, /does not import this page/);
  });
});

test('render: what is no page is refused', async () => {
  await withFolder(`${wiki}--- /x.png\n`, async (folder) => {
    for (const file of ['x.png', 'gone.md', '../home.md']) {
      const { code, stderr } = await runIn(folder, 'render', file);
      assert.equal(code, 2);
      assert.match(stderr, /is no page of the wiki/);
    }
  });
});

test('render --all: a JSON file for each page, below the folder that was named', async () => {
  await withFolder(`${wiki}--- /de/home.html\n<h1>Hallo</h1>\n`, async (folder) => {
    mkdirSync(join(folder, 'elsewhere'));
    const { code, stdout } = await runIn(join(folder, 'elsewhere'), 'render', '--all', '--root', '..', '--out', 'out');
    assert.equal(code, 0);
    assert.match(stdout, /^4 pages written to /);
    const read = (file: string) => JSON.parse(readFileSync(join(folder, 'elsewhere/out', file), 'utf8'));
    const { html, ...home } = read('de/home.html.json');
    assert.deepEqual(home, {
      file: 'de/home.html',
      locale: 'de',
      path: 'home',
      title: 'home',
      toc: [{ title: 'Hallo', anchor: '#hallo', children: [] }],
    });
    assert.match(html, /<h1 id="hallo"/);
    assert.equal(read('water.md.json').title, 'Water');
  });
});

test('help and version', async () => {
  const help = await runIn('/', '--help');
  assert.equal(help.code, 0);
  for (const command of ['check', 'facts', 'render', 'lsp'])
    assert.match(help.stdout, new RegExp(`aux-wiki ${command}`));
});

test('check: styles are looked for on every page, but only where the settings ask for one', async () => {
  const page = '---\ntitle: Home\n---\n\n**Bold**\n\nSee [nothing](/nothing).\n';
  await withFolder(`--- /home.md\n${page}`, async (folder) => {
    const codes = async () => {
      const { stdout } = await runIn(folder, 'check', '--format', 'json');
      return JSON.parse(stdout).problems.map(({ line, code }: { line: number; code: string }) => `${line} ${code}`);
    };
    assert.deepEqual(await codes(), ['7 link/missing-page']);
    writeFileSync(join(folder, '.aux-wiki.yml'), 'rules: { style: warning }\n');
    assert.deepEqual(await codes(), ['5 style/no-emphasis-as-heading', '7 link/missing-page']);
    writeFileSync(join(folder, '.aux-wiki.yml'), 'rules: { style: off, link: off }\n');
    assert.deepEqual(await codes(), []);
  });
});

test('check --sync: what the sync loses since the last commit, or since a branch', async () => {
  const wiki = '--- /home.md\n---\ntitle: Home\n---\n\n![Tank](/tank.svg)\n--- /tank.svg\n<svg/>\n';
  await withFolder(wiki, async (folder) => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args]);
    const codes = async (...args: string[]) => {
      const { stdout } = await runIn(folder, 'check', '--format', 'json', ...args);
      return JSON.parse(stdout).problems.map(({ line, code }: { line: number; code: string }) => `${line} ${code}`);
    };
    const loss = '5 sync/text-asset-not-imported';
    const refused = await runIn(folder, 'check', '--sync');
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, /--sync needs git, a repository in .*, and a commit HEAD in it/);
    git('init', '-q', '-b', 'main');
    git('add', 'home.md');
    git('commit', '-q', '-m', 'x');
    assert.deepEqual(await codes(), []);
    assert.deepEqual(await codes('--sync'), [loss]);
    git('checkout', '-q', '-b', 'work');
    git('add', '.');
    git('commit', '-q', '-m', 'y');
    assert.deepEqual(await codes('--sync'), []);
    assert.deepEqual(await codes('--sync', 'main'), [loss]);
    assert.deepEqual(await codes('--sync=main', '.'), [loss]);
    assert.deepEqual(await codes('.', '--sync'), []);
    assert.equal((await runIn(folder, 'check', '--sync', 'nowhere')).code, 2);
    assert.equal((await runIn(folder, 'facts', '--sync')).code, 2);
  });
});
