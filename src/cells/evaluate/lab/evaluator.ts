import { yieldToMessages } from '../../../core/clock.ts';
import { LabError, toErrorData } from '../../../core/errors.ts';
import { calibrate } from '../../../core/evaluate/calibration.ts';
import { groupErrors } from '../../../core/evaluate/error-groups.ts';
import type { BaselineFigures, Evaluation, EvaluationSettings } from '../../../core/evaluate/evaluation.ts';
import { rowsOf } from '../../../core/evaluate/ranking-task.ts';
import { defaultThreshold } from '../../../core/evaluate/relevance.ts';
import { ndcgAhead, ndcgOfSome } from '../../../core/evaluate/summarise-lists.ts';
import { measureOf } from '../../../core/measure.ts';
import type { BaselineName } from '../../../core/model-name.ts';
import type { RunId } from '../../../core/run-report.ts';
import type { Bench } from '../../../lab/bench.ts';
import type { Model } from '../../../lab/model.ts';
import type { CallContext } from '../../../lab/wire.ts';
import { MODELS } from '../../../models/registry.ts';
import type { EvaluationProgress, EvaluationRequest } from '../contract.ts';
import { BASELINE_ORDER, type BaselineMeasure, createBaselineMeasure } from './measure-baselines.ts';
import { type MeasuredModel, measureModel } from './measure-model.ts';
import { type Measured, prepareMeasured } from './measured.ts';

type Context = Pick<CallContext<EvaluationProgress>, 'report' | 'signal'>;

export interface Evaluator {
  /** Throws a LabError `cancelled` where the signal is aborted, and `no-evaluation` where there is nothing to measure on. */
  evaluate(model: Model, request: EvaluationRequest, context: Context): Promise<Evaluation & { readonly runId: RunId }>;
}

/** Measures models beside the baselines on their split; what was measured last of the baselines is used again. */
export function createEvaluator(matrices: Bench['matrices']): Evaluator {
  const measureBaseline = createBaselineMeasure(matrices);
  const tested = new Set<RunId>();
  return {
    async evaluate(model, request, context) {
      const { runId, parts, data } = model;
      if (parts.split.validation.length === 0) throw nothingHeldOut();
      if (request.part === 'test') refuseTest(parts.split.test.length, tested.has(runId));
      const settings = { ...request, threshold: request.threshold ?? defaultThreshold(data.ratings.scale) };
      const measured = prepareMeasured(data.ratings, parts.split, settings, parts.configuration.seed);
      const evaluation = await evaluateModel(model, measured, measureBaseline, context);
      if (request.part === 'test') tested.add(runId);
      return { ...evaluation, runId };
    },
  };
}

const nothingHeldOut = (): LabError =>
  new LabError(
    'no-evaluation',
    'This run was trained on all ratings: none are left to measure it on.',
    'Choose another split and train again.',
  );

function refuseTest(ratings: number, wasUsed: boolean): void {
  if (ratings === 0)
    throw new LabError(
      'no-evaluation',
      'This run has no test part.',
      'Measure the validation part, or add a test part to the split and train again.',
    );
  if (wasUsed)
    throw new LabError(
      'no-evaluation',
      'The test part of this run was already measured. Measured again, it would influence your choices.',
      'Measure the validation part, or train again.',
    );
}

async function evaluateModel(
  { predictor, parts: { configuration }, network }: Model,
  measured: Measured,
  measureBaseline: BaselineMeasure,
  { report, signal }: Context,
): Promise<Evaluation> {
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1000;
  const names = BASELINE_ORDER.filter((name) => name !== configuration.model);
  let soFar: Evaluation | null = null;

  /** Follows the work of one of the models, of which the first is the model itself. */
  async function follow<Result>(at: number, doing: string, work: AsyncGenerator<number, Result>): Promise<Result> {
    for (;;) {
      const next = await work.next();
      if (next.done) return next.value;
      await yieldToMessages();
      signal.throwIfAborted();
      report({ doing, share: (at + next.value) / (names.length + 1), soFar });
    }
  }

  const measurable = {
    model: configuration.model,
    predictor,
    hasStars: measureOf(configuration).unit !== '',
    mostUsers: measured.task.users.length,
    calendar: network?.prepared.calendar ?? null,
  };
  const own = await follow(0, MODELS[configuration.model].label, measureModel(measurable, measured));
  soFar = { ...describe(own, measured), baselines: [], ahead: null, seconds: seconds() };
  let popular: MeasuredModel | null = configuration.model === 'popular' ? own : null;
  for (const [at, name] of names.entries()) {
    const found = await follow(at + 1, MODELS[name].label, tried(measureBaseline(name, measured)));
    if (name === 'popular' && 'scores' in found) popular = found;
    const ahead: Evaluation['ahead'] = name === 'popular' ? aheadOf(own, found, measured) : soFar.ahead;
    soFar = { ...soFar, baselines: [...soFar.baselines, figuresOf(name, found, popular)], ahead, seconds: seconds() };
  }
  return soFar;
}

type Found = MeasuredModel | { readonly problem: string };

/** A baseline that cannot be fitted, as it is too large, is said to be missing; the others are measured all the same. */
async function* tried(work: AsyncGenerator<number, MeasuredModel>): AsyncGenerator<number, Found> {
  try {
    return yield* work;
  } catch (thrown) {
    return { problem: toErrorData(thrown).message };
  }
}

function figuresOf(model: BaselineName, found: Found, popular: MeasuredModel | null): BaselineFigures {
  if ('problem' in found) return { model, problem: found.problem };
  const popularHere = found.scores && popular?.scores ? ndcgOfSome(popular.scores, found.scores.judged) : undefined;
  return { ...found.figures, model, problem: null, popularHere };
}

const aheadOf = ({ scores }: MeasuredModel, popular: Found, { seed }: Measured) =>
  scores && 'scores' in popular && popular.scores ? ndcgAhead(scores, popular.scores, seed) : null;

function describe(
  { figures, predicted, coverage }: MeasuredModel,
  measured: Measured,
): Omit<Evaluation, 'baselines' | 'ahead' | 'seconds'> {
  const { part, k, threshold, minRatings, heldOut, task, genres, ratings } = measured;
  const relevant = task.users.map((user) => rowsOf(task.relevant, user).length);
  const settings: EvaluationSettings = { part, k, threshold, minRatings };
  return {
    ...settings,
    own: figures,
    calibration: predicted && calibrate(predicted, ratings.scale),
    coverage,
    groups: predicted && groupErrors(predicted, task, genres, ratings.scale),
    heldOut: heldOut.length,
    relevant: relevant.reduce((sum, count) => sum + count, 0),
    users: task.users.length,
    population: task.population,
    judged: relevant.filter((count) => count > 0).length,
    catalogue: task.catalogue,
    recommended: task.hidden.reduce((sum, hidden) => sum + 1 - hidden, 0),
  };
}
