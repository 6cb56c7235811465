import { BURN_IN } from '../../../core/gibbs/sweeps.ts';
import { createRandom } from '../../../core/random.ts';
import { samplePositions } from '../../../core/sample.ts';
import type { Model } from '../../../lab/model.ts';
import type { MapColours } from '../contract.ts';
import { none, scaleOf } from './colours.ts';
import type { Mapped } from './map.ts';

const TOO_FEW = `The first ${BURN_IN} epochs are not averaged, and one sample alone has no spread. Train for more epochs.`;

const NOT_SAMPLED =
  'Only a model trained by Gibbs sampling knows how sure it is. Choose this optimizer, or the preset “Lowest error”.';
const NO_SAMPLES =
  'A file of weights has the mean of the samples alone. Open a file of the experiment with weights, or train again.';

/** A mean over so many users or movies: of more it hardly differs, and 10,000 points take over a second of processor time. */
const PARTNERS = 100;

/**
 * How sure the model is of each point, in stars: the standard deviation of its predictions between the samples, as the mean over users
 * for a movie, and over movies for a user. These are the same for every point: those of training ratings drawn by the seed of the run.
 */
export async function uncertaintyOf({ runId, predictor, parts }: Model, mapped: Mapped): Promise<MapColours> {
  const { rows, of, data } = mapped.points;
  if (!predictor.doubt) return none(parts.configuration.optimizer === 'gibbs' ? NO_SAMPLES : NOT_SAMPLED);
  if (runId !== mapped.runId) return none('The map shows another model than the one in use.');
  const { train } = parts.split;
  const others = of === 'movies' ? data.ratings.users : data.ratings.movies;
  const drawn = samplePositions(train.length, PARTNERS, createRandom(parts.configuration.seed, 'uncertainty of the map'));
  const sums = new Float64Array(rows.length);
  for (const at of drawn) {
    const partner = new Int32Array(rows.length).fill(others[train[at] as number] as number);
    const doubt = await predictor.doubt(of === 'movies' ? { users: partner, movies: rows } : { users: rows, movies: partner });
    if (doubt === null) return none(TOO_FEW);
    for (let point = 0; point < sums.length; point++) sums[point] = (sums[point] as number) + (doubt.spread[point] as number);
  }
  return scaleOf(
    Float32Array.from(sums, (sum) => sum / drawn.length),
    false,
  );
}
