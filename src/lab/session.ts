import type { DataSource } from '../core/data-source.ts';
import { LabError } from '../core/errors.ts';
import { type Configuration, DEFAULTS } from '../core/hyperparameters.ts';
import type { RawId } from '../core/ids.ts';
import { movieStatistics } from '../core/movie-statistics.ts';
import type { Ratings } from '../core/ratings.ts';
import { reportSplit } from '../core/split/report.ts';
import type { LoadedData } from '../data/load.ts';
import type { EngineChooser } from '../engines/choose.ts';
import type { Workload } from '../engines/time-steps.ts';
import { createRunControl, type RunControl } from '../training/run-control.ts';
import { summariseData } from './data-summary.ts';
import { unlessLost, whenLost } from './engine-lost.ts';
import { createExplorers } from './explorers.ts';
import { createInspector } from './inspection.ts';
import { pickUser } from './pick-user.ts';
import type { DataSummary, Lab, LabEvent, LoadProgress, Recommendation, RunEnd, RunSummary, Wish } from './protocol.ts';
import { findUser, recommendation } from './recommendation.ts';
import {
  createRun,
  describeEngine,
  describeRun,
  type LabData,
  measureTest,
  moveTo,
  type Run,
  scoreMovies,
  trainRun,
} from './run.ts';
import { weightsFile } from './weights-file.ts';

/** What the lab needs from outside: a test brings its own. */
export interface LabParts {
  loadData(source: DataSource, onProgress: (progress: LoadProgress) => void): Promise<LoadedData>;
  readonly engines: EngineChooser;
}

/** The lab: holds the data, the controls of the run that goes and the run whose weights recommend. */
export function createLab(emit: (event: LabEvent) => void, { loadData, engines }: LabParts): Lab {
  let data: LabData | null = null;
  let going: RunControl | null = null;
  let underWay: Run | null = null;
  let inUse: Run | null = null;
  const inspector = createInspector();
  let runs = 0;
  let scoring: Promise<unknown> = Promise.resolve();
  let loads = 0;
  let loading = false;
  const explorerOf = createExplorers();

  async function load({ source }: { readonly source: DataSource }): Promise<DataSummary> {
    if (going) throw new LabError('busy', 'Other data cannot be loaded while a training run is going.', 'Stop the run first.');
    const turn = ++loads;
    const isNewest = () => turn === loads;
    loading = true;
    try {
      const loaded = await loadData(source, (progress) => {
        if (isNewest()) emit({ kind: 'load-progress', progress });
      });
      if (!isNewest()) throw new LabError('busy', 'Other data was asked for meanwhile.', 'Wait until that is loaded.');
      return take(loaded);
    } finally {
      if (isNewest()) loading = false;
    }
  }

  function take(loaded: LoadedData): DataSummary {
    const summary = summariseData(loaded);
    data = { ratings: loaded.ratings, statistics: movieStatistics(loaded.ratings), summary };
    // Ahead of the first Train, which says what is wrong where the engine does not start.
    if (inUse === null) engines.choose('auto', workload(data, DEFAULTS.dot)).catch(() => undefined);
    return summary;
  }

  async function train({ configuration }: { readonly configuration: Configuration }): Promise<RunSummary> {
    if (data === null) throw new LabError('no-data', 'There are no ratings to train on yet.', 'Load the data first.');
    if (going) throw new LabError('busy', 'A training run is going already.', 'Stop it first.');
    if (loading) throw new LabError('busy', 'The ratings to train on are still being loaded.', 'Wait until they are there.');
    const control = createRunControl();
    going = control;
    try {
      return await trainOn(data, configuration, control);
    } finally {
      going = null;
      underWay = null;
      inspector.forget();
      control.stop();
    }
  }

  async function trainOn(trainedOn: LabData, configuration: Configuration, control: RunControl): Promise<RunSummary> {
    const start = performance.now();
    const chosen = await engines.choose(configuration.engine, workload(trainedOn, configuration));
    const before = chosen.engine.tensors();
    const run = await createRun(++runs, trainedOn, configuration, chosen);
    emit({ kind: 'run-started', run: describeRun(run) });
    const end = await trainOnAnyEngine(run, control);
    const seconds = (performance.now() - start) / 1000;
    const test = await testErrors();
    // A recommendation under way has tensors of its own.
    await scoring.catch(() => undefined);
    return { runId: run.runId, ...end, seconds, test, tensors: { before, after: inUse?.chosen.engine.tensors() ?? 0 } };
  }

  async function trainOnAnyEngine(run: Run, control: RunControl): Promise<RunEnd> {
    underWay = run;
    try {
      return await follow(trainRun(run, control, () => use(run)));
    } catch (thrown) {
      if (!run.chosen.engine.lost.aborted) throw thrown;
      const epochsDone = run.checkpoint.history.length;
      const moved = await moveElsewhere(run);
      if (epochsDone > 0) use(moved);
      emit({ kind: 'engine-replaced', engine: describeEngine(moved.chosen), epochsDone, because: (thrown as Error).message });
      return await trainOnAnyEngine(moved, control);
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

  function use(run: Run): void {
    if (inUse === run) return;
    if (inUse) discard(inUse);
    inUse = run;
    emit({ kind: 'weights-in-use', runId: run.runId });
  }

  async function compareEngines({ configuration }: { readonly configuration: Configuration }): Promise<void> {
    if (data === null) throw new LabError('no-data', 'There are no ratings to try the engines on yet.', 'Load the data first.');
    if (going) throw new LabError('busy', 'A training run is going, and would spoil the times.', 'Stop it first.');
    await engines.compare(workload(data, configuration), (check) => emit({ kind: 'engine-check', check }));
  }

  function ratingsAtHand(): Ratings {
    if (data === null) throw new LabError('no-data', 'There are no ratings to look at yet.', 'Load the data first.');
    return data.ratings;
  }

  async function runInUse(): Promise<Run> {
    if (inUse === null) throw new LabError('no-model', 'No model has been trained yet.', 'Train one first.');
    if (inUse.chosen.engine.lost.aborted) inUse = await moveElsewhere(inUse);
    return inUse;
  }

  async function testErrors(): Promise<RunSummary['test']> {
    const run = await runInUse();
    const { lost } = run.chosen.engine;
    try {
      return await unlessLost(whenLost(lost), measureTest(run));
    } catch (thrown) {
      if (!lost.aborted) throw thrown;
      return await testErrors();
    }
  }

  async function moveElsewhere(run: Run): Promise<Run> {
    return await moveTo(run, await engines.choose('auto', workload(run.data, run.prepared.configuration)));
  }

  async function recommend({ userId, ...wish }: Wish & { readonly userId: RawId }): Promise<Recommendation> {
    const run = await runInUse();
    const start = performance.now();
    const user = findUser(run.data.ratings, userId);
    const scores = scoreMovies(run, user);
    scoring = scores;
    return { ...recommendation(run, user, await scores, wish), milliseconds: performance.now() - start };
  }

  /** What there is to look into, and whether it stands still meanwhile. */
  const inspected = async (): Promise<readonly [Run, boolean]> =>
    underWay ? [underWay, going?.halted ?? false] : [await runInUse(), true];

  return {
    load,
    train,
    recommend,
    pickUser: async (wish) => {
      const known = inUse?.data ?? data;
      if (known === null) throw new LabError('no-data', 'There are no users yet.', 'Load the data first.');
      return pickUser(known.ratings, wish);
    },
    explore: async ({ filters, minRatings }) => explorerOf(ratingsAtHand())(filters, minRatings),
    describeSplit: async ({ settings }) => reportSplit(ratingsAtHand(), settings),
    inspect: async (wish) => await inspector.inspect(...(await inspected()), wish),
    tables: async () => await inspector.tables(...(await inspected())),
    compareEngines,
    weights: async () => await weightsFile(await runInUse()),
    pause: async () => await going?.pause(),
    resume: async () => going?.resume(),
    step: async ({ grain }) => await going?.step(grain),
    stop: async () => going?.stop(),
  };
}

/** Frees a run's trainer, unless all it held is gone already. */
function discard({ chosen, trainer }: Run): void {
  if (!chosen.engine.lost.aborted) trainer.dispose();
}

function workload({ ratings }: LabData, configuration: Configuration): Workload {
  return { configuration, users: ratings.userIds.size, movies: ratings.movieIds.size };
}
