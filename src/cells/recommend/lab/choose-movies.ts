import { discountPopularity } from '../../../core/discount.ts';
import type { MovieIndex } from '../../../core/ids.ts';
import { readableTitle } from '../../../core/movie-title.ts';
import { pick } from '../../../core/pick.ts';
import { topPositions } from '../../../core/ranking.ts';
import type { Movie } from '../../../core/ratings.ts';
import type { LabData } from '../../../lab/loaded-data.ts';
import type { Scores } from '../../../lab/predictor.ts';
import type { ListRequest, MovieCard, Recommendation } from '../contract.ts';
import { leftOver } from './left-over.ts';
import { passesFilters } from './movie-filters.ts';

/** What somebody gave a movie. */
export interface OwnRating {
  readonly movie: MovieIndex;
  readonly stars: number;
  readonly heldOut: boolean;
}

type Chosen = Pick<Recommendation, 'movies' | 'left' | 'isOrdered' | 'unmatched'>;

/** The `count` highest ranked of the movies that pass the request, of equals those whose ids come first. `scores` are those of one user. */
export function chooseMovies(
  data: Pick<LabData, 'ratings' | 'statistics'>,
  own: readonly OwnRating[],
  scoresOfAll: Scores,
  request: ListRequest,
): Chosen {
  const { ranking } = scoresOfAll;
  const { counts, meanStars } = data.statistics;
  const { count, minRatings, rated = 'out', discount = 0 } = request;
  const isOut = new Uint8Array(counts.length);
  for (const { movie, heldOut } of own) if (rated === 'out' || (rated === 'learned-out' && !heldOut)) isOut[movie] = 1;
  const { passes, unmatched } = passesFilters(data, request);
  const excluded = isOut.map((is, movie) => (is || !passes[movie] || (counts[movie] as number) < minRatings ? 1 : 0));
  const scores = discount === 0 ? ranking : discountPopularity(ranking, counts, discount);
  const best = topPositions(scores, count, excluded);
  const predicted = scoresOfAll.starsOf?.(best) ?? pick(scoresOfAll.stars, Int32Array.from(best));
  const gave = new Map(own.map(({ movie, stars, heldOut }) => [movie, { stars, heldOut }]));
  return {
    isOrdered: scores.some((score, movie) => excluded[movie] === 0 && score !== scores[best[0] as number]),
    movies: best.map((at, place) => {
      const movie = at as MovieIndex;
      return {
        ...cardOf(data, movie, predicted[place] as number),
        score: scores[movie] as number,
        meanStars: meanStars[movie] as number,
        gave: gave.get(movie) ?? null,
      };
    }),
    left: leftOver(counts, { isOut, passes }, count, minRatings),
    unmatched,
  };
}

/** A movie and what is predicted of it. */
export function cardOf(
  { ratings, statistics }: Pick<LabData, 'ratings' | 'statistics'>,
  movie: MovieIndex,
  predicted: number,
): MovieCard {
  const { id, title, year, genres } = ratings.catalogue[movie] as Movie;
  const ofData = { movieId: id, title: readableTitle(title), year, genres, ratings: statistics.counts[movie] as number };
  return { ...ofData, predicted };
}
