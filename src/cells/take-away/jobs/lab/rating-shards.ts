import type { MovieIndex, RawId, UserIndex } from '../../../../core/ids.ts';
import type { Ratings } from '../../../../core/ratings.ts';
import type { Sliced } from '../../../../core/slices.ts';
import type { Split } from '../../../../core/split/parts.ts';

/** More ratings than this make a download of more than some 100 MB: the job then reads the table they came from. */
export const MOST_RATINGS = 5_000_000;

/** For as many workers. */
export const SHARDS = 8;

/** Ratings of a slice of work. */
const SLICE = 2 ** 15;

/** CSV files by name, with the part of each rating as the page divides them. The ratings go to the files in turn, in the order of the data. */
export function* ratingShards(
  { count, users, movies, stars, userIds, movieIds }: Ratings,
  { validation, test }: Pick<Split, 'validation' | 'test'>,
): Sliced<Readonly<Record<string, string>>> {
  const parts = new Uint8Array(count);
  for (const at of validation) parts[at] = 1;
  for (const at of test) parts[at] = 2;
  const shards = Array.from({ length: SHARDS }, () => ['userId,movieId,rating,part']);
  for (let at = 0; at < count; at++) {
    const user = cell(userIds.idOf(users[at] as UserIndex));
    const movie = cell(movieIds.idOf(movies[at] as MovieIndex));
    shards[at % SHARDS]?.push(`${user},${movie},${shortest(stars[at] as number)},${NAMES[parts[at] as number]}`);
    if (at % SLICE === SLICE - 1) yield SLICE;
  }
  yield count % SLICE;
  return Object.fromEntries(
    shards.map((lines, at) => [`ratings/ratings-${String(at).padStart(5, '0')}.csv`, `${lines.join('\n')}\n`]),
  );
}

const NAMES = ['train', 'validation', 'test'] as const;

/** The fewest digits that are the same 32-bit number. */
const shortest = (value: number): string => String(Number(value.toPrecision(7)));

/** An id as a cell of a table, as it is: programs look it up. */
const cell = (id: RawId): string =>
  typeof id === 'string' && /[",\r\n]/.test(id) ? `"${id.replaceAll('"', '""')}"` : String(id);
