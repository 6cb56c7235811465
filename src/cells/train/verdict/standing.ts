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

/** The lower error of what needs no training: with few ratings the biases can be worse than the mean. */
export const lineOf = ({ globalMean, biases }: Levels): { readonly error: number; readonly name: 'mean' | 'biases' } =>
  globalMean < biases ? { error: globalMean, name: 'mean' } : { error: biases, name: 'biases' };

/** Where an error in stars stands beside what needs no training; `alike` where chance, or rounding, could make the difference. */
export function standingOf(error: number, levels: Levels, ratings: number): Standing {
  const line = lineOf(levels).error;
  const margin = Math.max(beyondChance(line, ratings), SHOWN);
  if (error > levels.globalMean + margin) return 'worse-than-mean';
  if (error < line - margin) return 'better';
  return error > line + margin ? 'worse' : 'alike';
}

/** Whether a run is known to be no better than what needs no training: biases, the popularity of pairs, the lists of the most popular. */
export function fallsShort({ used, isOfStars, lists, start: { baselines, popularAuc, validationRatings } }: RunFacts): boolean {
  if (isOfStars) return baselines !== null && standingOf(used.validationError, baselines, validationRatings) !== 'better';
  if (used.validationAuc !== null && popularAuc !== null)
    return used.validationAuc - popularAuc <= shareBeyondChance(popularAuc, validationRatings);
  return lists !== null && lists.stand !== 'better';
}

/**
 * The standing in a few words: "0.023 better than user + movie bias". Null where there is none: of scores, of what needs no training itself, and where
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
  const line = lineOf(baselines);
  const than = line.name === 'mean' ? 'than the mean' : 'than user + movie bias';
  if (standing === 'alike') return `no better ${than}`;
  if (standing === 'worse-than-mean') return 'worse than the mean';
  return `${formatRmse(Math.abs(line.error - error))} ${standing} ${than}`;
}
