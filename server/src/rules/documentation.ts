import { allRules, groupOf } from './registry.ts';
import type { DescribedRule } from './rule.ts';
import { invalidSettings } from './settings/checkSettings.ts';

/** What a rule's page is made of. */
type Described = Pick<DescribedRule, 'code' | 'severity' | 'summary' | 'explanation' | 'example'> & {
  readonly hasFixes: boolean;
};

const groups: Readonly<Record<string, string>> = {
  frontmatter: 'Frontmatter',
  page: 'Pages',
  path: 'Paths',
  link: 'Links',
  image: 'Images',
  heading: 'Headings',
  syntax: 'Syntax',
  sync: 'Sync with git',
  style: 'Style',
  suppress: 'Comments that silence rules',
  settings: 'Settings',
};

/** What is to be known of all rules of a group. */
const introductions: Readonly<Record<string, string>> = {
  sync: `What Wiki.js's sync with git loses of the changes since the last commit. They need git and, in VS Code, a workspace that you trust;
on the command line they are looked for with \`check --sync\`, or with \`check --sync=origin/main\` for the changes since a
branch, which is what a check of a pull request wants.`,
  style: `How Markdown is written, whatever Wiki.js makes of it: a choice of the rules of [remark-lint](https://github.com/remarkjs/remark-lint).
The editor looks at the pages that are open; very large pages are left alone. The command line looks
at all pages, but only where \`.aux-wiki.yml\` switches a style on. \`style: hint\` switches on all of them.`,
};

/** The documentation of the rules: text by file, relative to `docs/rules`. */
export function rulePages(): ReadonlyMap<string, string> {
  const described: Described[] = [
    ...allRules.map((rule) => ({ ...rule, hasFixes: rule.fixes !== undefined })),
    { ...invalidSettings, hasFixes: false },
  ];
  return new Map([
    ['README.md', indexPage(described)],
    ...described.map((rule): [string, string] => [`${rule.code}.md`, rulePage(rule)]),
  ]);
}

function indexPage(described: readonly Described[]): string {
  const sections = Object.entries(groups).map(([group, title]) => {
    const rows = described
      .filter(({ code }) => groupOf(code) === group)
      .map(
        ({ code, severity, summary, hasFixes }) =>
          `| [${code}](${code}.md) | ${summary} | ${severity} | ${hasFixes ? 'yes' : ''} |`,
      );
    const introduction = introductions[group] === undefined ? '' : `${introductions[group]}\n\n`;
    return `## ${title}\n\n${introduction}| rule | what it tells | severity | quick fix |\n|---|---|---|---|\n${rows.join('\n')}\n`;
  });
  return `# Rules

What Aux Wiki looks for on every page. An *error* is broken on the site, a *warning* does not do what its author will
expect, *information* is good to know.

A rule, or a whole group, gets another severity, or \`off\`, in \`.aux-wiki.yml\`; the rule wins over its group:

\`\`\`yaml
rules:
  frontmatter: warning
  frontmatter/title-missing: off
\`\`\`

A comment silences problems at a place. \`link\`, the name of a group, stands for all its rules, and no name at all for every
rule; several are separated by commas. Wiki.js's sanitiser removes the comment, so that readers see nothing of it.

\`\`\`\`md
<!-- aux-wiki-disable-next-line link/missing-page -->
See [the rules](/rules).

<!-- aux-wiki-disable link, image -->
Any number of lines.
<!-- aux-wiki-enable link, image -->

<!-- aux-wiki-disable-file frontmatter/unsafe-roundtrip -->
\`\`\`\`

In frontmatter it is a comment of YAML, \`# aux-wiki-disable-next-line frontmatter/unknown-key\`. Wiki.js reads the frontmatter
all the same, but drops the comment when the page is next saved in the wiki.

${sections.join('\n')}
These pages are made from the rules by \`npm run rule-pages\`; their examples are run as tests.
`;
}

function rulePage({ code, severity, summary, explanation, example, hasFixes }: Described): string {
  const fixes = hasFixes ? ' · has a quick fix' : '';
  return `# ${code}

${summary}

*${severity}*${fixes}

${explanation}

## Wrong

${fenced(example.wrong)}

## Right

${fenced(example.right)}

[All rules](../README.md)
`;
}

/** A fixture as code blocks, one for each file under its name. */
function fenced(fixture: string): string {
  const files = fixture.split(/^--- \/(.+)\n/m).slice(1);
  if (files.length === 0) return block('.aux-wiki.yml', fixture);
  const blocks = [];
  for (let index = 0; index + 1 < files.length; index += 2)
    blocks.push(block(files[index] ?? '', files[index + 1] ?? ''));
  return blocks.join('\n\n');
}

function block(file: string, text: string): string {
  const language = /\.(md|html|yml)$/.exec(file)?.[1] ?? 'text';
  const body = text.endsWith('\n') || text === '' ? text : `${text}\n`;
  return `\`${file}\`\n\n\`\`\`\`${language}\n${body}\`\`\`\``;
}
