import type { CancellationToken, CompletionList, Position } from 'vscode-languageserver';
import { isTemplate } from '../rules/templates.ts';
import type { SiteSettings } from '../wiki/settings.ts';
import { completeAnchors, completeWikiHeadings } from './completion/anchors.ts';
import { completeAttributes } from './completion/attributes.ts';
import type { CompletionInput } from './completion/completionInput.ts';
import { completeDestinations } from './completion/destinations.ts';
import type { DestinationTyping } from './completion/destinationTyping.ts';
import { completeEmoji } from './completion/emoji.ts';
import { completeFrontmatterKeys, completeFrontmatterValues } from './completion/frontmatter.ts';
import { completeFootnotes, completeImages, completeLabels } from './completion/inline.ts';
import type { InlineTyping } from './completion/inlineTyping.ts';
import { completeLanguages } from './completion/languages.ts';
import { completePlaceholder, completeTemplates } from './completion/templates.ts';
import { typingAt } from './completion/typing.ts';
import { offsetIn } from './positions.ts';

/** Whatever fits what is being typed: destinations, anchors, frontmatter, labels, classes, emoji, languages, templates. */
export async function completion(
  input: CompletionInput,
  position: Position,
  token: CancellationToken,
): Promise<CompletionList | undefined> {
  const { text, page } = input;
  const offset = offsetIn(page, position);
  const typing = typingAt(text, offset, page.contentType);
  if (typing === undefined) return input.trigger === undefined ? completeTemplates(input, offset) : undefined;
  // The characters that trigger completion elsewhere are values or their quotes here.
  if (typing.kind.startsWith('frontmatter') && input.trigger !== undefined) return undefined;
  switch (typing.kind) {
    case 'frontmatter-key':
      return completeFrontmatterKeys(input, typing);
    case 'frontmatter-value':
      return completeFrontmatterValues(input, typing);
    case 'destination':
      return completeDestination(input, offset, typing, token);
    case 'attribute':
      return completeAttributes(input, typing);
    default:
      return completeInline(input, typing);
  }
}

function completeInline(input: CompletionInput, typing: InlineTyping): CompletionList | undefined {
  switch (typing.kind) {
    case 'image':
      return completeImages(input, typing, input.snippets);
    case 'label':
      return completeLabels(input, typing);
    case 'footnote':
      return completeFootnotes(input, typing);
    case 'language':
      return completeLanguages(input, typing);
    case 'emoji':
      // An editor that asks with each letter would ask at `:p` too; ours asks when somebody wants to know.
      return completeEmoji(
        input,
        typing,
        input.trigger === undefined && (input.clientCommands || typing.typed === ':'),
      );
    case 'bracket':
      if (isTemplate(input.page, input.wiki)) return completePlaceholder(input, typing);
      return input.trigger === undefined ? completeLabels(input, typing) : undefined;
  }
}

function completeDestination(
  input: CompletionInput,
  offset: number,
  written: DestinationTyping,
  token: CancellationToken,
): CompletionList | undefined {
  const typing = behindOwnHost(written, input.wiki.settings.site);
  if (typing.typed.startsWith('##')) return completeWikiHeadings(input, typing, token);
  if (typing.typed.includes('#')) return completeAnchors(input, typing);
  // What begins like a URL of another site, or like an e-mail address, is none of the wiki's.
  if (/^[a-z][a-z0-9+.-]*:/i.test(typing.typed)) return undefined;
  return completeDestinations(input, beforeFragment(typing, input.text, offset), token);
}

/** In a full URL of the wiki itself only the path is completed; Wiki.js takes the host away (rules reference (d)). */
function behindOwnHost(typing: DestinationTyping, { host }: SiteSettings): DestinationTyping {
  if (host === '' || !typing.typed.startsWith(`${host}/`)) return typing;
  const { start, end } = typing.range;
  return { ...typing, typed: typing.typed.slice(host.length), range: { start: start + host.length, end } };
}

/** The path alone gives way to another: a fragment or a query behind the cursor stays. */
function beforeFragment(typing: DestinationTyping, text: string, offset: number): DestinationTyping {
  const rest = text.slice(offset, typing.range.end).search(/[#?]/);
  return rest === -1 ? typing : { ...typing, range: { start: typing.range.start, end: offset + rest } };
}
