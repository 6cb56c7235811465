import type { Coverage } from '../../core/evaluate/coverage.ts';
import { formatQuantity } from '../../ui/format.ts';

/** So far off the 90 % intervals may be: what counts as right, and what chance adds. */
const RIGHT = 0.02;
const CHANCE = 2;
/** Of how much chance adds: more says nothing. */
const MOST = 0.1;

/** Whether a model is as sure as it should be. */
export function coverageWords({ half, ninety, ratings }: Coverage): string {
  const found = `Intervals: of ${formatQuantity(ratings, 'held-out rating')}, ${percent(half)} are within the model’s 50 % intervals, and ${percent(ninety)} within its 90 % intervals.`;
  const chance = CHANCE * Math.sqrt((0.9 * 0.1) / ratings);
  if (chance > MOST) return `${found} They are too few to say how well the model knows how sure it is.`;
  const reach = RIGHT + chance;
  if (ninety > 0.9 + reach) return `${found} They are too wide: the predictions are better than the model says.`;
  if (ninety < 0.9 - reach) return `${found} They are too narrow: the predictions are worse than the model says.`;
  return `${found} So the model knows well how sure it is.`;
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
