import { readableTitle } from '../movie-title.ts';
import { topPositions } from '../ranking.ts';
import type { Movie } from '../ratings.ts';
import type { Selection } from './crossfilter.ts';

export interface RankedMovie {
  readonly title: string;
  readonly year: number | null;
  readonly ratings: number;
  readonly meanStars: number;
  /** The mean pulled towards that of all ratings: see `shrink`. */
  readonly shrunkStars: number;
}

/** (n · mean + m · μ) / (n + m): as if every movie had m more ratings, all of them average (a Bayesian mean). */
export const shrink = (ratings: number, meanStars: number, prior: number, priorMean: number): number =>
  (ratings * meanStars + prior * priorMean) / (ratings + prior);

/** Mean stars over a selection; 0 where it is empty. */
export function meanOf({ passing, movieStars }: Selection): number {
  return passing === 0 ? 0 : movieStars.reduce((sum, stars) => sum + stars, 0) / passing;
}

/** The movies rated most often, and those rated best of all with at least `minRatings`, which is the prior's weight too. */
export function rankMovies(catalogue: readonly Movie[], selection: Selection, minRatings: number, howMany: number) {
  const { movieCounts, movieStars } = selection;
  const mean = meanOf(selection);
  const shrunk = Float32Array.from(movieCounts, (ratings, movie) =>
    ratings === 0 ? mean : shrink(ratings, (movieStars[movie] as number) / ratings, minRatings, mean),
  );
  const rank = (scores: Float32Array, least: number): readonly RankedMovie[] => {
    const excluded = Uint8Array.from(movieCounts, (ratings) => (ratings < least ? 1 : 0));
    return topPositions(scores, howMany, excluded).map((movie) => {
      const { title, year } = catalogue[movie] as Movie;
      const ratings = movieCounts[movie] as number;
      return {
        title: readableTitle(title),
        year,
        ratings,
        meanStars: (movieStars[movie] as number) / ratings,
        shrunkStars: shrunk[movie] as number,
      };
    });
  };
  return { mostRated: rank(Float32Array.from(movieCounts), 1), bestRated: rank(shrunk, minRatings) };
}
