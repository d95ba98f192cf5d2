/** Milliseconds of processor time that one run of a job took. */
export type Sample = number;

/**
 * Runs jobs in turn, round after round, so that whatever else the machine does falls on all of them alike. A job that is
 * done in less than a few milliseconds runs several times in a round.
 *
 * @returns for each job a sample of each round
 */
export function measureInTurn<Name extends string>(
  jobs: Readonly<Record<Name, (round: number) => void>>,
  rounds: number,
): Record<Name, Sample[]> {
  const entries = Object.entries(jobs) as [Name, (round: number) => void][];
  const samples = Object.fromEntries(entries.map(([name]) => [name, []])) as unknown as Record<Name, Sample[]>;
  let run = 0;
  const timed = (job: (round: number) => void, times: number): Sample => {
    const start = process.cpuUsage();
    for (let i = 0; i < times; i++) job(run++);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000 / times;
  };
  const repetitions = new Map<Name, number>();
  for (const [name, job] of entries) {
    for (let i = 0; i < 4; i++) timed(job, 1);
    repetitions.set(name, Math.ceil(Math.min(20, 40 / timed(job, 1))));
  }
  for (let round = 0; round < rounds; round++) {
    for (const [name, job] of entries) samples[name].push(timed(job, repetitions.get(name) ?? 1));
  }
  return samples;
}

/**
 * Median and 95th percentile in milliseconds, and the throughput as a part of the reference's: the median over the rounds
 * of the reference's time divided by this time in the same round.
 */
export function summary(times: readonly Sample[], reference: readonly Sample[]) {
  const ratios = times.map((time, round) => (reference[round] ?? Number.NaN) / time);
  return {
    medianMs: rounded(quantile(times, 0.5)),
    p95Ms: rounded(quantile(times, 0.95)),
    throughputPercent: Math.round(100 * quantile(ratios, 0.5)),
  };
}

/** The value below which a part (0 to 1) of the values lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}
