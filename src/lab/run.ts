import { yieldToMessages } from '../core/clock.ts';
import type { Configuration } from '../core/hyperparameters.ts';
import type { UserIndex } from '../core/ids.ts';
import type { MovieStatistics } from '../core/movie-statistics.ts';
import type { Ratings } from '../core/ratings.ts';
import { toStars } from '../core/target.ts';
import type { ChosenEngine } from '../engines/engine.ts';
import type { Trainer } from '../engines/trainer.ts';
import { parameterCount, type Weights } from '../models/graph.ts';
import { initialWeights } from '../models/initial-weights.ts';
import type { RunControl } from '../training/run-control.ts';
import { type TrainingReport, train } from '../training/train.ts';
import { type PreparedRun, prepareRun } from './prepare-run.ts';
import type { LabEvent, RunStart } from './protocol.ts';

export interface LabData {
  readonly ratings: Ratings;
  readonly statistics: MovieStatistics;
}

/** One training run with all that its weights need to recommend: they may outlive the data that is loaded. */
export interface Run {
  readonly runId: number;
  readonly data: LabData;
  readonly prepared: PreparedRun;
  readonly trainer: Trainer;
}

export async function createRun(runId: number, data: LabData, configuration: Configuration, engine: ChosenEngine): Promise<Run> {
  const prepared = prepareRun(configuration, data.ratings);
  const weights = initialWeights(prepared.graph, configuration.seed);
  return { runId, data, prepared, trainer: await createTrainer(prepared, weights, engine) };
}

/** The same run with the same weights on another engine, to predict with. */
export async function moveTo(run: Run, engine: ChosenEngine): Promise<Run> {
  const weights = await run.trainer.readWeights();
  run.trainer.dispose();
  // It has been trained: no moments are needed, and not every engine has every optimizer.
  const configuration = { ...run.prepared.configuration, optimizer: 'sgd' } as const;
  return { ...run, trainer: await createTrainer({ ...run.prepared, configuration }, weights, engine) };
}

function createTrainer({ configuration, graph, train: examples }: PreparedRun, weights: Weights, { engine }: ChosenEngine) {
  const { optimizer, batchSize, seed } = configuration;
  return engine.create({ graph, weights, examples, optimizer, batchSize, seed });
}

/**
 * Trains a run to its end. `onUsable` is called once its weights are worth using: after the first epoch, or when stopped
 * within it. A run that fails goes back to the weights of its last good epoch and throws.
 */
export async function* trainRun(
  run: Run,
  control: RunControl,
  onUsable: () => void,
): AsyncGenerator<LabEvent, 'done' | 'stopped'> {
  const { configuration, train: examples, validation } = run.prepared;
  const { trainer } = run;
  const reports = train({ ...configuration, trainer, train: examples, validation, control, yieldToMessages, now });
  let lastGood: Weights | undefined;
  try {
    for (;;) {
      const next = await reports.next();
      if (next.done) {
        if (!lastGood) onUsable();
        return next.value;
      }
      yield inStars(run, next.value);
      if (next.value.kind === 'epoch') {
        if (!lastGood) onUsable();
        lastGood = await trainer.readWeights();
      }
    }
  } catch (thrown) {
    if (lastGood) trainer.writeWeights(lastGood);
    throw thrown;
  }
}

function inStars({ runId, prepared }: Run, report: TrainingReport): LabEvent {
  const { scale } = prepared.target;
  const trainRmse = report.trainRmse * scale;
  if (report.kind === 'epoch') {
    const { kind, ...epoch } = report;
    const [validationRmse, validationMae] = [report.validationRmse * scale, report.validationMae * scale];
    return { kind, epoch: { runId, ...epoch, trainRmse, validationRmse, validationMae } };
  }
  const { kind: _, ...progress } = report;
  return { kind: 'run-progress', progress: { runId, ...progress, trainRmse } };
}

/** Predictions in stars for every movie, (movies). */
export async function scoreMovies({ trainer, prepared }: Run, user: UserIndex): Promise<Float32Array> {
  const scores = await trainer.score(Int32Array.of(user));
  return scores.map((score) => toStars(score, prepared.target));
}

export function describeRun({ runId, prepared }: Run, { engine, reason, checks }: ChosenEngine): RunStart {
  const { configuration, graph, train: examples, validation, baselines } = prepared;
  return {
    runId,
    configuration,
    engine: { name: engine.name, label: engine.label, reason, checks },
    trainRatings: examples.targets.length,
    validationRatings: validation.targets.length,
    parameters: parameterCount(graph),
    baselines,
  };
}

const now = (): number => performance.now();
