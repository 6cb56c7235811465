import { yieldToMessages } from '../../../../core/clock.ts';
import type { EvaluationSettings } from '../../../../core/evaluate/evaluation.ts';
import { measureOf } from '../../../../core/measure.ts';
import { reportHeldOut, traitsOf } from '../../../../core/split/part-report.ts';
import { unlessLost, whenLost } from '../../../../engines/engine-lost.ts';
import type { Bench } from '../../../../lab/bench.ts';
import type { Model } from '../../../../lab/model.ts';
import { createBaselineMeasure } from '../../lab/measure-baselines.ts';
import { measureModel } from '../../lab/measure-model.ts';
import { type Measured, prepareMeasured } from '../../lab/measured.ts';
import type { SplitFigures } from '../contract.ts';

export type ListSettings = Pick<EvaluationSettings, 'k' | 'threshold'>;

/**
 * Measures the validation part of a model's own split, beside the most popular movies; `follow` hears the share that is done. Throws the
 * reason of the signal when it is aborted.
 */
export async function measureSplit(
  { parts, data: { ratings }, predictor, network }: Model,
  matrices: Bench['matrices'],
  settings: ListSettings,
  signal: AbortSignal,
  follow: (share: number) => void,
): Promise<SplitFigures> {
  const { configuration, split, baselines } = parts;
  const { minRatings, seed, model } = configuration;
  const measured = prepareMeasured(ratings, split, { ...settings, minRatings, part: 'validation' }, seed);
  const done = new AbortController();
  const lost = whenLost(predictor.lost, done.signal);

  /** Does one of the two halves. */
  async function finish<Result>(work: AsyncGenerator<number, Result>, from: number): Promise<Result> {
    for (;;) {
      const next = await unlessLost(lost, work.next());
      if (next.done) return next.value;
      await yieldToMessages();
      signal.throwIfAborted();
      follow(from + next.value / 2);
    }
  }

  try {
    const hasStars = measureOf(configuration).unit !== '';
    const mostUsers = measured.task.users.length;
    const calendar = network?.prepared.calendar ?? null;
    const own = await finish(measureModel({ model, predictor, hasStars, mostUsers, calendar }, measured), 0);
    const popular = await finish(createBaselineMeasure(matrices)('popular', measured), 1 / 2);
    return {
      rmse: own.figures.stars?.rmse ?? null,
      biases: baselines?.biases ?? Number.NaN,
      ndcg: own.figures.lists?.ndcg ?? null,
      popular: popular.figures.lists?.ndcg ?? null,
      isOrdered: own.figures.isOrdered,
      ...describe(measured),
    };
  } finally {
    done.abort();
  }
}

function describe({ ratings, split, heldOut }: Measured): Pick<SplitFigures, 'heldOut' | 'leak' | 'unseenRatings'> {
  const { leak, unseenRatings } = reportHeldOut(ratings, heldOut, traitsOf(ratings, split.train));
  return { heldOut: heldOut.length, leak, unseenRatings };
}
