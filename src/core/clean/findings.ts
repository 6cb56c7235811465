import type { Tally } from '../rating-scale.ts';

/**
 * What ratings tell. `counts`: how often something happened, which has no best value. `equal`: all are the same. `events`: the file has none,
 * each of its rows is an event. None of these three says that somebody liked a thing less than another.
 */
export type Feedback = 'ratings' | 'counts' | 'equal' | 'events';

/** A value that seems to mean "not rated". */
export interface Suspect {
  readonly value: number;
  /** The ratings that have it. */
  readonly count: number;
  readonly isLeftOut: boolean;
}

/** What is known of a file's column of ratings. */
export interface RatingColumn {
  /** Its name, where it has one. */
  readonly name: string | undefined;
  /** False where the file has none. */
  readonly exists: boolean;
}

const OF_COUNTS =
  /(count|counts|plays|listens|clicks|(?<!re)views|visits|purchases|quantity|qty|frequency|freq|hours|minutes|playtime)$/;

/** Whether a column is called as one of counts. */
export const isCalledCounts = (name: string | undefined): boolean =>
  name !== undefined &&
  OF_COUNTS.test(
    name
      .toLowerCase()
      .replace(/:\w+$/, '')
      .replace(/[^a-z]/g, ''),
  );

/** Whether the values are plainly stars up to five: nothing about them has to be found out. */
export const isPlain = (tally: Tally | null, { name, exists }: RatingColumn): boolean =>
  exists &&
  tally !== null &&
  tally.length > 1 &&
  (tally[0]?.[0] ?? 0) > 0 &&
  (tally.at(-1)?.[0] ?? 0) <= 5 &&
  !isCalledCounts(name);
