import { yieldToMessages } from '../core/clock.ts';
import type { Configuration } from '../core/hyperparameters.ts';
import { KEPT_RUN_VERSION, type RunInfo } from '../core/kept-run.ts';
import { groupSize } from '../core/loss.ts';
import type { MovieStatistics } from '../core/movie-statistics.ts';
import type { Ratings } from '../core/ratings.ts';
import { seenIn } from '../core/split/seen.ts';
import type { ChosenEngine } from '../engines/engine.ts';
import { type ObservedTrainer, observe } from '../engines/observe.ts';
import { parameterCount, type Weights } from '../models/graph.ts';
import { initialWeights } from '../models/initial-weights.ts';
import { clearUnseenRows } from '../models/unseen-rows.ts';
import { bestOf } from '../training/ending.ts';
import type { RunControl } from '../training/run-control.ts';
import { type EpochEnd, type TrainingReport, train } from '../training/train.ts';
import type { Checkpoint } from './checkpoint.ts';
import { unlessLost, whenLost } from './engine-lost.ts';
import { type PreparedRun, prepareRun } from './prepare-run.ts';
import type { DataSummary, EngineReport, EpochReport, LabEvent, RunEnd, RunStart } from './protocol.ts';

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

/** A fresh run, or one that goes on from what was kept of it. */
export async function createRun(
  runId: number,
  data: LabData,
  configuration: Configuration,
  chosen: ChosenEngine,
  kept: Checkpoint | null,
): Promise<Run> {
  const prepared = prepareRun(configuration, data.ratings);
  if (kept) return { runId, data, prepared, chosen, trainer: await createTrainer(prepared, kept, chosen), checkpoint: kept };
  const drawn = initialWeights(prepared.graph, configuration.seed);
  const checkpoint = freshCheckpoint(clearUnseenRows(prepared.graph, drawn, seenIn(data.ratings, prepared.split.train)));
  return { runId, data, prepared, chosen, trainer: await createTrainer(prepared, checkpoint, chosen), checkpoint };
}

/** The same run on another engine, from its last whole epoch. */
export async function moveTo(run: Run, chosen: ChosenEngine): Promise<Run> {
  return { ...run, chosen, trainer: await createTrainer(run.prepared, run.checkpoint, chosen) };
}

const freshCheckpoint = (weights: Weights): Checkpoint => ({
  history: [],
  state: { weights, first: {}, second: {}, steps: 0 },
  best: null,
});

async function createTrainer(
  { configuration, graph, lists, train: examples, trainerBatch: batchSize }: PreparedRun,
  { state }: Checkpoint,
  { engine }: ChosenEngine,
): Promise<ObservedTrainer> {
  const { loss, optimizer, momentum, clip, seed } = configuration;
  const rule = { loss, optimizer, momentum, clip };
  const trainer = observe(await engine.create({ ...rule, graph, weights: state.weights, examples, lists, batchSize, seed }));
  if (state.steps > 0) trainer.writeState(state);
  return trainer;
}

export interface RunListeners {
  /** Its weights are worth using: after each epoch, or when stopped within it. */
  onUsable(): void;
  /** It has a new checkpoint. */
  onCheckpoint(): void;
}

/**
 * Trains a run from its checkpoint to its end. A run that diverges goes back to its checkpoint and throws; so does one whose engine is lost. One that
 * has patience ends with the weights of its best epoch.
 */
export async function* trainRun(
  run: Run,
  control: RunControl,
  { onUsable, onCheckpoint }: RunListeners,
): AsyncGenerator<LabEvent, RunEnd> {
  const { trainer, chosen } = run;
  const { configuration, train: examples, validation, moviesOf } = run.prepared;
  const { history } = run.checkpoint;
  const units = { target: run.prepared.target, scale: run.data.ratings.scale };
  const plan = {
    ...configuration,
    units,
    history,
    trainer,
    train: examples,
    validation,
    moviesOf,
    control,
    yieldToMessages,
    now,
  };
  const reports = train(plan);
  const done = new AbortController();
  const lost = whenLost(chosen.engine.lost, done.signal);
  try {
    for (;;) {
      const next = await unlessLost(lost, reports.next());
      if (next.done) {
        const taken = takeBest(run);
        onUsable();
        return { outcome: next.value, taken };
      }
      yield eventOf(run, next.value);
      if (next.value.kind === 'epoch') {
        onUsable();
        run.checkpoint = await unlessLost(lost, checkpointAfter(run, next.value));
        onCheckpoint();
      }
    }
  } catch (thrown) {
    if (!chosen.engine.lost.aborted) trainer.writeWeights(run.checkpoint.state.weights);
    throw thrown;
  } finally {
    // What waits for a promise is kept by it, and with it every checkpoint of the run: an engine lives longer than a run.
    done.abort();
  }
}

async function checkpointAfter({ trainer, prepared, checkpoint }: Run, epoch: EpochEnd): Promise<Checkpoint> {
  const history = [...checkpoint.history, epoch];
  const state = await trainer.readState();
  const keepsBest = prepared.configuration.patience > 0;
  return { history, state, best: keepsBest ? (bestOf(history) === epoch ? state.weights : checkpoint.best) : null };
}

/** Goes back to the best epoch where that is asked for; its number, or null where the last weights stay. */
export function takeBest({ trainer, checkpoint: { history, best } }: Run): number | null {
  if (best === null) return null;
  trainer.writeWeights(best);
  return bestOf(history)?.epoch ?? null;
}

function eventOf({ runId }: Run, report: TrainingReport): LabEvent {
  if (report.kind === 'epoch') return { kind: 'epoch', epoch: reportOf(runId, report) };
  const { kind: _, ...progress } = report;
  return { kind: 'run-progress', progress: { runId, ...progress } };
}

const reportOf = (runId: number, { kind: _, ...epoch }: EpochEnd): EpochReport => ({ runId, ...epoch });

/** The epochs that a run has behind it. */
export const epochsOf = ({ runId, checkpoint }: Run): readonly EpochReport[] =>
  checkpoint.history.map((epoch) => reportOf(runId, epoch));

/** What is kept of a run that goes, beside its checkpoint. */
export function describeKept(run: Run): RunInfo {
  const { prepared, data, chosen, checkpoint } = run;
  const shown = checkpoint.best ? bestOf(checkpoint.history) : checkpoint.history.at(-1);
  return {
    version: KEPT_RUN_VERSION,
    configuration: prepared.configuration,
    data: data.summary,
    engine: chosen.engine.name,
    epochsDone: checkpoint.history.length,
    validationError: shown?.validationError ?? Number.NaN,
    ended: null,
  };
}

export function describeRun({ runId, data, prepared, chosen }: Run): RunStart {
  const { configuration, graph, count, validation, test, baselines, popularAuc } = prepared;
  const size = groupSize(configuration.loss);
  return {
    runId,
    configuration,
    data: data.summary,
    engine: describeEngine(chosen),
    trainRatings: count,
    trainMeasured: count,
    validationRatings: validation.targets.length / size,
    testRatings: test.targets.length / size,
    parameters: parameterCount(graph),
    baselines,
    popularAuc,
  };
}

export function describeEngine({ engine, reason, checks }: ChosenEngine): EngineReport {
  return { name: engine.name, label: engine.label, reason, checks };
}

const now = (): number => performance.now();
