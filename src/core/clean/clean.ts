import { LabError } from '../errors.ts';
import type { LoadNote } from '../load-notes.ts';
import { takeOnScale } from '../on-scale.ts';
import { type RatingScale, type Tally, wholeScale } from '../rating-scale.ts';
import type { RatingColumns } from '../ratings.ts';
import { overRows, type Sliced } from '../slices.ts';
import type { Cleaning } from './cleaning.ts';
import { noteFarValues } from './far-values.ts';
import { feedbackOf } from './feedback.ts';
import type { Feedback, RatingColumn, Suspect } from './findings.ts';
import { leaveOutValues } from './leave-out-values.ts';
import { settlePairs } from './settle-pairs.ts';

/** The ratings that count. */
export interface Cleaned {
  readonly columns: RatingColumns;
  readonly scale: RatingScale;
  readonly feedback: Feedback;
  readonly suspects: readonly Suspect[];
  /** The scale before values were changed; null where they were not. */
  readonly readScale: RatingScale | null;
  readonly notes: readonly LoadNote[];
}

/**
 * Decides which ratings count, and as what, in this order: values that mean "not rated", the smallest and the largest that count, those off the
 * scale, repeated events, users and items with too few, the transformation. In the same arrays. `tally` is what `countValues` found.
 * Throws a LabError of code `data-filtered` where less than two are left.
 */
export function* cleanColumns(
  parsed: RatingColumns,
  cleaning: Cleaning,
  column: RatingColumn,
  tally: Tally | null,
): Sliced<Cleaned> {
  const all = parsed.stars.length;
  const valued = yield* leaveOutValues(parsed, cleaning, column, tally);
  expectSome(valued.columns, all);
  const { columns: onScale, scale, notes: offScale } = yield* takeOnScale(valued.columns, valued.tally);
  const inside = valued.sample.filter(([value]) => value >= scale.min - ROUNDING && value <= scale.max + ROUNDING);
  const feedback = feedbackOf(inside, column);
  const settled = yield* settlePairs(onScale, cleaning, feedback);
  expectSome(settled.columns, all);
  const isLogged = cleaning.values === 'log1p' && scale.min > -1;
  if (isLogged) yield* takeLogarithms(settled.columns.stars);
  const isChanged = isLogged || settled.isChanged;
  const used = isChanged ? yield* wholeScale(settled.columns.stars) : scale;
  return {
    columns: settled.columns,
    scale: feedback === 'ratings' ? used : { ...used, likedFrom: used.min },
    feedback,
    suspects: valued.suspects,
    readScale: isChanged ? scale : null,
    notes: [
      ...valued.notes,
      ...offScale,
      // Of a sample it would tell the wrong numbers.
      ...(feedback === 'ratings' && valued.tally ? noteFarValues(inside) : []),
      ...settled.notes,
      ...(isLogged ? [say('The model learns ln(1 + r) of each rating r.')] : []),
      ...(cleaning.values === 'log1p' && !isLogged
        ? [say('ln(1 + r) needs ratings above −1: these ratings are not changed.')]
        : []),
    ],
  };
}

/** A sum of 32-bit numbers is not the number that was written. */
const ROUNDING = 1e-4;

const say = (rule: string): LoadNote => ({ kind: 'way-of-reading', count: 0, rule });

function expectSome({ stars }: RatingColumns, all: number): void {
  if (stars.length > 1) return;
  const left = stars.length === 0 ? 'no rating is' : 'only one rating is';
  throw new LabError(
    'data-filtered',
    `Of ${all} ratings, ${left} left by the settings under “Which ratings count”.`,
    'Choose a wider range, or a lower minimum per user and item.',
  );
}

function* takeLogarithms(stars: Float32Array): Sliced<void> {
  yield* overRows(stars.length, (from, to) => {
    for (let at = from; at < to; at++) stars[at] = Math.log1p(stars[at] as number);
  });
}

/** In a few words, such as "3 – 5, users with 5 ratings, ln(1 + r)"; empty where all ratings count as they are. */
export function describeCleaning({ notRated, least, most, repeats, perUser, perItem, values }: Cleaning): string {
  const parts = [
    notRated === 'guess' ? null : notRated.length === 0 ? 'all values' : `without ${notRated.join(', ')}`,
    least === null && most === null ? null : `${least === null ? 'up' : `from ${least}`}${most === null ? '' : ` to ${most}`}`,
    repeats === 'auto' ? null : `of repeats the ${repeats}`,
    perUser > 1 ? `${perUser} a user` : null,
    perItem > 1 ? `${perItem} an item` : null,
    values === 'raw' ? null : 'ln(1 + r)',
  ];
  return parts.filter((part) => part !== null).join(', ');
}
