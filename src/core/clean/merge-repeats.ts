import { clamp } from '../clamp.ts';
import { groupInSlices } from '../grouping.ts';
import type { Sliced } from '../slices.ts';
import type { RepeatRule } from './cleaning.ts';

interface Rated {
  /** Dense indices, parallel to the stars. */
  readonly users: Int32Array;
  readonly movies: Int32Array;
  readonly stars: Float32Array;
}

/** What a 32-bit number can hold. */
const LARGEST = 3.4028234663852886e38;

/**
 * Gives the rating that stays, of each movie that a user rated several times, the mean, the sum or the largest of all of them. `older` marks those
 * that do not stay, as `findDuplicates` does.
 */
export function* mergeRepeats(
  { users, movies, stars }: Rated,
  userCount: number,
  movieCount: number,
  older: Uint8Array,
  rule: Exclude<RepeatRule, 'newest'>,
): Sliced<void> {
  const { offsets, order } = yield* groupInSlices(users, userCount);
  const [sums, counts, largest] = [new Float64Array(movieCount), new Int32Array(movieCount), new Float64Array(movieCount)];
  for (let user = 0; user < userCount; user++) {
    const own = order.subarray(offsets[user], offsets[user + 1]);
    for (const at of own) counts[movies[at] as number] = 0;
    for (const at of own) {
      const [movie, value] = [movies[at] as number, stars[at] as number];
      const isFirst = counts[movie] === 0;
      sums[movie] = isFirst ? value : (sums[movie] as number) + value;
      largest[movie] = isFirst ? value : Math.max(largest[movie] as number, value);
      counts[movie] = (counts[movie] as number) + 1;
    }
    for (const at of own) {
      const movie = movies[at] as number;
      const count = counts[movie] as number;
      if (older[at] === 1 || count === 1) continue;
      const [sum, most] = [sums[movie] as number, largest[movie] as number];
      stars[at] = rule === 'sum' ? clamp(sum, -LARGEST, LARGEST) : rule === 'mean' ? sum / count : most;
    }
    yield own.length;
  }
}
