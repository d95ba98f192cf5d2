import { type Question, question } from './reads.ts';

/** How many pages have each tag. */
export class TagCounts {
  readonly #counts = new Map<string, number>();

  get counts(): ReadonlyMap<string, number> {
    return this.#counts;
  }

  /** One page's tags give way to its new ones. */
  replace(before: readonly string[], after: readonly string[], answers: Set<Question>): void {
    if (before.length === after.length && before.every((tag, index) => tag === after[index])) return;
    for (const tag of before) this.#add(tag, -1);
    for (const tag of after) this.#add(tag, 1);
    answers.add(question.tags);
  }

  #add(tag: string, difference: number): void {
    const count = (this.#counts.get(tag) ?? 0) + difference;
    if (count === 0) this.#counts.delete(tag);
    else this.#counts.set(tag, count);
  }
}
