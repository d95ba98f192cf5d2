/** How long work may hold up others, in milliseconds: little enough that typing does not feel it. */
const longestTurn = 20;

/** Gives a function to be awaited between steps of long work: it lets others run if the work has gone on for a while. */
export function takeTurns(pause: (() => Promise<void>) | undefined): () => Promise<void> {
  let started = performance.now();
  return async () => {
    if (pause === undefined || performance.now() - started < longestTurn) return;
    await pause();
    started = performance.now();
  };
}
