import { type Coverage, coverageOf, ratingDeviation } from '../../../core/evaluate/coverage.ts';
import type { ModelFigures } from '../../../core/evaluate/evaluation.ts';
import { createListMeasure, type ListScores } from '../../../core/evaluate/measure-lists.ts';
import { drawUsers, type RankingTask } from '../../../core/evaluate/ranking-task.ts';
import { measureStars, type Predicted } from '../../../core/evaluate/star-errors.ts';
import { summariseLists } from '../../../core/evaluate/summarise-lists.ts';
import type { ModelName } from '../../../core/model-name.ts';
import type { Calendar } from '../../../core/periods.ts';
import { createRandom } from '../../../core/random.ts';
import type { Predictor } from '../../../lab/predictor.ts';
import { scoreUsers } from '../../../training/score-users.ts';
import type { Measured } from './measured.ts';

/** A model to be measured. */
export interface Measurable {
  readonly model: ModelName;
  readonly predictor: Pick<Predictor, 'predict' | 'score' | 'rank' | 'doubt'>;
  /** Whether its predictions are stars. */
  readonly hasStars: boolean;
  /** How many users at most get a list. */
  readonly mostUsers: number;
  /** Null where it does not look at the time. */
  readonly calendar: Calendar | null;
}

export interface MeasuredModel {
  readonly figures: ModelFigures;
  /** Null where no list can be judged. */
  readonly scores: ListScores | null;
  /** Null where it predicts no stars, or there is nothing to predict. */
  readonly predicted: Predicted | null;
  /** Null where the model does not say how sure it is. */
  readonly coverage: Coverage | null;
}

const PAIRS_AT_ONCE = 2 ** 15;
/** Scoring all movies is most of the work. */
const SHARE_OF_STARS = 0.05;

/** Predicts the held-out ratings and makes everybody's list. Yields the share done. */
export async function* measureModel(measurable: Measurable, measured: Measured): AsyncGenerator<number, MeasuredModel> {
  const { model, hasStars, mostUsers } = measurable;
  const { seed } = measured;
  const task = drawUsers(measured.task, mostUsers, createRandom(seed, 'listed users'));
  const predicted = hasStars && measured.heldOut.length > 0 ? yield* predictHeldOut(measurable, measured) : null;
  const scores = task.relevant.rows.length > 0 ? yield* rankAll(measurable, task, measured) : null;
  const figures: ModelFigures = {
    model,
    lists: scores && summariseLists(scores, task, seed),
    listed: task.users.length,
    isOrdered: scores?.isOrdered ?? true,
    stars: predicted && measureStars(predicted, seed),
  };
  return { figures, scores, predicted, coverage: predicted && (await measureCoverage(measurable, measured, predicted)) };
}

async function measureCoverage({ predictor }: Measurable, { ratings }: Measured, predicted: Predicted): Promise<Coverage | null> {
  const doubt = await predictor.doubt?.(predicted);
  if (!doubt) return null;
  const { spread, noise } = doubt;
  const deviations = spread.map((deviation) => ratingDeviation(deviation, noise));
  return coverageOf(predicted, deviations, ratings.scale);
}

async function* predictHeldOut(
  { predictor, calendar }: Measurable,
  { heldOut, users, movies, truths }: Measured,
): AsyncGenerator<number, Predicted> {
  const predictions = new Float32Array(heldOut.length);
  for (let from = 0; from < heldOut.length; from += PAIRS_AT_ONCE) {
    const to = from + PAIRS_AT_ONCE;
    const when = calendar?.at(heldOut.subarray(from, to));
    predictions.set(await predictor.predict({ users: users.subarray(from, to), movies: movies.subarray(from, to), when }), from);
    yield (SHARE_OF_STARS * from) / heldOut.length;
  }
  return { users, movies, truths, predictions };
}

async function* rankAll(
  { predictor }: Measurable,
  task: RankingTask,
  { genres: { genres }, k }: Measured,
): AsyncGenerator<number, ListScores> {
  const measure = createListMeasure(task, genres, k);
  const blocks = scoreUsers(task.users, task.counts.length, async (users) => {
    measure.add(users, predictor.rank ? await predictor.rank(users) : (await predictor.score(users)).ranking);
  });
  for await (const done of blocks) yield SHARE_OF_STARS + ((1 - SHARE_OF_STARS) * done) / task.users.length;
  return measure.scores();
}
