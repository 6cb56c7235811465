import { LabError } from '../../../../core/errors.ts';
import { findUser } from '../../../../core/find-user.ts';
import type { MovieIndex } from '../../../../core/ids.ts';
import type { Movie, Ratings } from '../../../../core/ratings.ts';
import { positionsOf } from '../../../../core/user-positions.ts';
import type { Model } from '../../../../lab/model.ts';
import { chooseMovies, type OwnRating } from '../../lab/choose-movies.ts';
import { ownAt } from '../../lab/recommendation.ts';
import type { OwnMovie, WhatIf, WhatIfRequest } from '../contract.ts';
import { scoresBy } from './own-list.ts';

/** A movie that the user would not have rated may be recommended. */
export async function whatIf(model: Model, { userId, changes, request }: WhatIfRequest): Promise<WhatIf> {
  const start = performance.now();
  const { ratings } = model.data;
  const user = findUser(ratings, userId);
  const own = positionsOf(ratings, user).map((at) => ownAt(model, at));
  const learned = own.filter(({ heldOut }) => !heldOut);
  if (learned.length === 0) throw nothingLearned();
  const instead = new Map(changes.map(({ movieId, stars }) => [ratings.movieIds.indexOf(movieId), stars]));
  const change = (rating: OwnRating): readonly OwnRating[] => {
    const stars = instead.get(rating.movie);
    return stars === undefined ? [rating] : stars === null ? [] : [{ ...rating, stars }];
  };
  const before = await scoresBy(model, user, learned);
  const after = await scoresBy(model, user, learned.flatMap(change));
  const listBefore = chooseMovies(model.data, own, before.scores, request).movies;
  const trained = chooseMovies(model.data, own, await model.predictor.score(Int32Array.of(user)), request).movies;
  const shown = new Set(trained.map(({ movieId }) => movieId));
  return {
    by: before.by,
    learned: learned.map((rating) => describe(ratings, rating)).sort((a, b) => b.stars - a.stars),
    before: listBefore,
    after: chooseMovies(model.data, own.flatMap(change), after.scores, request).movies,
    trainedAlike: listBefore.filter(({ movieId }) => shown.has(movieId)).length,
    milliseconds: performance.now() - start,
  };
}

function describe({ catalogue }: Ratings, { movie, stars }: OwnRating): OwnMovie {
  const { id, title, year } = catalogue[movie as MovieIndex] as Movie;
  return { movieId: id, title, year, stars };
}

const nothingLearned = (): LabError =>
  new LabError(
    'no-data',
    'The model learned from no rating of this user, so there is nothing to change.',
    'Pick another user, or hold out fewer ratings.',
  );
