import { bodyEmpty } from './frontmatter/bodyEmpty.ts';
import { cutOff } from './frontmatter/cutOff.ts';
import { dateFormat } from './frontmatter/dateFormat.ts';
import { descriptionType } from './frontmatter/descriptionType.ts';
import { duplicateKey } from './frontmatter/duplicateKey.ts';
import { editorMismatch } from './frontmatter/editorMismatch.ts';
import { notRead } from './frontmatter/notRead.ts';
import { publishedIgnored } from './frontmatter/publishedIgnored.ts';
import { publishedType } from './frontmatter/publishedType.ts';
import { ruleEaten } from './frontmatter/ruleEaten.ts';
import { tagsEmptyKept } from './frontmatter/tagsEmptyKept.ts';
import { tagsSeparator } from './frontmatter/tagsSeparator.ts';
import { tagsType } from './frontmatter/tagsType.ts';
import { titleMissing } from './frontmatter/titleMissing.ts';
import { titleType } from './frontmatter/titleType.ts';
import { unknownKey } from './frontmatter/unknownKey.ts';
import { unreadable } from './frontmatter/unreadable.ts';
import { unsafeRoundtrip } from './frontmatter/unsafeRoundtrip.ts';
import { headingBracesEaten } from './heading/bracesEaten.ts';
import { duplicate } from './heading/duplicate.ts';
import { lostId } from './heading/lostId.ts';
import { skippedLevel } from './heading/skippedLevel.ts';
import { missingImage } from './image/missing.ts';
import { noAlt } from './image/noAlt.ts';
import { tooLarge } from './image/tooLarge.ts';
import { linkCase } from './link/case.ts';
import { dotted } from './link/dotted.ts';
import { emptyLink } from './link/empty.ts';
import { extension } from './link/extension.ts';
import { folderWithoutPage } from './link/folderWithoutPage.ts';
import { missingAnchor } from './link/missingAnchor.ts';
import { missingAsset } from './link/missingAsset.ts';
import { missingPage } from './link/missingPage.ts';
import { ownHost } from './link/ownHost.ts';
import { placeholder } from './link/placeholder.ts';
import { sibling } from './link/sibling.ts';
import { undefinedReference } from './link/undefinedReference.ts';
import { unpublishedTarget } from './link/unpublishedTarget.ts';
import { unsafeLink } from './link/unsafe.ts';
import { unusedDefinition } from './link/unusedDefinition.ts';
import { wrongLocale } from './link/wrongLocale.ts';
import { notRendered } from './page/notRendered.ts';
import { collision } from './path/collision.ts';
import { dotsDropped } from './path/dotsDropped.ts';
import { ignoredFile } from './path/ignored.ts';
import { illegal } from './path/illegal.ts';
import { localeFolder } from './path/localeFolder.ts';
import { notAPage } from './path/notAPage.ts';
import { reserved } from './path/reserved.ts';
import { unreachable } from './path/unreachable.ts';
import type { DescribedRule, Rule } from './rule.ts';
import { checkboxCharacterStyle } from './style/checkboxCharacterStyle.ts';
import { emphasisMarker } from './style/emphasisMarker.ts';
import { fencedCodeFlag } from './style/fencedCodeFlag.ts';
import { fencedCodeMarker } from './style/fencedCodeMarker.ts';
import { headingStyle } from './style/headingStyle.ts';
import { noConsecutiveBlankLines } from './style/noConsecutiveBlankLines.ts';
import { noDuplicateDefinitions } from './style/noDuplicateDefinitions.ts';
import { noEmphasisAsHeading } from './style/noEmphasisAsHeading.ts';
import { noHeadingLikeParagraph } from './style/noHeadingLikeParagraph.ts';
import { noHeadingPunctuation } from './style/noHeadingPunctuation.ts';
import { noReferenceLikeUrl } from './style/noReferenceLikeUrl.ts';
import { noShellDollars } from './style/noShellDollars.ts';
import { orderedListMarkerStyle } from './style/orderedListMarkerStyle.ts';
import { ruleStyle } from './style/ruleStyle.ts';
import { strongMarker } from './style/strongMarker.ts';
import type { StyleRule } from './style/styleRule.ts';
import { tablePipeAlignment } from './style/tablePipeAlignment.ts';
import { tablePipes } from './style/tablePipes.ts';
import { unorderedListMarkerStyle } from './style/unorderedListMarkerStyle.ts';
import { unknownSuppression } from './suppress/unknown.ts';
import { unusedSuppression } from './suppress/unused.ts';
import { crossLocaleRename } from './sync/crossLocaleRename.ts';
import { movedImage } from './sync/movedImage.ts';
import { replacedSameSize } from './sync/replacedSameSize.ts';
import type { SyncRule } from './sync/syncRule.ts';
import { textAsset } from './sync/textAsset.ts';
import { attributeDetached } from './syntax/attributeDetached.ts';
import { attributeUnknown } from './syntax/attributeUnknown.ts';
import { bracesEaten } from './syntax/bracesEaten.ts';
import { diagramError } from './syntax/diagramError.ts';
import { fenceAttributesLost } from './syntax/fenceAttributesLost.ts';
import { footnoteUndefined } from './syntax/footnoteUndefined.ts';
import { footnoteUnused } from './syntax/footnoteUnused.ts';
import { htmlRemoved } from './syntax/htmlRemoved.ts';
import { mathsByAccident } from './syntax/mathsByAccident.ts';
import { tabsetShape } from './syntax/tabsetShape.ts';
import { unsupported } from './syntax/unsupported.ts';

/** The rules that look at the facts of pages. */
export const rules: readonly Rule[] = [
  titleMissing,
  notRead,
  unreadable,
  duplicateKey,
  ruleEaten,
  cutOff,
  titleType,
  descriptionType,
  tagsType,
  tagsSeparator,
  tagsEmptyKept,
  publishedType,
  publishedIgnored,
  editorMismatch,
  dateFormat,
  unknownKey,
  unsafeRoundtrip,
  bodyEmpty,
  notRendered,
  illegal,
  dotsDropped,
  localeFolder,
  reserved,
  unreachable,
  collision,
  notAPage,
  ignoredFile,
  missingPage,
  folderWithoutPage,
  sibling,
  linkCase,
  wrongLocale,
  missingAnchor,
  missingAsset,
  dotted,
  extension,
  ownHost,
  unpublishedTarget,
  emptyLink,
  unsafeLink,
  undefinedReference,
  unusedDefinition,
  placeholder,
  missingImage,
  skippedLevel,
  lostId,
  duplicate,
  headingBracesEaten,
  attributeDetached,
  attributeUnknown,
  bracesEaten,
  fenceAttributesLost,
  tabsetShape,
  unsupported,
  htmlRemoved,
  mathsByAccident,
  footnoteUndefined,
  footnoteUnused,
  diagramError,
  noAlt,
  tooLarge,
  unusedSuppression,
  unknownSuppression(() => namesOfRules),
];

/** The styles that remark-lint looks for. */
export const styleRules: readonly StyleRule[] = [
  noEmphasisAsHeading,
  noHeadingLikeParagraph,
  noDuplicateDefinitions,
  noReferenceLikeUrl,
  noShellDollars,
  noHeadingPunctuation,
  headingStyle,
  unorderedListMarkerStyle,
  orderedListMarkerStyle,
  checkboxCharacterStyle,
  emphasisMarker,
  strongMarker,
  ruleStyle,
  fencedCodeMarker,
  fencedCodeFlag,
  noConsecutiveBlankLines,
  tablePipes,
  tablePipeAlignment,
];

/** The changes that Wiki.js's sync loses. */
export const syncRules: readonly SyncRule[] = [crossLocaleRename, movedImage, replacedSameSize, textAsset];

/** Every rule there is, whatever it looks at, in the order of the documentation. */
export const allRules: readonly DescribedRule[] = [...rules, ...syncRules, ...styleRules];

/** The rule of a code; undefined for a code that no rule has. */
export function ruleOf(code: string): DescribedRule | undefined {
  return byCode.get(code);
}

/** The part of a code before its slash, by which settings name several rules at once. */
export function groupOf(code: string): string {
  return code.split('/')[0] ?? code;
}

/** What settings and comments call rules by: codes, and groups of them. */
const namesOfRules: readonly string[] = [...new Set(allRules.flatMap(({ code }) => [code, groupOf(code)]))];

const byCode: ReadonlyMap<string, DescribedRule> = new Map(allRules.map((rule) => [rule.code, rule]));
