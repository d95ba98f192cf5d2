import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Log } from './platform.ts';

/** A request that takes longer is worth a line in the log. */
const slowMilliseconds = 200;

/**
 * Makes a feature answer whatever happens: an error is logged and answered with null, a cancelled request is answered as
 * cancelled, a slow one leaves a line in the log. The only place of the server that catches what features throw.
 */
export function guarded<P, R>(
  log: Log,
  name: string,
  run: (params: P, token: CancellationToken) => Promise<R | undefined>,
): (params: P, token: CancellationToken) => Promise<R | null> {
  return async (params, token) => {
    const started = performance.now();
    const answer = await attempt(log, name, () => run(params, token));
    const milliseconds = Math.round(performance.now() - started);
    if (milliseconds > slowMilliseconds) log.debug(`${name}: ${milliseconds} ms`);
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, `${name} was cancelled`);
    return answer ?? null;
  };
}

/** The same for a feature that may refuse: the reason is shown to the person, where null would be taken for "nothing here". */
export function guardedOrRefused<P, R extends object>(
  run: (params: P, token: CancellationToken) => Promise<R | { readonly reason: string } | null>,
): (params: P, token: CancellationToken) => Promise<R | null> {
  return async (params, token) => {
    const answer = await run(params, token);
    if (answer !== null && 'reason' in answer) throw new ResponseError(LSPErrorCodes.RequestFailed, answer.reason);
    return answer;
  };
}

/** Runs something that must not end the server; an error is logged with its stack, and undefined given back. */
export async function attempt<R>(log: Log, name: string, run: () => R | Promise<R>): Promise<R | undefined> {
  try {
    return await run();
  } catch (error) {
    log.error(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return undefined;
  }
}
