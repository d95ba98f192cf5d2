// Entry point of the command line. Ends by itself when all is written: an early exit would cut off what waits in a pipe.
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { run } from './cli/run.ts';
import { exitCodes, processTerminal } from './cli/terminal.ts';
import { startOnNode } from './node/startOnNode.ts';

// Who reads only the beginning (`| head`) closes the pipe, and means nothing bad by it.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

function serve(): void {
  startOnNode(createConnection(ProposedFeatures.all, process.stdin, process.stdout));
}

run(process.argv.slice(2), processTerminal(), serve).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = exitCodes.usage;
  },
);
