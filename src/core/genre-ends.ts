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
  const places = new Int32Array(userIds.size).fill(-1);
  for (const [place, user] of chosen.entries()) places[user] = place;
  const tallies = chosen.map(() => new Map<string, { count: number; sum: number }>());
  yield* overRows(users.length, (from, to) => {
    for (let at = from; at < to; at++) {
      const tally = tallies[places[users[at] as number] as number];
      if (tally) for (const genre of catalogue[movies[at] as number]?.genres ?? []) addTo(tally, genre, stars[at] as number);
    }
  });
  return tallies.map(endsOf);
}

function addTo(tally: Map<string, { count: number; sum: number }>, genre: string, value: number): void {
  const { count, sum } = tally.get(genre) ?? { count: 0, sum: 0 };
  tally.set(genre, { count: count + 1, sum: sum + value });
}

function endsOf(tally: ReadonlyMap<string, { readonly count: number; readonly sum: number }>): GenreEnds | null {
  const means = [...tally]
    .filter(([, { count }]) => count >= LEAST)
    .map(([genre, { count, sum }]) => ({ genre, meanStars: sum / count }))
    .sort((a, b) => b.meanStars - a.meanStars);
  const [top, bottom] = [means[0], means.at(-1)];
  return top && bottom && top.meanStars > bottom.meanStars ? { best: top, worst: bottom } : null;
}
