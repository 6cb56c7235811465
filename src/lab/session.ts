import { isSameData } from '../core/data-source.ts';
import { LabError } from '../core/errors.ts';
import { fetchPart } from '../core/fetch-part.ts';
import type { Configuration } from '../core/hyperparameters.ts';
import type { RawId } from '../core/ids.ts';
import type { RunInfo } from '../core/kept-run.ts';
import { isBaseline } from '../core/model-name.ts';
import { defaultsFor, sizeOf } from '../core/settings/defaults.ts';
import type { EngineChooser } from '../engines/choose.ts';
import type { ChosenEngine } from '../engines/engine.ts';
import type { Workload } from '../engines/time-steps.ts';
import { secondsOf } from '../training/ending.ts';
import { createRunControl, type RunControl } from '../training/run-control.ts';
import type { Checkpoint } from './checkpoint.ts';
import { createDataDesk, type DataDeskParts } from './data-desk.ts';
import type { DataViews } from './data-views.ts';
import { unlessLost, whenLost } from './engine-lost.ts';
import { findRate } from './find-rate.ts';
import type { BaselineConfiguration } from './fitted-run.ts';
import type { Inspector } from './inspection.ts';
import { listKept } from './kept-data.ts';
import { pickUser } from './pick-user.ts';
import type { Lab, LabEvent, RateSuggestion, Recommendation, RunEnd, RunSummary, Wish } from './protocol.ts';
import { findUser, recommendation } from './recommendation.ts';
import {
  createRun,
  describeEngine,
  describeKept,
  describeRun,
  epochsOf,
  type LabData,
  moveTo,
  type Run,
  takeBest,
  trainRun,
} from './run.ts';
import type { RunKeeper, RunRecord } from './run-keeper.ts';
import { isFitted, measureTest, scorerOf, type UsableRun } from './scorer.ts';
import { weightsFile } from './weights-file.ts';

/** What the lab needs from outside: a test brings its own. */
export interface LabParts extends Pick<DataDeskParts, 'loadData' | 'storage'> {
  readonly engines: EngineChooser;
  readonly keeper: RunKeeper;
}

/** A kept run that was read. */
interface RestoredRun {
  readonly id: string;
  readonly info: RunInfo;
  readonly checkpoint: Checkpoint;
  readonly goOn: boolean;
}

/** The lab: holds the data, the controls of the run that goes and the run whose weights recommend. */
export function createLab(emit: (event: LabEvent) => void, { loadData, storage, engines, keeper }: LabParts): Lab {
  let going: RunControl | null = null;
  let underWay: Run | null = null;
  let record: RunRecord | null = null;
  let inUse: UsableRun | null = null;
  let inspector: Inspector | null = null;
  let runs = 0;
  let scoring: Promise<unknown> = Promise.resolve();
  let views: { readonly of: LabData; readonly made: DataViews } | null = null;
  const desk = createDataDesk({
    loadData,
    storage,
    onProgress: (progress) => emit({ kind: 'load-progress', progress }),
    // Ahead of the first Train, which says what is wrong where the engine does not start.
    onLoaded: (data) => {
      views = null;
      if (inUse === null)
        engines.choose('auto', workload(data, defaultsFor({}, sizeOf(data.ratings.stars.length)))).catch(() => undefined);
    },
  });

  const train = ({ configuration }: { readonly configuration: Configuration }): Promise<RunSummary> =>
    asTheRun((trainedOn, control) =>
      isOfBaseline(configuration) ? fitOn(trainedOn, configuration, control) : trainOn(trainedOn, configuration, control),
    );

  async function fitOn(trainedOn: LabData, configuration: BaselineConfiguration, control: RunControl): Promise<RunSummary> {
    const start = performance.now();
    const before = tensorsInUse();
    const runId = ++runs;
    const { fitRun } = await fetchPart(() => import('./fitted-run.ts'));
    const run = await follow(fitRun(runId, trainedOn, configuration, control));
    if (run) use(run);
    const test = run && (await measureTest(run));
    await scoring.catch(() => undefined);
    const seconds = (performance.now() - start) / 1000;
    return { runId, outcome: run ? 'done' : 'stopped', taken: null, seconds, test, tensors: { before, after: tensorsInUse() } };
  }

  const tensorsInUse = (): number => (inUse === null || isFitted(inUse) ? 0 : inUse.chosen.engine.tensors());

  async function findLearningRate({ configuration }: { readonly configuration: Configuration }): Promise<RateSuggestion> {
    refuseBaseline(configuration);
    return await asTheRun(async (trainedOn, control) => {
      const chosen = await engines.choose(configuration.engine, workload(trainedOn, configuration));
      return await findRate(trainedOn, configuration, chosen, control, (trial) => emit({ kind: 'rate-trial', trial }));
    });
  }

  async function restoreRun({ id, goOn }: { readonly id: string; readonly goOn: boolean }): Promise<RunSummary> {
    return await asTheRun(async (trainedOn, control) => {
      const { info, checkpoint, release } = await keeper.take(id);
      try {
        if (!isSameData(info.data, trainedOn.summary)) throw otherData(info.data.name, trainedOn.summary.name);
        return await trainOn(trainedOn, info.configuration, control, { id, info, checkpoint, goOn });
      } finally {
        release();
      }
    });
  }

  /** There is one run at a time, and the data stays as it is meanwhile. */
  async function asTheRun<Result>(work: (trainedOn: LabData, control: RunControl) => Promise<Result>): Promise<Result> {
    const data = desk.at('train on');
    if (going) throw new LabError('busy', 'A training run is going already.', 'Stop it first.');
    if (desk.isLoading())
      throw new LabError('busy', 'The ratings to train on are still being loaded.', 'Wait until they are there.');
    const control = createRunControl();
    going = control;
    try {
      return await work(data, control);
    } finally {
      going = null;
      underWay = null;
      inspector?.forget();
      control.stop();
    }
  }

  async function trainOn(
    trainedOn: LabData,
    configuration: Configuration,
    control: RunControl,
    kept: RestoredRun | null = null,
  ): Promise<RunSummary> {
    const start = performance.now();
    const chosen = await chooseFor(trainedOn, configuration, kept);
    const before = chosen.engine.tensors();
    const run = await createRun(++runs, trainedOn, configuration, chosen, kept?.checkpoint ?? null);
    const secondsBefore = secondsOf(run.checkpoint.history);
    emit({ kind: 'run-started', run: describeRun(run), epochs: epochsOf(run) });
    const end = kept && !kept.goOn ? takeUp(run, kept.info) : await trainAndKeep(run, control, kept?.id ?? null);
    const seconds = secondsBefore + (performance.now() - start) / 1000;
    const test = await testErrors();
    // A recommendation under way has tensors of its own.
    await scoring.catch(() => undefined);
    return { runId: run.runId, ...end, seconds, test, tensors: { before, after: tensorsInUse() } };
  }

  /** A run that goes on does so on the engine that it had, where that starts: then its numbers are those of the whole run. */
  async function chooseFor(trainedOn: LabData, configuration: Configuration, kept: RestoredRun | null): Promise<ChosenEngine> {
    const work = workload(trainedOn, configuration);
    if (!kept) return await engines.choose(configuration.engine, work);
    try {
      return { ...(await engines.choose(kept.info.engine, work)), reason: 'What the run was trained with before.' };
    } catch {
      return await engines.choose('auto', work);
    }
  }

  /** A kept run is over here: its weights are all that is wanted. */
  function takeUp(run: Run, { ended }: RunInfo): RunEnd {
    const taken = takeBest(run);
    use(run);
    return { outcome: ended === null || ended === 'failed' ? 'stopped' : ended, taken };
  }

  async function trainAndKeep(run: Run, control: RunControl, id: string | null): Promise<RunEnd> {
    const kept = keeper.begin(id, (error) => emit({ kind: 'run-not-kept', error }));
    record = kept;
    try {
      const end = await trainOnAnyEngine(run, control, kept);
      await kept.end(end.outcome);
      return end;
    } catch (thrown) {
      await kept.end('failed');
      throw thrown;
    } finally {
      record = null;
    }
  }

  async function trainOnAnyEngine(run: Run, control: RunControl, kept: RunRecord): Promise<RunEnd> {
    underWay = run;
    try {
      const onCheckpoint = () => kept.save(describeKept(run), run.checkpoint);
      return await follow(trainRun(run, control, { onUsable: () => use(run), onCheckpoint }));
    } catch (thrown) {
      if (!run.chosen.engine.lost.aborted) throw thrown;
      const epochsDone = run.checkpoint.history.length;
      const moved = await moveElsewhere(run);
      if (epochsDone > 0) use(moved);
      emit({ kind: 'engine-replaced', engine: describeEngine(moved.chosen), epochsDone, because: (thrown as Error).message });
      return await trainOnAnyEngine(moved, control, kept);
    } finally {
      if (inUse !== run) discard(run);
    }
  }

  async function follow<Outcome>(events: AsyncGenerator<LabEvent, Outcome>): Promise<Outcome> {
    for (;;) {
      const next = await events.next();
      if (next.done) return next.value;
      emit(next.value);
    }
  }

  function use(run: UsableRun): void {
    if (inUse === run) return;
    if (inUse) discard(inUse);
    inUse = run;
    emit({ kind: 'weights-in-use', runId: run.runId });
  }

  async function compareEngines({ configuration }: { readonly configuration: Configuration }): Promise<void> {
    const data = desk.at('try the engines on');
    refuseBaseline(configuration);
    if (going) throw new LabError('busy', 'A training run is going, and would spoil the times.', 'Stop it first.');
    await engines.compare(workload(data, configuration), (check) => emit({ kind: 'engine-check', check }));
  }

  async function runInUse(): Promise<UsableRun> {
    if (inUse === null) throw new LabError('no-model', 'No model has been trained yet.', 'Train one first.');
    if (!isFitted(inUse) && inUse.chosen.engine.lost.aborted) inUse = await moveElsewhere(inUse);
    return inUse;
  }

  /** The run in use, where it has weights. */
  async function trainedInUse(): Promise<Run> {
    const run = await runInUse();
    if (isFitted(run)) throw withoutWeights();
    return run;
  }

  /** Works with the run in use; once more on another engine where its own is lost meanwhile. */
  async function withRunInUse<Result>(work: (run: UsableRun) => Promise<Result>): Promise<Result> {
    const run = await runInUse();
    if (isFitted(run)) return await work(run);
    const { lost } = run.chosen.engine;
    const done = new AbortController();
    try {
      return await unlessLost(whenLost(lost, done.signal), work(run));
    } catch (thrown) {
      if (!lost.aborted) throw thrown;
      // What the lost engine was asked for may never come.
      scoring = Promise.resolve();
      return await withRunInUse(work);
    } finally {
      done.abort();
    }
  }

  const testErrors = (): Promise<RunSummary['test']> =>
    withRunInUse(async (run) => {
      if (isFitted(run)) throw withoutWeights();
      return await measureTest(run);
    });

  async function moveElsewhere(run: Run): Promise<Run> {
    return await moveTo(run, await engines.choose('auto', workload(run.data, run.prepared.configuration)));
  }

  const recommend = ({ userId, ...wish }: Wish & { readonly userId: RawId }): Promise<Recommendation> =>
    withRunInUse(async (run) => {
      const start = performance.now();
      const user = findUser(run.data.ratings, userId);
      const scores = scorerOf(run).score(user);
      scoring = scores;
      return { ...recommendation(run, user, await scores, wish), milliseconds: performance.now() - start };
    });

  /** Fetched when it is first asked for: the ratings come before it. */
  async function viewsOfData(): Promise<DataViews> {
    const data = desk.at('look at');
    const { createDataViews } = await fetchPart(() => import('./data-views.ts'));
    if (views?.of !== data) views = { of: data, made: createDataViews(data) };
    return views.made;
  }

  /** Fetched when it is first asked for: most never look. */
  async function inspectorOf(): Promise<Inspector> {
    inspector ??= (await fetchPart(() => import('./inspection.ts'))).createInspector();
    return inspector;
  }

  /** What there is to look into, and whether it stands still meanwhile. */
  const inspected = async (): Promise<readonly [Run, boolean]> =>
    underWay ? [underWay, going?.halted ?? false] : [await trainedInUse(), true];

  return {
    load: (wish) => (going ? Promise.reject(runIsGoing()) : desk.load(wish)),
    cancelLoad: async () => desk.cancel(),
    keptData: () => listKept(storage),
    keepData: () => desk.keep(),
    forgetData: async ({ id }) => {
      await storage.shelf.remove(id);
      return await listKept(storage);
    },
    train,
    recommend,
    pickUser: async (wish) => pickUser((inUse?.data ?? desk.at('pick a user from')).ratings, wish),
    tablePage: async (wish) => await (await viewsOfData()).tablePage(wish),
    describeData: async (wish) => await (await viewsOfData()).describeData(wish),
    explore: async (wish) => await (await viewsOfData()).explore(wish),
    describeSplit: async (wish) => await (await viewsOfData()).describeSplit(wish),
    inspect: async (wish) => await (await inspectorOf()).inspect(...(await inspected()), wish),
    tables: async () => await (await inspectorOf()).tables(...(await inspected())),
    compareEngines,
    weights: async () => await weightsFile(await trainedInUse()),
    findLearningRate,
    keptRuns: () => keeper.list(),
    restoreRun,
    removeRun: ({ id }) => keeper.remove(id),
    pause: async () => {
      await going?.pause();
      await record?.flush();
    },
    resume: async () => going?.resume(),
    step: async ({ grain }) => await going?.step(grain),
    stop: async () => going?.stop(),
  };
}

const runIsGoing = (): LabError =>
  new LabError('busy', 'Other data cannot be loaded while a training run is going.', 'Stop the run first.');

const otherData = (wanted: string, loaded: string): LabError =>
  new LabError('no-data', `This run was trained on ${wanted}; ${loaded} is loaded.`, `Load ${wanted} first.`);

/** Frees a run's trainer, where it has one and all it held is not gone already. */
function discard(run: UsableRun): void {
  if (!isFitted(run) && !run.chosen.engine.lost.aborted) run.trainer.dispose();
}

const isOfBaseline = (configuration: Configuration): configuration is BaselineConfiguration => isBaseline(configuration.model);

const withoutWeights = (): LabError =>
  new LabError(
    'no-model',
    'This model is fitted in one go: it has no steps, no gradients and no weights of an engine.',
    'Choose a model with embeddings, and train it.',
  );

function refuseBaseline(configuration: Configuration): void {
  if (isOfBaseline(configuration)) throw withoutWeights();
}

function workload({ ratings, summary }: LabData, configuration: Configuration): Workload {
  const { userIds, movieIds } = ratings;
  return { configuration, users: userIds.size, movies: movieIds.size, rated: ratings, features: summary.features };
}
