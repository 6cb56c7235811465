import { keepRows } from './keep-rows.ts';
import type { RatingColumns } from './ratings.ts';
import type { Sliced } from './slices.ts';

const SHOWN = 3;

/** The rows that are wanted, in the same arrays, and the first of the others in words. */
export function* leaveOut(
  columns: RatingColumns,
  isKept: (at: number) => boolean,
): Sliced<{ readonly kept: RatingColumns; readonly lines: readonly string[] }> {
  const { users, movies, stars, userLabels, movieLabels } = columns;
  const lines = new Set<string>();
  const line = (at: number): string => {
    const [user, movie] = [users[at] as number, movies[at] as number];
    const value = Number((stars[at] as number).toPrecision(6));
    return `User ${userLabels?.[user] ?? user}, item ${movieLabels?.[movie] ?? movie}: ${value}`;
  };
  const kept = yield* keepRows(columns, (at) => {
    const isIn = isKept(at);
    if (!isIn && lines.size < SHOWN) lines.add(line(at));
    return isIn;
  });
  return { kept, lines: [...lines] };
}
