import type { Overrides } from '../../../core/hyperparameters.ts';
import type { EpochReport } from '../../../core/run-report.ts';
import { resolve } from '../../../core/settings/defaults.ts';
import { factsOf, type RunFacts, type VerdictStart } from './facts.ts';

interface Course {
  readonly train: readonly number[];
  readonly validation: readonly number[];
}

const BIASES = 0.9;
const MEAN = 1.05;

/** A run on 100,000 ratings, of which 10,000 are held out; by its errors after each epoch. */
export function factsFor(
  { train, validation }: Course,
  overrides: Overrides = {},
  changes: Partial<VerdictStart> & Partial<Pick<RunFacts, 'lists'>> & { readonly taken?: number; readonly auc?: number } = {},
): RunFacts {
  const { lists = null, taken = null, auc = null, ...ofStart } = changes;
  const start: VerdictStart = {
    configuration: resolve(overrides),
    baselines: { globalMean: MEAN, biases: BIASES },
    popularAuc: null,
    listSample: undefined,
    trainRatings: 90_000,
    validationRatings: 10_000,
    data: { ratings: 100_000 },
    ...ofStart,
  };
  const epochs = validation.map(
    (validationError, at): EpochReport => ({
      epoch: at + 1,
      trainError: train[at] ?? Number.NaN,
      validationError,
      validationMae: null,
      validationAuc: auc,
      learningRate: 0.01,
      seconds: 1,
    }),
  );
  const facts = factsOf(start, epochs, { taken }, null);
  if (facts === null) throw new Error('A course has an epoch at least.');
  return { ...facts, lists };
}

/** Learns well: what has little to be said of. */
export const GOOD: Course = { train: [1, 0.9, 0.85, 0.84], validation: [0.92, 0.89, 0.88, 0.878] };
