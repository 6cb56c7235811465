import type { Movie } from '../ratings.ts';
import type { RankingTask } from './ranking-task.ts';

/** What one list is like, whether it hits or not; NaN where that cannot be said. */
export interface Traits {
  readonly popularity: number;
  readonly novelty: number;
  readonly diversity: number;
}

/** Works out the traits of lists. Each is NaN of an empty list. */
export function createTraits(
  { counts, population }: Pick<RankingTask, 'counts' | 'population'>,
  genres: readonly Int32Array[],
): (list: readonly number[]) => Traits {
  const surprise = Float64Array.from(counts, (count) => -Math.log2(count / population));
  return (list) => ({
    popularity: meanOf(list, (movie) => counts[movie] as number),
    novelty: meanOf(list, (movie) => surprise[movie] as number),
    diversity: diversityOf(list.map((movie) => genres[movie] as Int32Array)),
  });
}

function meanOf(list: readonly number[], value: (movie: number) => number): number {
  let sum = 0;
  for (const movie of list) sum += value(movie);
  return sum / list.length;
}

/**
 * Intra-list diversity: the mean Jaccard distance 1 − |A ∩ B| / |A ∪ B| of the genres of two movies, over all pairs (Ziegler et al.
 * 2005, "Improving Recommendation Lists Through Topic Diversification"). Movies without genres are left out; NaN where fewer than two
 * are left.
 */
function diversityOf(genres: readonly Int32Array[]): number {
  const known = genres.filter((own) => own.length > 0);
  let [sum, pairs] = [0, 0];
  known.forEach((one, at) => {
    for (const other of known.slice(at + 1)) {
      const common = one.reduce((found, genre) => found + (other.includes(genre) ? 1 : 0), 0);
      sum += 1 - common / (one.length + other.length - common);
      pairs++;
    }
  });
  return sum / pairs;
}

/** The genres of every movie as numbers, and their names. */
export function numberGenres(catalogue: readonly Movie[]): {
  readonly names: readonly string[];
  readonly genres: readonly Int32Array[];
} {
  const numbers = new Map<string, number>();
  const genres = catalogue.map((movie) =>
    Int32Array.from(new Set(movie.genres), (name) => {
      const known = numbers.get(name) ?? numbers.size;
      numbers.set(name, known);
      return known;
    }),
  );
  return { names: [...numbers.keys()], genres };
}
