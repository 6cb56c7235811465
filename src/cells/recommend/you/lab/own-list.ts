import { LabError } from '../../../../core/errors.ts';
import type { MovieIndex, UserIndex } from '../../../../core/ids.ts';
import type { Movie } from '../../../../core/ratings.ts';
import type { Model } from '../../../../lab/model.ts';
import type { Scores } from '../../../../lab/predictor.ts';
import type { ListRequest } from '../../contract.ts';
import { chooseMovies, type OwnRating } from '../../lab/choose-movies.ts';
import { foldUser } from '../../lab/fold/fold-user.ts';
import type { FoldedBy, OwnList, OwnMovie } from '../contract.ts';

/** Somebody's scores by their ratings alone. Throws a LabError where the model is fitted in a way that takes nobody new. */
export async function scoresBy(
  { network, predictor }: Model,
  user: UserIndex | null,
  rated: readonly OwnRating[],
): Promise<{ readonly scores: Scores; readonly by: FoldedBy }> {
  if (network) {
    const { scores, by } = await foldUser(network, user, rated);
    return { scores, by };
  }
  if (predictor.fold) return { scores: predictor.fold(rated), by: 'direct' };
  const message = 'This model cannot score movies for somebody whom it was not fitted with.';
  throw new LabError('no-model', message, 'Train a model with embeddings, or EASE.');
}

/** Movies with the same id and another title are those of other data: they are missing. */
export async function ownList(
  model: Model,
  { own, request }: { readonly own: readonly OwnMovie[]; readonly request: ListRequest },
): Promise<OwnList> {
  const start = performance.now();
  const { rated, missing } = findOwn(model, own);
  const { scores, by } = await scoresBy(model, null, rated);
  return {
    runId: model.runId,
    ...chooseMovies(model.data, rated, scores, request),
    by,
    missing,
    milliseconds: performance.now() - start,
  };
}

/** The ratings whose movies the data of a model has, and the titles of the others. Throws a LabError where there is none. */
export function findOwn(
  { data: { ratings } }: Pick<Model, 'data'>,
  own: readonly OwnMovie[],
): { readonly rated: readonly OwnRating[]; readonly missing: readonly string[] } {
  const found = own.map((rated) => {
    const movie = ratings.movieIds.indexOf(rated.movieId);
    return movie !== undefined && (ratings.catalogue[movie] as Movie).title === rated.title ? movie : null;
  });
  const rated = own.flatMap(({ stars }, at): readonly OwnRating[] => {
    const movie = found[at] as MovieIndex | null;
    return movie === null ? [] : [{ movie, stars, heldOut: false }];
  });
  if (rated.length === 0) throw nothingRated();
  return { rated, missing: own.filter((_, at) => found[at] === null).map(({ title }) => title) };
}

const nothingRated = (): LabError =>
  new LabError('no-data', 'You have rated no movie of this data yet.', 'Rate a movie that you know.');
