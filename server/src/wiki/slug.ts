/**
 * Letters, marks and numbers of the Basic Multilingual Plane that are newer than the tables that Wiki.js makes slugs with
 * (uslug 1.0.4: Unicode 7), or that those leave out (most of the CJK extension A). They vanish from slugs.
 */
const lettersUnknownToWikiJs = characterClass(`
  560 588 5ef 7fd 860-86a 870-887 889-88f 897-89f 8b5-8e1 9fc 9fe afa-aff b55 c04 c3c c5c-c5d c80 cdc-cdd cf3
  d00 d04 d3b-d3c d54-d56 d58-d5e d76-d78 d81 e86 e89 e8c e8e-e93 e98 ea0 ea8-ea9 eac eba ece 170d 1715 171f
  180f 1878 1abf-1add 1ae0-1aeb 1b4c 1c80-1c8a 1c90-1cba 1cbd-1cbf 1cf7 1cfa 1df6-1dfb 2c2f 2c5f 312e-312f
  31bb-31bf 3401-4db4 4db6-4dbf a7ae-a7af a7b8-a7dc a7f1-a7f6 a82c a8c5 a8fe-a8ff ab66-ab69
`);

/** Characters that are newer than the normalisation that Wiki.js makes slugs with (unorm 1.6), which leaves them as they are. */
const normalisedOnlyHere = characterClass(
  '32ff a7f1-a7f4 ab69 10781-107ba 1ccd6-1ccf9 1e030-1e06d 1f16c 1f23b 1fbf0-1fbf9',
);

/** White space to Wiki.js's slugs: tabs and line ends are not, they are dropped. */
const spaces = /[\p{Z}\u3001\u3002\uff01\uff02]/gu;

const dropped = /[^\p{L}\p{N}\p{M} _~-]|[\u{10000}-\u{10ffff}]/gu;

/** A regular expression for characters given as hexadecimal ranges. */
function characterClass(ranges: string): RegExp {
  return new RegExp(
    `[${ranges
      .trim()
      .replace(/[0-9a-f]+/g, '\\u{$&}')
      .replace(/\s+/g, '')}]`,
    'gu',
  );
}

/**
 * The id that Wiki.js makes for a heading with this DOM text, before digits and duplicates are looked at: what uslug 1.0.4 gives.
 * Rules reference (e).
 */
export function slugOf(text: string): string {
  return text
    .replace(normalisedOnlyHere, '')
    .normalize('NFKC')
    .replace(spaces, ' ')
    .replace(dropped, '')
    .replace(lettersUnknownToWikiJs, '')
    .trim()
    .replace(/[ -]+/g, '-')
    .toLowerCase();
}

/**
 * A function that gives the ids of one page's headings; call it for each in document order, with the heading's DOM text and
 * its own id attribute if it has one. An id counts as taken only if an earlier heading has it. Rules reference (e).
 */
export function createHeadingIds(): (text: string, explicitId: string | undefined) => string {
  const taken = new Set<string>();
  const nextSuffix = new Map<string, number>();
  return (text, explicitId) => {
    const wanted = explicitId || slugOf(text);
    const base = /^\d/.test(wanted) ? `h-${wanted}` : wanted;
    let id = base;
    for (let suffix = nextSuffix.get(base) ?? 1; taken.has(id); suffix++) {
      id = `${base}-${suffix}`;
      nextSuffix.set(base, suffix + 1);
    }
    taken.add(id);
    return id;
  };
}
