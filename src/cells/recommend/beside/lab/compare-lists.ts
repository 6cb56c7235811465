import { findUser } from '../../../../core/find-user.ts';
import { splitSettings } from '../../../../core/split.ts';
import { positionsOf } from '../../../../core/user-positions.ts';
import type { Model } from '../../../../lab/model.ts';
import { chooseMovies } from '../../lab/choose-movies.ts';
import { ownAt } from '../../lab/recommendation.ts';
import type { Beside, BesideRequest } from '../contract.ts';
import type { Other } from './others.ts';

/** What counts as rated, and as learned from, is told by the model in use, so that both choose among the same movies. */
export async function compareLists(
  model: Model,
  { predictor, configuration }: Other,
  { userId, request }: Pick<BesideRequest, 'userId' | 'request'>,
): Promise<Beside> {
  const start = performance.now();
  const { data, parts } = model;
  const user = findUser(data.ratings, userId);
  const own = positionsOf(data.ratings, user).map((at) => ownAt(model, at));
  const listOf = async (by: Pick<Model, 'predictor'>['predictor']) =>
    chooseMovies(data, own, await by.score(Int32Array.of(user)), request).movies;
  const [mine, theirs] = [await listOf(model.predictor), await listOf(predictor)];
  const ids = new Set(mine.map(({ movieId }) => movieId));
  const settings = [parts.configuration, configuration].map((one) => JSON.stringify(splitSettings(one)));
  return {
    mine,
    theirs,
    shared: theirs.filter(({ movieId }) => ids.has(movieId)).length,
    configuration,
    isSameSplit: settings[0] === settings[1],
    milliseconds: performance.now() - start,
  };
}
