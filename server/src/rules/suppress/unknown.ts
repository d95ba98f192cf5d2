import { planOf } from '../../edits/plan.ts';
import type { Page } from '../../page/page.ts';
import type { PlacedText } from '../../page/placedText.ts';
import { nearestWords } from '../../util/editDistance.ts';
import type { OffsetRange } from '../../util/range.ts';
import type { Rule } from '../rule.ts';
import { removeSuppression } from './removeSuppression.ts';

const commands = ['disable-next-line', 'disable', 'enable', 'disable-file'];

/** The rule about comments that name what does not exist, given the codes and groups that do. */
export function unknownSuppression(codes: () => readonly string[]): Rule {
  return {
    code: 'suppress/unknown',
    severity: 'warning',
    summary: 'A comment is to silence a rule that does not exist.',
    explanation: `The comments are \`aux-wiki-disable-next-line\`, \`aux-wiki-disable\` with \`aux-wiki-enable\`, and \`aux-wiki-disable-file\`.
Behind them stand the codes of rules, or groups of them such as \`link\`, with commas or spaces between; none means all. What
is neither silences nothing.`,
    example: {
      wrong:
        '--- /water.md\n---\ntitle: Water\n---\n\n<!-- aux-wiki-disable-file link/mising-page, link -->\nBack [to the pond](/pond).\n',
      right:
        '--- /water.md\n---\ntitle: Water\n---\n\n<!-- aux-wiki-disable-file link/missing-page -->\nBack [to the pond](/pond).\n',
    },
    check(page, _wiki, report) {
      for (const { word, meant, isCommand } of unknownWords(page, codes())) {
        const what = isCommand ? `There is no comment aux-wiki-${word.text}` : `There is no rule '${word.text}'`;
        const guess = meant === undefined ? '' : ` Did you mean '${meant}'?`;
        report({ range: word.range, message: `${what}, so that this silences nothing.${guess}` });
      }
    },
    fixes({ range }, { page, text }) {
      const found = unknownWords(page, codes()).find(({ word }) => word.range.start === range.start);
      if (found === undefined) return [];
      const { word, meant, around } = found;
      const rename =
        meant === undefined
          ? []
          : [
              {
                title: `Write ${meant}`,
                plan: planOf({ kind: 'change', file: page.file, range: word.range, newText: meant }),
              },
            ];
      const removal = removeSuppression(around, page, text);
      const what = removal?.isWhole ? 'this comment' : word.text;
      const remove = removal === undefined ? [] : [{ title: `Remove ${what}`, plan: planOf(removal.step) }];
      return [...rename, ...remove].map((fix, index) => ({ ...fix, preferred: index === 0 }));
    },
  };
}

interface UnknownWord {
  readonly word: PlacedText;
  readonly meant: string | undefined;
  readonly isCommand: boolean;
  /** What goes if the word goes: the comment, or one code of several. */
  readonly around: OffsetRange;
}

function unknownWords({ suppressions }: Page, codes: readonly string[]): UnknownWord[] {
  return suppressions.flatMap(({ reach, command, codes: named, range }): UnknownWord[] => {
    if (reach === undefined) {
      return [{ word: command, meant: nearestWords(command.text, commands)[0], isCommand: true, around: range }];
    }
    return named
      .filter(({ text }) => !codes.includes(text))
      .map((word) => {
        const [meant] = nearestWords(word.text, codes);
        return { word, meant, isCommand: false, around: named.length === 1 ? range : word.range };
      });
  });
}
