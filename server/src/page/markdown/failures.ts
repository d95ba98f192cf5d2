import type { Env } from 'markdown-it';

const failures = new WeakMap<Env, string>();

/**
 * Notes that Wiki.js's own parser throws at what was just parsed: Wiki.js then stores no HTML for the page at all.
 * Ours goes on.
 */
export function noteFailure(env: Env, reason: string): void {
  if (!failures.has(env)) failures.set(env, reason);
}

/** Why Wiki.js cannot render the text that was parsed with this environment, or undefined if it can. */
export function failureOf(env: Env): string | undefined {
  return failures.get(env);
}
