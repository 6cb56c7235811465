import { measureOf } from '../../../core/measure.ts';
import { isBaseline } from '../../../core/model-name.ts';
import type { RunStart } from '../../../core/run-report.ts';
import { formatRmse } from '../../../ui/format.ts';
import { beyondChance, shareBeyondChance } from './chance.ts';
import type { RunFacts } from './facts.ts';

export type Standing = 'better' | 'alike' | 'worse' | 'worse-than-mean';

type Levels = NonNullable<RunStart['baselines']>;

/** The smallest difference that is written as more than 0. */
const SHOWN = 0.0005;

/** Where an error in stars stands beside what needs no training; `alike` where chance, or rounding, could make the difference to the biases. */
export function standingOf(error: number, { globalMean, biases }: Levels, ratings: number): Standing {
  const margin = Math.max(beyondChance(biases, ratings), SHOWN);
  if (error > globalMean + margin) return 'worse-than-mean';
  if (error < biases - margin) return 'better';
  return error > biases + margin ? 'worse' : 'alike';
}

/** Whether a run is known to be no better than what needs no training: biases, the popularity of pairs, the lists of the most popular. */
export function fallsShort({ used, isOfStars, lists, start: { baselines, popularAuc, validationRatings } }: RunFacts): boolean {
  if (isOfStars) return baselines !== null && standingOf(used.validationError, baselines, validationRatings) !== 'better';
  if (used.validationAuc !== null && popularAuc !== null)
    return used.validationAuc - popularAuc <= shareBeyondChance(popularAuc, validationRatings);
  return lists !== null && lists.stand !== 'better';
}

/**
 * The standing in a few words: "0.023 better than biases". Null where there is none: of scores, of what needs no training itself, and where
 * nothing is held out or all that is held out is equal.
 */
export function inShort(
  error: number,
  { configuration, baselines, validationRatings }: Pick<RunStart, 'configuration' | 'baselines' | 'validationRatings'>,
): string | null {
  const { model } = configuration;
  const isLine = isBaseline(model) && model !== 'neighbours';
  if (baselines === null || baselines.globalMean === 0 || measureOf(configuration).unit === '' || isLine) return null;
  const standing = standingOf(error, baselines, validationRatings);
  if (standing === 'alike') return 'no better than biases';
  if (standing === 'worse-than-mean') return 'worse than the mean';
  return `${formatRmse(Math.abs(baselines.biases - error))} ${standing} than biases`;
}
