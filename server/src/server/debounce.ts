/** A function that runs once, some time after the last of several calls. */
export interface Debounced {
  call(): void;
  cancel(): void;
}

/** Waits until calls stop for some milliseconds, then runs. */
export function debounce(milliseconds: number, run: () => void): Debounced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    call() {
      clearTimeout(timer);
      timer = setTimeout(run, milliseconds);
    },
    cancel() {
      clearTimeout(timer);
    },
  };
}
