import type { Configuration } from '../../../../core/hyperparameters.ts';
import { SPLIT_SETTINGS } from '../../../../core/settings/split.ts';
import { type Fold, foldSplit } from '../../../../core/split/folds.ts';
import { splitRatings } from '../../../../core/split.ts';
import type { Bench } from '../../../../lab/bench.ts';
import { cacheOfSplit } from '../../../../lab/material.ts';
import type { RepeatRequest } from '../contract.ts';

/** A run that is to come: on which bench, and with what. */
export interface PlannedRun {
  readonly bench: Bench;
  readonly configuration: Configuration;
  readonly fold: Fold | null;
}

/** Each is prepared when it is asked for. Throws a LabError of code `no-split` at the first where the ratings are too few for so many folds. */
export function* plannedRuns(aside: Bench, request: RepeatRequest): Generator<PlannedRun, void> {
  if (request.kind === 'folds') yield* overFolds(aside, request);
  else yield* overSeeds(aside, request);
}

/** Seeds follow each other from the one that is set; after the last that there is comes the first. */
function* overSeeds(bench: Bench, { configuration, count }: RepeatRequest): Generator<PlannedRun, void> {
  for (let place = 0; place < count; place++) {
    const seed = (configuration.seed + place) % (SPLIT_SETTINGS.seed.max + 1);
    yield { bench, configuration: { ...configuration, seed }, fold: null };
  }
}

function* overFolds(aside: Bench, { configuration, count }: RepeatRequest): Generator<PlannedRun, void> {
  const { ratings } = aside.data.at('train on');
  const { seed } = configuration;
  const whole = splitRatings(ratings, configuration);
  for (let at = 1; at <= count; at++) {
    const fold = { at, of: count };
    const material = cacheOfSplit(ratings, configuration, foldSplit(whole, seed, fold));
    yield { bench: { ...aside, material }, configuration, fold };
  }
}
