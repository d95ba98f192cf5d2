import { inspect } from 'node:util';

/** One line of the results that a process of tests leaves. */
export type TestEvent =
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly name: string; readonly detail: string }
  | { readonly kind: 'skipped'; readonly name: string; readonly reason: string }
  /** The last line: without it the process ended before its tests did. */
  | { readonly kind: 'end' };

interface NodeTestEvent {
  readonly type: string;
  readonly data?: {
    readonly name?: string;
    readonly skip?: boolean | string;
    readonly todo?: boolean | string;
    readonly details?: { readonly type?: string; readonly error?: unknown };
  };
}

/** Writes node:test's events as lines of JSON, one for each test; suites are no tests. */
// biome-ignore lint/style/noDefaultExport: node:test takes a reporter by its default export.
export default async function* reporter(source: AsyncIterable<NodeTestEvent>): AsyncGenerator<string> {
  for await (const event of source) {
    const result = resultOf(event);
    if (result !== undefined) yield `${JSON.stringify(result)}\n`;
  }
  yield `${JSON.stringify({ kind: 'end' } satisfies TestEvent)}\n`;
}

function resultOf({ type, data }: NodeTestEvent): TestEvent | undefined {
  if (type !== 'test:pass' && type !== 'test:fail') return undefined;
  const name = data?.name ?? '';
  const omitted = data?.skip ?? data?.todo;
  if (omitted !== undefined && omitted !== false) {
    return { kind: 'skipped', name, reason: typeof omitted === 'string' ? omitted : 'no reason given' };
  }
  if (type === 'test:fail') {
    // A suite fails where a test in it fails, which counts by itself, or where one of its hooks does.
    if (data?.details?.type === 'suite' && isFromSubtest(data.details.error)) return undefined;
    return { kind: 'failed', name, detail: describe(data?.details?.error) };
  }
  return data?.details?.type === 'suite' ? undefined : { kind: 'passed' };
}

function isFromSubtest(error: unknown): boolean {
  return error instanceof Error && 'failureType' in error && error.failureType === 'subtestsFailed';
}

/** node:test wraps what a test threw. */
function describe(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return typeof cause === 'string' ? cause : inspect(cause, { depth: 4, breakLength: 120 });
}
