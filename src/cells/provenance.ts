import { learnedFrom } from '../core/loss.ts';
import type { RunStart } from '../core/run-report.ts';
import { formatCount, formatSeconds } from '../ui/format.ts';

/** Where the output of a run comes from: run, data, split, seed, engine. */
export function runProvenance(run: RunStart): readonly string[] {
  const { data, trainRatings, validationRatings, testRatings, configuration, engine } = run;
  return [
    `Run ${run.number}`,
    data.sha256 === null ? data.name : `${data.name}, ${data.sha256.slice(0, 8)}`,
    `${formatCount(trainRatings)} ${learnedFrom(configuration.loss)} for training, ${validationRatings === 0 ? 'none' : formatCount(validationRatings)} for validation${testRatings > 0 ? `, ${formatCount(testRatings)} for the test` : ''}`,
    `seed ${configuration.seed}`,
    engine.label,
  ];
}

/** The same with the time it took. */
export const withElapsed = (parts: readonly string[], seconds: number): readonly string[] => [...parts, formatSeconds(seconds)];
