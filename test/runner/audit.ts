import { spawn } from 'node:child_process';
import { projectRoot } from '../host/embedded/paths.ts';
import { type Counts, oneFailed, onePassed, oneSkipped } from './counts.ts';

const name = 'no known vulnerability in what ships';

/** Asks the registry for known vulnerabilities of the dependencies that ship; skipped where it cannot tell. */
export async function audit(): Promise<Counts> {
  const output = await npmAudit();
  const report = parse(output);
  const total = report?.metadata?.vulnerabilities?.total;
  if (total === 0) return onePassed;
  if (total !== undefined) return oneFailed(name, Object.keys(report?.vulnerabilities ?? {}).join(', '));
  return oneSkipped(name, 'the npm registry in use does not answer audit requests');
}

interface Report {
  readonly metadata?: { readonly vulnerabilities?: { readonly total?: number } };
  readonly vulnerabilities?: Readonly<Record<string, unknown>>;
}

function parse(output: string): Report | undefined {
  try {
    return JSON.parse(output);
  } catch {
    return undefined;
  }
}

/** npm's report as JSON, or whatever it printed instead. */
function npmAudit(): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn('npm', ['audit', '--omit=dev', '--json', '--audit=true'], {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: process.platform === 'win32',
      timeout: 60_000,
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
    child.once('error', () => resolve(output));
    child.once('close', () => resolve(output));
  });
}
