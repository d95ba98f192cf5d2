const pending = new Set<() => void>();
let isListening = false;

/**
 * Calls `callback` when this process ends, however a signal ends it, so that nothing that it started stays behind.
 * The callback cannot wait for anything. Gives back a function that takes it off again.
 */
export function atExit(callback: () => void): () => void {
  listen();
  pending.add(callback);
  return () => pending.delete(callback);
}

function listen(): void {
  if (isListening) return;
  isListening = true;
  process.once('exit', () => {
    for (const callback of pending) callback();
  });
  // Without listeners these would end the process before its exit listeners are called.
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
  process.once('SIGHUP', () => process.exit(129));
}
