import { CancellationToken, type Connection } from 'vscode-languageserver';
import type { WikiProgress } from './wikiHost.ts';

/** Shows work in the client's own way, with a button to stop it; clients that cannot are shown nothing. */
export async function beginProgress(
  connection: Connection,
  isSupported: boolean,
  title: string,
): Promise<WikiProgress> {
  if (!isSupported) return { token: CancellationToken.None, report: () => {}, done: () => {} };
  const reporter = await connection.window.createWorkDoneProgress();
  reporter.begin(title, 0, undefined, true);
  let percentage = 0;
  return {
    token: reporter.token,
    report(done, total) {
      const reached = Math.floor((100 * done) / total);
      if (reached === percentage) return;
      percentage = reached;
      reporter.report(percentage, `${done} of ${total} files`);
    },
    done: () => reporter.done(),
  };
}
