import type { RatingScale } from '../rating-scale.ts';
import type { RankingTask } from './ranking-task.ts';
import type { Predicted } from './star-errors.ts';

/** The held-out ratings that have something in common. */
export interface ErrorGroup {
  readonly label: string;
  readonly ratings: number;
  readonly rmse: number;
  /** Mean of prediction − truth: above 0 the model promises too much. */
  readonly bias: number;
}

/** By what the errors are looked at. Groups without a rating are left out. */
export interface ErrorGroups {
  readonly popularity: readonly ErrorGroup[];
  readonly activity: readonly ErrorGroup[];
  readonly genre: readonly ErrorGroup[];
  readonly stars: readonly ErrorGroup[];
  readonly coldStart: readonly ErrorGroup[];
}

export interface Genres {
  readonly names: readonly string[];
  /** Of every movie, as positions in the names. */
  readonly genres: readonly Int32Array[];
}

type Task = Pick<RankingTask, 'counts' | 'activity'>;

/** Lower ends of how often something was rated in training. */
const STEPS = [0, 1, 10, 30, 100, 300, 1000] as const;
const STEP_LABELS = ['none', '1–9', '10–29', '30–99', '100–299', '300–999', '1,000 or more'];
const COLD = ['User and movie known', 'Movie new', 'User new', 'Both new'];
/** Of a scale with more values than this the truths are put into so many bins. */
const MOST_VALUES = 10;

export function groupErrors(predicted: Predicted, task: Task, { names, genres }: Genres, scale: RatingScale): ErrorGroups {
  const { users, movies, truths } = predicted;
  const countOf = (at: number): number => task.counts[movies[at] as number] as number;
  const activityOf = (at: number): number => task.activity[users[at] as number] as number;
  const values = starBins(truths, scale);
  return {
    popularity: group(predicted, STEP_LABELS, (at) => [stepOf(countOf(at))]),
    activity: group(predicted, STEP_LABELS, (at) => [stepOf(activityOf(at))]),
    genre: group(predicted, names, (at) => genres[movies[at] as number] as Int32Array).toSorted((a, b) => b.ratings - a.ratings),
    stars: group(predicted, values.labels, (at) => [values.binOf(truths[at] as number)]),
    coldStart: group(predicted, COLD, (at) => [(countOf(at) === 0 ? 1 : 0) + (activityOf(at) === 0 ? 2 : 0)]),
  };
}

const stepOf = (count: number): number => STEPS.findLastIndex((least) => count >= least);

function group(
  { truths, predictions }: Predicted,
  labels: readonly string[],
  groupsOf: (at: number) => Iterable<number>,
): readonly ErrorGroup[] {
  const sums = labels.map((label) => ({ label, ratings: 0, squares: 0, errors: 0 }));
  truths.forEach((truth, at) => {
    const error = (predictions[at] as number) - truth;
    for (const group of groupsOf(at)) {
      const sum = sums[group];
      if (!sum) continue;
      sum.ratings++;
      sum.squares += error * error;
      sum.errors += error;
    }
  });
  return sums
    .filter(({ ratings }) => ratings > 0)
    .map(({ label, ratings, squares, errors }) => {
      return { label, ratings, rmse: Math.sqrt(squares / ratings), bias: errors / ratings };
    });
}

interface Bins {
  readonly labels: readonly string[];
  binOf(stars: number): number;
}

/** Each value of the truths by itself; where they are many, equal stretches of the scale. */
function starBins(truths: Float32Array, { min, max }: RatingScale): Bins {
  const values = [...new Set(truths)].toSorted((a, b) => a - b);
  if (values.length <= MOST_VALUES) {
    return { labels: values.map((value) => String(Number(value.toPrecision(6)))), binOf: (stars) => values.indexOf(stars) };
  }
  const width = (max - min) / MOST_VALUES;
  const endOf = (bin: number): string => String(Number((min + bin * width).toPrecision(3)));
  return {
    labels: Array.from({ length: MOST_VALUES }, (_, bin) => `${endOf(bin)}–${endOf(bin + 1)}`),
    binOf: (stars) => Math.min(MOST_VALUES - 1, Math.floor((stars - min) / width)),
  };
}
