import { yieldToMessages } from '../core/clock.ts';
import type { Configuration } from '../core/hyperparameters.ts';
import type { UserIndex } from '../core/ids.ts';
import { mae, rmse } from '../core/metrics.ts';
import type { MovieStatistics } from '../core/movie-statistics.ts';
import type { Ratings } from '../core/ratings.ts';
import { toStars } from '../core/target.ts';
import type { ChosenEngine } from '../engines/engine.ts';
import { type ObservedTrainer, observe } from '../engines/observe.ts';
import { parameterCount, type Weights } from '../models/graph.ts';
import { initialWeights } from '../models/initial-weights.ts';
import { bestOf } from '../training/ending.ts';
import type { RunControl } from '../training/run-control.ts';
import { type EpochEnd, type TrainingReport, train } from '../training/train.ts';
import { unlessLost, whenLost } from './engine-lost.ts';
import { type PreparedRun, prepareRun } from './prepare-run.ts';
import type { DataSummary, EngineReport, LabEvent, RunEnd, RunStart, TestErrors } from './protocol.ts';

export interface LabData {
  readonly ratings: Ratings;
  readonly statistics: MovieStatistics;
  readonly summary: DataSummary;
}

/** One training run with all that its weights need to recommend: they may outlive the data that is loaded. */
export interface Run {
  readonly runId: number;
  readonly data: LabData;
  readonly prepared: PreparedRun;
  readonly chosen: ChosenEngine;
  readonly trainer: ObservedTrainer;
  checkpoint: Checkpoint;
}

/** Where a run can go on from: the end of its last whole epoch. */
export interface Checkpoint {
  /** The epochs that are done, in target units. */
  readonly history: readonly EpochEnd[];
  readonly weights: Weights;
  /** The weights after the best epoch, where the run is to end with them; null where it ends with its last ones. */
  readonly best: Weights | null;
}

export async function createRun(runId: number, data: LabData, configuration: Configuration, chosen: ChosenEngine): Promise<Run> {
  const prepared = prepareRun(configuration, data.ratings);
  const weights = initialWeights(prepared.graph, configuration.seed);
  const trainer = await createTrainer(prepared, weights, chosen);
  return { runId, data, prepared, chosen, trainer, checkpoint: { history: [], weights, best: null } };
}

/** The same run on another engine, from its last whole epoch. */
export async function moveTo(run: Run, chosen: ChosenEngine): Promise<Run> {
  return { ...run, chosen, trainer: await createTrainer(run.prepared, run.checkpoint.weights, chosen) };
}

async function createTrainer({ configuration, graph, train: examples }: PreparedRun, weights: Weights, { engine }: ChosenEngine) {
  const { optimizer, batchSize, seed } = configuration;
  return observe(await engine.create({ graph, weights, examples, optimizer, batchSize, seed }));
}

/**
 * Trains a run from its checkpoint to its end. `onUsable` is called whenever its weights are worth using: after each epoch, or
 * when stopped within it. A run that diverges goes back to its checkpoint and throws; so does one whose engine is lost. One that
 * has patience ends with the weights of its best epoch.
 */
export async function* trainRun(run: Run, control: RunControl, onUsable: () => void): AsyncGenerator<LabEvent, RunEnd> {
  const { trainer, chosen } = run;
  const { configuration, train: examples, validation } = run.prepared;
  const { history } = run.checkpoint;
  const plan = { ...configuration, history, trainer, train: examples, validation, control, yieldToMessages, now };
  const reports = train(plan);
  const lost = whenLost(chosen.engine.lost);
  try {
    for (;;) {
      const next = await unlessLost(lost, reports.next());
      if (next.done) {
        const taken = takeBest(run);
        onUsable();
        return { outcome: next.value, taken };
      }
      yield inStars(run, next.value);
      if (next.value.kind === 'epoch') {
        onUsable();
        run.checkpoint = await unlessLost(lost, checkpointAfter(run, next.value));
      }
    }
  } catch (thrown) {
    if (!chosen.engine.lost.aborted) trainer.writeWeights(run.checkpoint.weights);
    throw thrown;
  }
}

async function checkpointAfter({ trainer, prepared, checkpoint }: Run, epoch: EpochEnd): Promise<Checkpoint> {
  const history = [...checkpoint.history, epoch];
  const weights = await trainer.readWeights();
  const keepsBest = prepared.configuration.patience > 0;
  return { history, weights, best: keepsBest ? (bestOf(history) === epoch ? weights : checkpoint.best) : null };
}

/** Goes back to the best epoch where that is asked for; its number, or null where the last weights stay. */
function takeBest({ trainer, checkpoint: { history, best } }: Run): number | null {
  if (best === null) return null;
  trainer.writeWeights(best);
  return bestOf(history)?.epoch ?? null;
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

/** Errors in stars on the test part; null where there is none. */
export async function measureTest({ trainer, prepared: { test, target } }: Run): Promise<TestErrors | null> {
  if (test.targets.length === 0) return null;
  const predictions = await trainer.predict(test.users, test.movies);
  return { rmse: rmse(predictions, test.targets) * target.scale, mae: mae(predictions, test.targets) * target.scale };
}

/** Predictions in stars for every movie, (movies). */
export async function scoreMovies({ trainer, prepared }: Run, user: UserIndex): Promise<Float32Array> {
  const scores = await trainer.score(Int32Array.of(user));
  return scores.map((score) => toStars(score, prepared.target));
}

export function describeRun({ runId, data, prepared, chosen }: Run): RunStart {
  const { configuration, graph, train: examples, validation, test, baselines } = prepared;
  return {
    runId,
    configuration,
    data: data.summary,
    engine: describeEngine(chosen),
    trainRatings: examples.targets.length,
    validationRatings: validation.targets.length,
    testRatings: test.targets.length,
    parameters: parameterCount(graph),
    baselines,
  };
}

export function describeEngine({ engine, reason, checks }: ChosenEngine): EngineReport {
  return { name: engine.name, label: engine.label, reason, checks };
}

const now = (): number => performance.now();
