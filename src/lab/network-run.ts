import { bestEpoch } from '../core/best-epoch.ts';
import { yieldToMessages } from '../core/clock.ts';
import { LabError } from '../core/errors.ts';
import { implicitRule } from '../core/implicit.ts';
import type { Periods } from '../core/periods.ts';
import type { RunEnd, RunEvent } from '../core/run-report.ts';
import type { ChosenEngine } from '../engines/engine.ts';
import { unlessLost, whenLost } from '../engines/engine-lost.ts';
import { type ObservedTrainer, observe } from '../engines/observe.ts';
import type { TrainerState } from '../engines/trainer.ts';
import { readPredictions } from '../training/errors.ts';
import type { LiveLists } from '../training/plan.ts';
import { rankPairs } from '../training/rank-pairs.ts';
import type { EpochEnd } from '../training/reports.ts';
import type { RunControl } from '../training/run-control.ts';
import { train } from '../training/train.ts';
import type { Checkpoint } from './checkpoint.ts';
import { eventOf } from './describe-run.ts';
import { holdState, openState } from './held-state.ts';
import type { Model, NetworkRun } from './model.ts';
import type { Predictor } from './predictor.ts';
import { listUsersOf, type PreparedRun } from './prepare-run.ts';

/** What a run is made from. */
type RunParts = Pick<NetworkRun, 'runId' | 'number' | 'data' | 'prepared' | 'chosen'>;

/** A fresh run, or one that goes on from what was kept of it. */
export async function createNetworkRun(parts: RunParts, kept: Checkpoint | null): Promise<NetworkRun> {
  const checkpoint = kept ?? freshCheckpoint(parts.prepared);
  const trainer = await createTrainer(parts, checkpoint);
  const model: Model = {
    runId: parts.runId,
    data: parts.data,
    parts: parts.prepared,
    predictor: networkPredictor(parts, trainer),
    // The two refer to each other.
    get network() {
      return run;
    },
  };
  const run: NetworkRun = { ...parts, trainer, model, checkpoint };
  return run;
}

/** The same run on another engine, from its last whole epoch. */
export const moveTo = ({ runId, number, data, prepared, checkpoint }: NetworkRun, chosen: ChosenEngine): Promise<NetworkRun> =>
  createNetworkRun({ runId, number, data, prepared, chosen }, checkpoint);

/** Weights that can be made again are not held. */
const freshCheckpoint = ({ firstWeights }: PreparedRun): Checkpoint => ({
  history: [],
  get state() {
    return { weights: firstWeights(), first: {}, second: {}, steps: 0 };
  },
  best: null,
});

async function createTrainer(
  { prepared, chosen: { engine } }: Pick<RunParts, 'prepared' | 'chosen'>,
  { state }: Checkpoint,
): Promise<ObservedTrainer> {
  const { configuration, graph, lists, listTask, groups, trainerBatch: batchSize } = prepared;
  const { loss, optimizer, momentum, biasRate, clip, seed } = configuration;
  const rule = { loss, implicit: implicitRule(configuration), optimizer, momentum, biasRate, clip };
  const material = { examples: prepared.forTrainer(), lists, listTask, groups };
  const trainer = observe(await engine.create({ ...rule, ...material, graph, weights: state.weights, batchSize, seed }));
  if (state.steps > 0) goOnFrom(trainer, await openState(state));
  return trainer;
}

function goOnFrom(trainer: ObservedTrainer, state: TrainerState): void {
  try {
    trainer.writeState(state);
  } catch (cause) {
    trainer.dispose();
    if (!(cause instanceof RangeError)) throw cause;
    // What a sampler keeps has changed before, and may again.
    const message = 'The saved state of this run does not fit this version of the page.';
    throw new LabError('checkpoint-damaged', message, 'Train it again.', { cause });
  }
}

/** Movies are scored as if the user rated them at the time of their last rating. */
function networkPredictor(
  { data, prepared: { configuration, target, calendar }, chosen: { engine } }: RunParts,
  trainer: ObservedTrainer,
): Predictor {
  const read = (z: Float32Array): Float32Array => readPredictions(configuration.loss, z, { target, scale: data.ratings.scale });
  const ranksAlone = configuration.listWeight === 1;
  return {
    predict: async ({ users, movies, when }) =>
      ranksAlone && trainer.rank
        ? await rankPairs(trainer.rank, users, movies)
        : read(await trainer.predict(users, movies, when)),
    score: async (users) => {
      const ranking = await trainer.rank?.(users);
      if (ranking && ranksAlone) return { stars: ranking, ranking };
      const z = await trainer.score(users, calendar?.latest(users));
      return {
        get stars() {
          return read(z);
        },
        ranking: ranking ?? z,
      };
    },
    ...(trainer.rank && { rank: trainer.rank }),
    ...ofSamples(trainer, target.scale),
    lost: engine.lost,
    dispose() {
      // What a lost engine held is gone already.
      if (!engine.lost.aborted) trainer.dispose();
    },
  };
}

/** What a sampler knows beside its predictions, with a unit of so many stars. */
function ofSamples({ doubt }: ObservedTrainer, unit: number): Pick<Predictor, 'doubt'> {
  if (!doubt) return {};
  return {
    async doubt({ users, movies }) {
      const known = await doubt(users, movies);
      if (known === null) return null;
      const { spread, noise } = known;
      return { spread: spread.map((deviation) => deviation * unit), noise: noise * unit };
    },
  };
}

export interface TrainingListeners {
  /** Its weights are worth using: after each epoch, or when stopped within it; not before the first step. */
  onUsable(): void;
  /** It has a new checkpoint. Where nobody listens, none is made that the run itself does not need: reading the state of a trainer takes time. */
  readonly onCheckpoint?: (() => void) | undefined;
  /** Whether the run is to have a checkpoint of its last epoch all the same; asked when that is over. */
  keepsLast?(): boolean;
}

/**
 * Trains a run from its checkpoint to its end. A run that diverges goes back to its last checkpoint and throws; so does one whose engine
 * is lost. One that has patience ends with the weights of its best epoch.
 */
export async function* trainNetwork(
  run: NetworkRun,
  control: RunControl,
  { onUsable, onCheckpoint, keepsLast = () => false }: TrainingListeners,
): AsyncGenerator<RunEvent, RunEnd> {
  const { trainer, chosen } = run;
  const { configuration, count, stars, validation, moviesOf } = run.prepared;
  const { history } = run.checkpoint;
  const units = { target: run.prepared.target, scale: run.data.ratings.scale };
  const material = { count, stars, validation, moviesOf, listUsers: listUsersOf(run.prepared) };
  const lists = liveLists(run);
  const plan = { ...configuration, ...material, units, history, lists, trainer, control, yieldToMessages, now };
  const reports = train(plan);
  const epochsDone = [...history];
  const isCheckpoint = ({ epoch }: EpochEnd): boolean =>
    onCheckpoint !== undefined || configuration.patience > 0 || (epoch === configuration.epochs && keepsLast());
  const done = new AbortController();
  const lost = whenLost(chosen.engine.lost, done.signal);
  try {
    for (;;) {
      const next = await unlessLost(lost, reports.next());
      if (next.done) {
        const taken = takeBest(run);
        if (history.length > 0 || trainer.last !== null) onUsable();
        return { outcome: next.value, taken };
      }
      yield eventOf(next.value);
      if (next.value.kind === 'epoch') {
        onUsable();
        epochsDone.push(next.value);
        if (!isCheckpoint(next.value)) continue;
        run.checkpoint = await unlessLost(lost, checkpointAfter(run, epochsDone.slice()));
        onCheckpoint?.();
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

/** Movies are scored as if the users rated them at the time of their last rating. */
function liveLists({ prepared: { listSample, calendar } }: NetworkRun): LiveLists | undefined {
  if (listSample === null) return undefined;
  let last: { readonly users: Int32Array; readonly when: Periods | undefined } | null = null;
  const whenOf = (users: Int32Array): Periods | undefined => {
    if (last?.users !== users) last = { users, when: calendar?.latest(users) };
    return last.when;
  };
  return {
    *judge() {
      const judging = listSample.judge();
      let next = judging.next();
      while (!next.done) next = judging.next(yield { ...next.value, when: whenOf(next.value.users) });
      return next.value;
    },
  };
}

async function checkpointAfter({ trainer, prepared, checkpoint }: NetworkRun, history: readonly EpochEnd[]): Promise<Checkpoint> {
  const state = await holdState(trainer, prepared.graph);
  const keepsBest = prepared.configuration.patience > 0;
  return { history, state, best: keepsBest ? (bestEpoch(history) === history.at(-1) ? state.weights : checkpoint.best) : null };
}

/** Goes back to the best epoch where that is asked for; its number, or null where the last weights stay. */
export function takeBest({ trainer, checkpoint: { history, best } }: NetworkRun): number | null {
  if (best === null) return null;
  trainer.writeWeights(best);
  return bestEpoch(history)?.epoch ?? null;
}

const now = (): number => performance.now();
