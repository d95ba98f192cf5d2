// The licences of the packages that the bundles contain: whoever gets the bundles has to get these with them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The text of the notices for what went into some bundles.
 * @param {string} root folder of the project
 * @param {{ inputs: Record<string, unknown> }[]} metafiles of esbuild
 * @returns {string} fails where a package says nothing about its licence
 */
export function thirdPartyNotices(root, metafiles) {
  const folders = new Set(metafiles.flatMap(({ inputs }) => Object.keys(inputs).flatMap(packageFolder)));
  const packages = [...folders].map((folder) => describe(join(root, folder)));
  packages.sort((a, b) => a.title.localeCompare(b.title));
  const heading = 'Aux Wiki contains the following packages, each under its own licence.\n';
  return [heading, ...packages.map(({ title, text }) => `${title}\n${'='.repeat(title.length)}\n\n${text}\n`)].join(
    '\n',
  );
}

/** The folder of the innermost package that a file belongs to; none for the project's own files. */
function packageFolder(file) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? [];
}

function describe(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)\b/i.test(name));
  const texts = files
    .map((name) => join(folder, name))
    .filter(existsSync)
    .map((file) => readFileSync(file, 'utf8').trim());
  const licence = manifest.license ?? manifest.licenses?.map(({ type }) => type).join(' or ') ?? titleOf(texts[0]);
  if (licence === undefined) throw new Error(`${manifest.name} says nothing about its licence`);
  const author = typeof manifest.author === 'string' ? manifest.author : manifest.author?.name;
  const stated = `Licence: ${licence}${author === undefined ? '' : `\nAuthor: ${author}`}`;
  return { title: `${manifest.name} ${manifest.version}`, text: [stated, ...texts].join('\n\n') };
}

/** The first line of a licence, where it stands in a file only: `The MIT License (MIT)`. */
function titleOf(text) {
  return text?.split('\n', 1)[0];
}
