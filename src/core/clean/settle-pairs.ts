import { findDuplicates } from '../duplicates.ts';
import { type MovieId, type MovieIndex, type RawId, takeIds, type UserId, type UserIndex } from '../ids.ts';
import { keepRows } from '../keep-rows.ts';
import type { LoadNote } from '../load-notes.ts';
import type { RatingColumns } from '../ratings.ts';
import { overRows, type Sliced } from '../slices.ts';
import type { Cleaning, RepeatRule } from './cleaning.ts';
import type { Feedback } from './findings.ts';
import { outsideCore } from './k-core.ts';
import { mergeRepeats } from './merge-repeats.ts';

/** Ratings of which each user and item has one. */
interface Settled {
  readonly columns: RatingColumns;
  /** Whether ratings have other values than before. */
  readonly isChanged: boolean;
  readonly notes: readonly LoadNote[];
}

/**
 * Makes one rating of repeated events, then leaves out users and items that have too few. What no setting asks for is left to the join, which
 * lets the newest of repeats count.
 */
export function* settlePairs(columns: RatingColumns, cleaning: Cleaning, feedback: Feedback): Sliced<Settled> {
  const rule = ruleOf(cleaning, feedback);
  const isCore = cleaning.perUser > 1 || cleaning.perItem > 1;
  if (rule === 'newest' && !isCore) return { columns, isChanged: false, notes: [] };
  const users = yield* takeIds<UserId, UserIndex>(columns.users);
  const movies = yield* takeIds<MovieId, MovieIndex>(columns.movies);
  const sizes = [users.size, movies.size] as const;
  const merged = yield* merge(columns, sizes, rule);
  const core = isCore ? yield* takeCore(merged.columns, sizes, cleaning) : { columns: merged.columns, notes: [] };
  yield* putBack(core.columns.users, (index) => users.idOf(index as UserIndex));
  yield* putBack(core.columns.movies, (index) => movies.idOf(index as MovieIndex));
  return { columns: core.columns, isChanged: merged.isChanged, notes: [...merged.notes, ...core.notes] };
}

type Sizes = readonly [users: number, movies: number];

function ruleOf({ repeats }: Cleaning, feedback: Feedback): RepeatRule {
  if (repeats !== 'auto') return repeats;
  return feedback === 'counts' || feedback === 'events' ? 'sum' : 'newest';
}

const RULES: Readonly<Record<RepeatRule, string>> = {
  newest: 'The newest counts',
  mean: 'The mean of all counts',
  sum: 'They are added up',
  largest: 'The largest counts',
};

function ruleWords(rule: RepeatRule, hasTimes: boolean): string {
  if (rule === 'newest') return hasTimes ? `${RULES.newest}.` : 'The last in the file counts.';
  return hasTimes ? `${RULES[rule]}, at the time of the newest.` : `${RULES[rule]}.`;
}

function* merge(columns: RatingColumns, [users, movies]: Sizes, rule: RepeatRule): Sliced<Settled> {
  const older = yield* findDuplicates(columns, users, movies);
  if (older === null) return { columns, isChanged: false, notes: [] };
  if (rule !== 'newest') yield* mergeRepeats(columns, users, movies, older, rule);
  const kept = yield* keepRows(columns, (at) => older[at] === 0);
  const count = columns.stars.length - kept.stars.length;
  const words = ruleWords(rule, columns.timestamps !== null);
  return { columns: kept, isChanged: rule !== 'newest', notes: [{ kind: 'duplicate-ratings', count, rule: words }] };
}

function* takeCore(
  columns: RatingColumns,
  [users, movies]: Sizes,
  { perUser, perItem }: Cleaning,
): Sliced<Omit<Settled, 'isChanged'>> {
  const isOut = yield* outsideCore(columns, users, movies, { perUser, perItem });
  const kept = yield* keepRows(columns, (at) => isOut[at] === 0);
  const count = columns.stars.length - kept.stars.length;
  const each = [
    ...(perUser > 1 ? [`each user has ${perUser} ratings`] : []),
    ...(perItem > 1 ? [`each item has ${perItem} ratings`] : []),
  ];
  const rule = `They are left out, until ${each.join(' and ')} or more.`;
  return { columns: kept, notes: count === 0 ? [] : [{ kind: 'outside-core', count, rule }] };
}

/** What stood in a column before its indices: without labels ids are the numbers of the column. */
function* putBack(column: Int32Array, idOf: (index: number) => RawId): Sliced<void> {
  yield* overRows(column.length, (from, to) => {
    for (let at = from; at < to; at++) column[at] = idOf(column[at] as number) as number;
  });
}
