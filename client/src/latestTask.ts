/** Work that is asked for more often than it can be done. */
export interface LatestTask {
  /** Asks for a run; while one is under way or waits, any number of calls make one more. */
  run(): void;
  dispose(): void;
}

/** Runs `work` at most once at a time, `delay` milliseconds after it is asked for: the last word always gets its run. */
export function createLatestTask(work: () => Promise<void>, delay: number): LatestTask {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isRunning = false;
  let isAskedAgain = false;
  let isDisposed = false;

  async function start(): Promise<void> {
    timer = undefined;
    isRunning = true;
    try {
      await work();
    } finally {
      isRunning = false;
      if (isAskedAgain) ask();
    }
  }

  function ask(): void {
    if (isDisposed || timer !== undefined) return;
    isAskedAgain = isRunning;
    if (!isRunning) timer = setTimeout(() => void start(), delay);
  }

  return {
    run: ask,
    dispose() {
      isDisposed = true;
      clearTimeout(timer);
    },
  };
}
