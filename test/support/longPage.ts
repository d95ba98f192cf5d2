/** A page with every kind of block, over and over, until it has at least `size` characters. */
export function longPage(size: number): string {
  let page = '---\ntitle: A long page\ndescription: Every kind of block\ntags: test\n---\n\n';
  for (let part = 1; page.length < size; part++) page += section(part);
  return page;
}

function section(part: number): string {
  return `## Part ${part}

Water the plants of bed ${part} *before* the sun is high, and **never** the leaves[^${part}]. See [the first part](#part-1).
A second line of the same paragraph, with \`code\` and a smile :smile:.

- Tools for bed ${part}
- Two buckets
  - one with water
  - one without

  and a can
- [ ] Gloves

1. Dig
2. Sow

| Month | Beans | Peas |
|-------|------:|:----:|
| May   | ${part} | 2 |
| June  | 3 | **4** |

\`\`\`nix
{
  bed = ${part};
  plants = [ "beans" "peas" ];
}
\`\`\`

> Rain is on its way.
>
> Bring the chairs in.
{.is-warning}

<details>
<summary>More on bed ${part}</summary>

It lies behind the shed.

</details>

### Plans {.tabset}

#### Spring

Sow.

#### Autumn

Reap.

- What is ripe
- What is not

### Sums of ${part}

Inline $a_${part} + b$, and by itself:

$$
\\sum_{i=1}^{${part}} i^2
$$

<div>
<p>Written as HTML.</p>
</div>

***

[^${part}]: Leaves of bed ${part} burn.

    So do hands.

`;
}
