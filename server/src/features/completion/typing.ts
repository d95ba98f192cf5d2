import type { ContentType } from '../../wiki/address.ts';
import { type AttributeTyping, attributeTypingAt } from './attributeTyping.ts';
import { isInCode, isInFence, lineStartAt } from './codeAt.ts';
import { type DestinationTyping, inAttribute, inDefinition, inInlineLink } from './destinationTyping.ts';
import { type FrontmatterTyping, frontmatterTypingAt } from './frontmatterTyping.ts';
import { fenceTypingAt, type InlineTyping, inlineTypingAt } from './inlineTyping.ts';

export type Typing = DestinationTyping | FrontmatterTyping | InlineTyping | AttributeTyping;

/**
 * What is being typed at an offset. Only the text before the cursor decides, since what is half written has no facts;
 * undefined where nothing can be completed, and in code.
 */
export function typingAt(text: string, offset: number, contentType: ContentType): Typing | undefined {
  if (contentType === 'asciidoc') return undefined;
  const frontmatter = frontmatterTypingAt(text, offset, contentType);
  if (frontmatter !== undefined) return frontmatter === 'nothing' ? undefined : frontmatter;
  if (contentType === 'html') return inAttribute(text, offset);
  const before = text.slice(lineStartAt(text, offset), offset);
  const fence = fenceTypingAt(text, before, offset);
  if (fence !== undefined) return isInFence(text, offset) ? undefined : fence;
  // Most of what is typed is prose: only what looks like something is worth the look back.
  const typing =
    inInlineLink(text, before, offset) ??
    inDefinition(text, before, offset) ??
    inAttribute(text, offset) ??
    attributeTypingAt(text, before, offset) ??
    inlineTypingAt(text, before, offset);
  return typing === undefined || isInCode(text, offset) ? undefined : typing;
}
