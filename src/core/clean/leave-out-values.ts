import { leaveOut } from '../leave-out.ts';
import type { LoadNote } from '../load-notes.ts';
import type { Tally } from '../rating-scale.ts';
import type { RatingColumns } from '../ratings.ts';
import { overRows, type Sliced } from '../slices.ts';
import type { Cleaning } from './cleaning.ts';
import { isCalledCounts, type RatingColumn, type Suspect } from './findings.ts';
import { guessNotRated } from './not-rated.ts';

/** Ratings whose values count. */
interface Valued {
  readonly columns: RatingColumns;
  /** Of them; undefined where it would have to be counted anew. */
  readonly tally: Tally | null | undefined;
  /** The same, of some thousand of them where there are too many values to count all. */
  readonly sample: Tally;
  readonly suspects: readonly Suspect[];
  readonly notes: readonly LoadNote[];
}

/** Leaves out values that mean "not rated", and those that are too small or too large to count. */
export function* leaveOutValues(
  parsed: RatingColumns,
  cleaning: Cleaning,
  column: RatingColumn,
  tally: Tally | null,
): Sliced<Valued> {
  const sample = tally ?? sampleOf(parsed.stars);
  const guesses = column.exists ? guessNotRated(sample, isCalledCounts(column.name)) : [];
  const { notRated } = cleaning;
  const without = notRated === 'guess' ? guesses.flatMap(({ value, isSure }) => (isSure ? [value] : [])) : notRated;
  const none = new Set(without.map(Math.fround));
  const [least, most] = [lowest(cleaning), highest(cleaning)];
  const counts = yield* countEach(
    parsed.stars,
    guesses.map(({ value }) => value),
  );
  const suspects = guesses.map(({ value }, at) => ({ value, count: counts[at] as number, isLeftOut: none.has(value) }));
  const rated = yield* takeOut(parsed, none.size > 0, (value) => !none.has(value), 'not-rated', 'They are left out.');
  const isInside = (value: number): boolean => value >= least && value <= most;
  const isFiltered = cleaning.least !== null || cleaning.most !== null;
  const inside = yield* takeOut(
    rated.columns,
    isFiltered,
    isInside,
    'out-of-range',
    `They are left out: ${rangeWords(cleaning)}.`,
  );
  const counted = (entries: Tally): Tally => entries.filter(([value]) => !none.has(value) && isInside(value));
  const isSame = inside.columns.stars.length === parsed.stars.length;
  return {
    columns: inside.columns,
    tally: tally ? counted(tally) : isSame ? null : undefined,
    sample: counted(sample),
    suspects,
    notes: [...rated.notes, ...inside.notes],
  };
}

const lowest = ({ least }: Cleaning): number => (least === null ? Number.NEGATIVE_INFINITY : Math.fround(least));
const highest = ({ most }: Cleaning): number => (most === null ? Number.POSITIVE_INFINITY : Math.fround(most));

function rangeWords({ least, most }: Cleaning): string {
  if (least === null) return `ratings up to ${most} count`;
  return most === null ? `ratings from ${least} count` : `ratings from ${least} to ${most} count`;
}

function* takeOut(
  columns: RatingColumns,
  isAsked: boolean,
  isKept: (value: number) => boolean,
  kind: LoadNote['kind'],
  rule: string,
): Sliced<{ readonly columns: RatingColumns; readonly notes: readonly LoadNote[] }> {
  if (!isAsked) return { columns, notes: [] };
  const { kept, lines } = yield* leaveOut(columns, (at) => isKept(columns.stars[at] as number));
  const count = columns.stars.length - kept.stars.length;
  return { columns: kept, notes: count === 0 ? [] : [{ kind, count, rule, lines }] };
}

const SAMPLE = 2 ** 17;

/** Of so many ratings at most, evenly taken. */
function sampleOf(stars: Float32Array): Tally {
  const step = Math.ceil(stars.length / SAMPLE);
  const counts = new Map<number, number>();
  for (let at = 0; at < stars.length; at += step) {
    const value = stars[at] as number;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => a - b);
}

function* countEach(stars: Float32Array, values: readonly number[]): Sliced<readonly number[]> {
  const counts = values.map(() => 0);
  for (const [place, value] of values.entries()) {
    yield* overRows(stars.length, (from, to) => {
      for (let at = from; at < to; at++) if (stars[at] === value) counts[place] = (counts[place] as number) + 1;
    });
  }
  return counts;
}
