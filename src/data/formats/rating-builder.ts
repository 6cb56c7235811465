import type { RawId } from '../../core/ids.ts';
import type { MovieRecord, RatingColumns } from '../../core/ratings.ts';
import { TooMuch } from './field-values.ts';
import { growingColumn } from './growing-column.ts';
import { idColumn } from './id-column.ts';
import { describedMovie } from './movie-fields.ts';
import type { MovieTexts } from './movie-texts.ts';

/** What a file of ratings holds. */
export interface ParsedRatings {
  readonly columns: RatingColumns;
  /** Where the ratings come with titles, genres or years; empty where not. */
  readonly records: readonly MovieRecord[];
  /** Ratings without a time, where others have one. Then none has. */
  readonly missingTimes: number;
}

/** What rows of ratings are handed to, one by one. */
export interface RatingSink {
  /** `seconds` is null where the time is missing. Throws TooMuch. */
  add(user: RawId, movie: RawId, rating: number, seconds: number | null): void;
  readonly count: number;
  isDescribed(movie: RawId): boolean;
  /** Throws TooMuch. */
  describe(movie: RawId, texts: MovieTexts): void;
}

/** Gathers ratings. */
export interface RatingBuilder extends RatingSink {
  /** Makes room for about so many in all: fewer copies on the way. */
  expect(count: number): void;
  /** To be called once. */
  finish(): ParsedRatings;
}

/** A tab has no memory for more. */
const MOST_RATINGS = 100_000_000;
const MOST_MOVIES = 10_000_000;

export function ratingBuilder(): RatingBuilder {
  const users = idColumn();
  const movies = idColumn();
  const stars = growingColumn((length) => new Float32Array(length));
  const times = growingColumn((length) => new Uint32Array(length));
  const described = new Map<RawId, MovieTexts>();
  let missingTimes = 0;
  return {
    add(user, movie, rating, seconds) {
      if (stars.length >= MOST_RATINGS) throw new TooMuch(`there are more than ${MOST_RATINGS / 1e6} million ratings`);
      if (typeof user === 'number') users.addNumber(user);
      else users.addText(user);
      if (typeof movie === 'number') movies.addNumber(movie);
      else movies.addText(movie);
      stars.add(rating);
      if (seconds === null) missingTimes++;
      times.add(seconds ?? 0);
    },
    get count() {
      return stars.length;
    },
    expect(count) {
      for (const column of [users, movies, stars, times]) column.expect(Math.min(MOST_RATINGS, count));
    },
    isDescribed: (movie) => described.has(movie),
    describe(movie, texts) {
      if (described.size >= MOST_MOVIES) throw new TooMuch('there are too many movies for a tab');
      described.set(movie, texts);
    },
    finish() {
      const count = stars.length;
      const [userIds, movieIds] = [users.join(), movies.join()];
      const columns = {
        users: userIds.codes,
        movies: movieIds.codes,
        stars: stars.join(),
        timestamps: missingTimes === 0 ? times.join() : null,
        userLabels: userIds.labels,
        movieLabels: movieIds.labels,
      };
      const records = Array.from(described, ([id, texts]) => describedMovie(id, texts));
      return { columns, records, missingTimes: missingTimes < count ? missingTimes : 0 };
    },
  };
}
