import { fitBaseline } from '../../../core/fit-baseline.ts';
import { withPauses } from '../../../core/in-slices.ts';
import { measureOf } from '../../../core/measure.ts';
import { BASELINE_NAMES, type BaselineName } from '../../../core/model-name.ts';
import { sizeOf } from '../../../core/settings/data-size.ts';
import { resolve } from '../../../core/settings/defaults.ts';
import { fittedPredictor } from '../../../lab/baseline-run.ts';
import type { Bench } from '../../../lab/bench.ts';
import { type MeasuredModel, measureModel } from './measure-model.ts';
import type { Measured } from './measured.ts';

export type BaselineMeasure = (name: BaselineName, measured: Measured) => AsyncGenerator<number, MeasuredModel>;

/** First what a list has to beat. */
export const BASELINE_ORDER: readonly BaselineName[] = ['popular', ...BASELINE_NAMES.filter((name) => name !== 'popular')];

const SLICE_MILLISECONDS = 40;

/** Fits and measures baselines with their default settings. What was measured on the same split with the same settings is kept. */
export function createBaselineMeasure(matrices: Bench['matrices']): BaselineMeasure {
  let kept: { readonly of: readonly unknown[]; readonly found: Map<BaselineName, MeasuredModel> } | null = null;

  return async function* measureBaseline(name, measured) {
    const { ratings, split, part, k, threshold, minRatings, seed } = measured;
    const of = [ratings, split, part, k, threshold, minRatings];
    if (kept === null || of.some((value, at) => value !== kept?.of[at])) kept = { of, found: new Map() };
    const { found } = kept;
    const known = found.get(name);
    if (known) return known;
    const configuration = { ...resolve({ model: name }, sizeOf(ratings.count)), seed };
    const createMatrix = name === 'ease' ? await matrices() : null;
    const fitting = withPauses(fitBaseline(name, ratings, split.train, configuration, createMatrix), SLICE_MILLISECONDS);
    const fitted = yield* halved(fitting, 0);
    const predictor = fittedPredictor(fitted, ratings);
    const hasStars = measureOf(configuration).unit !== '';
    const measuredModel = yield* halved(
      measureModel({ model: name, predictor, hasStars, mostUsers: mostUsers(name, measured), calendar: null }, measured),
      1,
    );
    found.set(name, measuredModel);
    return measuredModel;
  };
}

/** Whose scores take long: a list of so many scores at most is made of them all. */
const SLOW: readonly BaselineName[] = ['neighbours'];
const MOST_SLOW_SCORES = 2 ** 20;

const mostUsers = (name: BaselineName, { task }: Measured): number =>
  SLOW.includes(name) ? Math.ceil(MOST_SLOW_SCORES / task.counts.length) : task.users.length;

/** The first or the second half of some work. */
async function* halved<Result>(work: AsyncGenerator<number, Result>, half: 0 | 1): AsyncGenerator<number, Result> {
  for (;;) {
    const next = await work.next();
    if (next.done) return next.value;
    yield (half + next.value) / 2;
  }
}
