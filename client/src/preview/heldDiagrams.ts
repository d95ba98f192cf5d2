import { inflateRawSync, inflateSync } from 'node:zlib';
import { escapeHtml } from './escapeHtml.ts';
import { replaceImages } from './imageTags.ts';

/**
 * The HTML with the diagrams that a server would draw (PlantUML, Kroki) as their source: nothing asks the server.
 *
 * @param load the words on the button that asks for leave to load them from a host; undefined where no button works
 */
export function withHeldDiagrams(html: string, load: ((host: string) => string) | undefined): string {
  return replaceImages(html, (attributes) => {
    const url = diagramUrl(attributes);
    if (url === undefined) return undefined;
    const source = sourceOf(url) ?? url.href;
    const button =
      load === undefined
        ? ''
        : `<figcaption><button type="button" class="load-diagrams">${escapeHtml(load(url.host))}</button></figcaption>`;
    return `<figure class="held-diagram"><pre><code>${escapeHtml(source)}</code></pre>${button}</figure>`;
  });
}

/** The origins that the diagrams of a page come from, in no order. */
export function diagramOrigins(html: string): string[] {
  const origins = new Set<string>();
  replaceImages(html, (attributes) => {
    const url = diagramUrl(attributes);
    if (url !== undefined) origins.add(url.origin);
    return undefined;
  });
  return [...origins];
}

/** What Wiki.js writes for a diagram: an image of this class, on a server that the site names. Rules reference (f). */
function diagramUrl(attributes: ReadonlyMap<string, string>): URL | undefined {
  if (!attributes.get('class')?.split(/\s+/).includes('uml-diagram')) return undefined;
  const source = attributes.get('src') ?? '';
  const url = source.startsWith('//') ? `https:${source}` : source;
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  // Its origin becomes part of a policy, where other characters would have a meaning of their own.
  return /^[\w.:[\]-]+$/.test(parsed.host) ? parsed : undefined;
}

/** More than any diagram has: a page could hold what unpacks without end. */
const longest = { maxOutputLength: 200_000 };

const plantumlAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
const base64Alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** What the author wrote between the markers, out of the URL that was made of it; undefined for any other URL. */
function sourceOf({ pathname }: URL): string | undefined {
  const segments = pathname.split('/');
  const code = segments.at(-1) ?? '';
  const kind = segments.at(-3) ?? '';
  const kroki = unpacked(() => inflateSync(Buffer.from(code, 'base64url'), longest));
  if (kroki !== undefined) return `${kind}\n${kroki}`;
  const base64 = code.replace(/[\w-]/g, (character) => base64Alphabet.charAt(plantumlAlphabet.indexOf(character)));
  const plantuml = unpacked(() => inflateRawSync(Buffer.from(base64, 'base64url'), longest));
  return plantuml?.replace(/^@startuml\n|\n@enduml$/g, '');
}

function unpacked(unpack: () => Buffer): string | undefined {
  try {
    return unpack().toString('utf8');
  } catch {
    return undefined;
  }
}
