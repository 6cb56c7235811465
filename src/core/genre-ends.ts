import type { Ratings } from './ratings.ts';
import { overRows, type Sliced } from './slices.ts';

/** The genres that a user rates highest and lowest on average. */
export interface GenreEnds {
  readonly best: GenreMean;
  readonly worst: GenreMean;
}

interface GenreMean {
  readonly genre: string;
  readonly meanStars: number;
}

/** A genre's mean is of so many ratings at least. */
const LEAST = 8;

/** For each of the chosen users, the genres that they rate highest and lowest; null where no two can be compared. */
export function* genreEnds(
  { users, movies, stars, catalogue, userIds }: Ratings,
  chosen: readonly number[],
): Sliced<readonly (GenreEnds | null)[]> {
  const { names, ofMovie } = numberGenres(catalogue);
  const rows = new Int32Array(userIds.size).fill(-1);
  for (const [at, user] of chosen.entries()) rows[user] = at * names.length;
  const counts = new Int32Array(chosen.length * names.length);
  const sums = new Float64Array(chosen.length * names.length);
  yield* overRows(users.length, (from, to) => {
    for (let at = from; at < to; at++) {
      const row = rows[users[at] as number] as number;
      if (row < 0) continue;
      for (const genre of ofMovie[movies[at] as number] as readonly number[]) {
        counts[row + genre] = (counts[row + genre] as number) + 1;
        sums[row + genre] = (sums[row + genre] as number) + (stars[at] as number);
      }
    }
  });
  return chosen.map((_, at) => {
    const row = at * names.length;
    return endsOf(names, counts.subarray(row, row + names.length), sums.subarray(row, row + names.length));
  });
}

/** The genres of each movie as places among all that there are. */
function numberGenres(catalogue: Ratings['catalogue']) {
  const places = new Map<string, number>();
  const placeOf = (genre: string): number => {
    const place = places.get(genre) ?? places.size;
    places.set(genre, place);
    return place;
  };
  const ofMovie = catalogue.map(({ genres }) => genres.map(placeOf));
  return { names: [...places.keys()], ofMovie };
}

function endsOf(names: readonly string[], counts: Int32Array, sums: Float64Array): GenreEnds | null {
  const means = names
    .map((genre, at) => ({ genre, meanStars: (sums[at] as number) / (counts[at] as number) }))
    .filter((_, at) => (counts[at] as number) >= LEAST)
    .sort((a, b) => b.meanStars - a.meanStars);
  const [top, bottom] = [means[0], means.at(-1)];
  return top && bottom && top.meanStars > bottom.meanStars ? { best: top, worst: bottom } : null;
}
