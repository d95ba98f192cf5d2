import fc from 'fast-check';

/** What is written before the first line of a block, and before the others. */
const containers = [
  ['', ''],
  ['', ''],
  ['', ''],
  ['> ', '> '],
  ['- ', '  '],
  ['> - [ ] ', '>   '],
] as const;

const hazards = [
  '\u{1F41F} > cool\n\n{.is-info}',
  '> cool\n\n{.is-info}',
  '> - cool\n{.is-info}',
  '> ```\n> cool\n> ```\n{.is-info}',
  '> cool\n{.is-info}\nand still',
  '> cool\n{.is-info}and still',
  '> cool\n{.is-note .Is-Info}',
  'cool\nand still\n{.is-info}',
  'cool\n\n{.is-info}',
  '## Tabs\n\n{.tabset}',
  '![p](/assets/tank.png)\n\n{.align-center}',
  '![p](/assets/tank.png){width=50 .align-centre height="20px"}',
  'cool {style="color:red" .x}',
  'it takes { config, pkgs }',
  '**cool**{ it } and `still`{nix}',
  '| a |\n|---|\n| { x } |\n\n{.dens}',
  '```{.nix}\nx\n```',
  '```js {1,3}\nx\n```',
  '==cool==, ==**still**==',
  '> [!NOTE]\n> cool\nstill',
  '> [!TIP]\n> - cool',
  '[TOC]',
  '> cool\n{is info}',
  '::: tip Title\ncool\n\nstill\n:::\nand',
  '!!! warning "Title"\n    cool\n\n    still\nand',
  'the <name> of <b>it</b> and <x-y z>z</x-y>',
  '<div onclick="a()" markdown="1">\nx <name>\n</div>',
  '<iframe src="https://video.example.org/x"></iframe>',
  'to $out/bin:$PATH and "$a/$b"',
  'at $\\frac{1$ and $$\nx',
  '```mermaid\nmindmap\n```',
  'cool[^1] still[^stil]\n\n[^still]: a\n\n    b\n\nc',
  '[^1]: one\n[^1]: two',
];

function inside([first, others]: readonly [string, string], text: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first : others) + line)
    .join('\n');
}

/** A block of which Wiki.js makes something that its author will hardly want, by itself or inside others. */
export const hazardousBlock = fc
  .tuple(fc.constantFrom(...containers), fc.constantFrom(...hazards))
  .map(([container, lines]) => inside(container, lines));
