import { type Counts, oneFailed, sum, summary } from './counts.ts';
import { build, type Stage, stages } from './stages.ts';

/**
 * Runs stages one after the other, the build before the first that needs it. Prints, and gives back whether all passed.
 * `hostProblem` says why code-server could not be installed.
 */
export async function runStages(chosen: readonly Stage[], hostProblem: string | undefined): Promise<boolean> {
  const all: Counts[] = [];
  let isBuilt = false;
  for (const stage of chosen) {
    if (stage.needsBuild && !isBuilt) {
      all.push(await runStage(build, hostProblem));
      isBuilt = true;
    }
    all.push(await runStage(stage, hostProblem));
  }
  const total = sum(all);
  console.log('');
  for (const { name, reason } of total.skipped) console.log(`skipped: ${name} (${reason})`);
  for (const { name } of total.failures) console.log(`failed: ${name}`);
  console.log(summary(total));
  return total.failures.length === 0;
}

/** The stages of these names, all where there are none; undefined, after a message, for a name that is no stage. */
export function chooseStages(names: readonly string[]): readonly Stage[] | undefined {
  const unknown = names.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length === 0) return names.length === 0 ? stages : stages.filter((stage) => names.includes(stage.name));
  console.error(`no such stage: ${unknown.join(', ')}; there are ${stages.map((stage) => stage.name).join(', ')}`);
  return undefined;
}

async function runStage(stage: Stage, hostProblem: string | undefined): Promise<Counts> {
  console.log(`\n── ${stage.name}`);
  const started = Date.now();
  const counts = await stage.run(hostProblem).catch((error: unknown) => oneFailed(stage.name, String(error)));
  for (const { name, detail } of counts.failures) console.log(`✖ ${name}\n${indent(detail)}`);
  console.log(`${stage.name}: ${summary(counts)} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return counts;
}

function indent(text: string): string {
  return text.trim().replace(/^/gm, '    ');
}
