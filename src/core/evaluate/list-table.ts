/** The first movies of many lists, padded with −1 where a list has fewer: list l's are `movies[l · size]` … */
export interface ListTable {
  readonly size: number;
  readonly movies: Int32Array; // (lists × size)
}

/** In how many lists each movie stands, (movies). `weights` counts a list several times, or not at all. */
export function appearances({ size, movies }: ListTable, count: number, weights?: Int32Array): Float64Array {
  const found = new Float64Array(count);
  for (let at = 0; at < movies.length; at++) {
    const movie = movies[at] as number;
    if (movie >= 0) found[movie] = (found[movie] as number) + (weights ? (weights[Math.floor(at / size)] as number) : 1);
  }
  return found;
}

/** The share of the catalogue that stands in somebody's list. */
export const coverageOf = (found: Float64Array, catalogue: number): number =>
  found.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0) / catalogue;

/**
 * How unequally the places of the lists are shared among the movies of the catalogue: 0 where every movie has as many, nearly 1 where
 * a few have all. G = Σ (2i − n − 1) x₍ᵢ₎ / (n Σ x), x ascending (Gini 1912; of lists: Fleder and Hosanagar 2009, "Blockbuster
 * Culture's Next Rise or Fall"). NaN where no list has a movie.
 *
 * @param found appearances of the movies of the catalogue alone
 */
export function giniOf(found: Float64Array): number {
  const sorted = found.toSorted();
  const n = sorted.length;
  let [weighted, total] = [0, 0];
  for (let i = 0; i < n; i++) {
    weighted += (2 * (i + 1) - n - 1) * (sorted[i] as number);
    total += sorted[i] as number;
  }
  return weighted / (n * total);
}

/**
 * The mean share of movies that the lists of two users have in common, over all pairs of users: a movie in c of n lists is common to
 * c(c − 1)/2 pairs, so the mean is Σ c(c − 1) / (size · n(n − 1)). One minus this is the personalisation. NaN of fewer than two users.
 *
 * @param weights how often each user counts in a resample; a user is not compared with a copy of their own
 */
export function overlapOf(table: ListTable, movies: number, weights?: Int32Array): number {
  const { size } = table;
  const lists = table.movies.length / size;
  const found = appearances(table, movies, weights);
  let [common, pairs, squares] = [0, 0, 0];
  for (const count of found) common += count * count;
  for (let list = 0; list < lists; list++) {
    const weight = weights ? (weights[list] as number) : 1;
    pairs += weight;
    squares += weight * weight;
    for (let place = 0; place < size; place++) if ((table.movies[list * size + place] as number) >= 0) common -= weight * weight;
  }
  return common / (size * (pairs * pairs - squares));
}
