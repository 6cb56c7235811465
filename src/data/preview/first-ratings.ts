import type { RawId } from '../../core/ids.ts';
import type { PreviewedRating } from '../../core/table-preview.ts';
import { describedMovie } from '../formats/movie-fields.ts';
import type { MovieTexts } from '../formats/movie-texts.ts';
import type { RatingSink } from '../formats/rating-builder.ts';

/** Keeps the first ratings that are handed over, and counts them all. */
export interface FirstRatings extends RatingSink {
  readonly ratings: readonly PreviewedRating[];
}

const NOTHING: MovieTexts = { title: '', genres: '', year: '' };

export function firstRatings(most: number): FirstRatings {
  const first: Pick<PreviewedRating, 'user' | 'item' | 'rating' | 'seconds'>[] = [];
  const described = new Map<RawId, MovieTexts>();
  let count = 0;
  return {
    add(user, item, rating, seconds) {
      if (count++ < most) first.push({ user, item, rating, seconds });
    },
    get count() {
      return count;
    },
    isDescribed: (movie) => described.has(movie),
    describe: (movie, texts) => void described.set(movie, texts),
    get ratings() {
      return first.map((rating) => {
        const { title, year, genres } = describedMovie(rating.item, described.get(rating.item) ?? NOTHING);
        return { ...rating, title, year, genres };
      });
    },
  };
}
