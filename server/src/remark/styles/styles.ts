import checkboxCharacterStyle from 'remark-lint-checkbox-character-style';
import emphasisMarker from 'remark-lint-emphasis-marker';
import fencedCodeFlag from 'remark-lint-fenced-code-flag';
import fencedCodeMarker from 'remark-lint-fenced-code-marker';
import remarkHeadingStyle from 'remark-lint-heading-style';
import noConsecutiveBlankLines from 'remark-lint-no-consecutive-blank-lines';
import noDuplicateDefinitions from 'remark-lint-no-duplicate-definitions';
import noEmphasisAsHeading from 'remark-lint-no-emphasis-as-heading';
import noHeadingLikeParagraph from 'remark-lint-no-heading-like-paragraph';
import noHeadingPunctuation from 'remark-lint-no-heading-punctuation';
import noReferenceLikeUrl from 'remark-lint-no-reference-like-url';
import noShellDollars from 'remark-lint-no-shell-dollars';
import orderedListMarkerStyle from 'remark-lint-ordered-list-marker-style';
import ruleStyle from 'remark-lint-rule-style';
import strongMarker from 'remark-lint-strong-marker';
import tablePipeAlignment from 'remark-lint-table-pipe-alignment';
import tablePipes from 'remark-lint-table-pipes';
import unorderedListMarkerStyle from 'remark-lint-unordered-list-marker-style';
import stringWidth from 'string-width';
import type { Processor } from 'unified';
import {
  blankLines,
  boldParagraph,
  fenceWithoutLanguage,
  headingPunctuation,
  headingStyle,
  referenceLikeUrl,
  shellDollars,
  tooManyHashes,
} from './blocks.ts';
import { aroundText, bulletList, checkedBox, fence, numberedList, thematicBreak } from './markers.ts';
import type { Narrow } from './reported.ts';
import { table } from './tables.ts';

/** One of remark-lint's rules, and how its reports are read. */
export interface Style {
  /** Adds the rule to a processor. */
  use(processor: Processor): void;
  readonly narrow: Narrow;
}

/** Every style by its code, which is remark-lint's name of the rule behind `style/`. */
export const styles: Readonly<Record<string, Style>> = {
  'style/no-emphasis-as-heading': { use: (it) => it.use(noEmphasisAsHeading), narrow: boldParagraph },
  'style/no-heading-like-paragraph': { use: (it) => it.use(noHeadingLikeParagraph), narrow: tooManyHashes },
  'style/no-duplicate-definitions': {
    use: (it) => it.use(noDuplicateDefinitions),
    narrow: ({ range, first }) => ({ range, first }),
  },
  'style/no-reference-like-url': { use: (it) => it.use(noReferenceLikeUrl), narrow: referenceLikeUrl },
  'style/no-shell-dollars': { use: (it) => it.use(noShellDollars), narrow: shellDollars },
  'style/no-heading-punctuation': {
    // A question is a fine heading.
    use: (it) => it.use(noHeadingPunctuation, '.,;:'),
    narrow: headingPunctuation,
  },
  'style/heading-style': { use: (it) => it.use(remarkHeadingStyle), narrow: headingStyle },
  'style/unordered-list-marker-style': { use: (it) => it.use(unorderedListMarkerStyle), narrow: bulletList },
  'style/ordered-list-marker-style': { use: (it) => it.use(orderedListMarkerStyle), narrow: numberedList },
  'style/checkbox-character-style': { use: (it) => it.use(checkboxCharacterStyle), narrow: checkedBox },
  'style/emphasis-marker': { use: (it) => it.use(emphasisMarker), narrow: aroundText(1) },
  'style/strong-marker': { use: (it) => it.use(strongMarker), narrow: aroundText(2) },
  'style/rule-style': { use: (it) => it.use(ruleStyle), narrow: thematicBreak },
  'style/fenced-code-marker': { use: (it) => it.use(fencedCodeMarker), narrow: fence },
  'style/fenced-code-flag': { use: (it) => it.use(fencedCodeFlag), narrow: fenceWithoutLanguage },
  'style/no-consecutive-blank-lines': { use: (it) => it.use(noConsecutiveBlankLines), narrow: blankLines },
  'style/table-pipes': { use: (it) => it.use(tablePipes), narrow: table },
  'style/table-pipe-alignment': {
    use: (it) => it.use(tablePipeAlignment, { stringLength: stringWidth }),
    narrow: table,
  },
};
