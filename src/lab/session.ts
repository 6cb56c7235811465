import { LabError } from '../core/errors.ts';
import { type Configuration, DEFAULTS } from '../core/hyperparameters.ts';
import { movieStatistics } from '../core/movie-statistics.ts';
import type { LoadedData } from '../data/load.ts';
import type { EngineChooser } from '../engines/choose.ts';
import type { Workload } from '../engines/time-steps.ts';
import { createRunControl, type RunControl } from '../training/run-control.ts';
import { summariseData } from './data-summary.ts';
import type { DataSummary, Lab, LabEvent, LoadProgress, Recommendation, RunSummary } from './protocol.ts';
import { findUser, recommendation } from './recommendation.ts';
import { createRun, describeRun, type LabData, moveTo, type Run, scoreMovies, trainRun } from './run.ts';
import { weightsFile } from './weights-file.ts';

/** What the lab needs from outside: a test brings its own. */
export interface LabParts {
  readonly dataName: string;
  loadData(url: string, onProgress: (progress: LoadProgress) => void): Promise<LoadedData>;
  readonly engines: EngineChooser;
}

/** The lab: holds the data, the controls of the run that goes and the run whose weights recommend. */
export function createLab(emit: (event: LabEvent) => void, { dataName, loadData, engines }: LabParts): Lab {
  let data: LabData | null = null;
  let going: RunControl | null = null;
  let inUse: Run | null = null;
  let runs = 0;
  let comparison: Promise<void> = Promise.resolve();

  async function load({ url }: { readonly url: string }): Promise<DataSummary> {
    const loaded = await loadData(url, (progress) => emit({ kind: 'load-progress', progress }));
    data = { ratings: loaded.ratings, statistics: movieStatistics(loaded.ratings) };
    // Ahead of the first Train, which says what is wrong where the engine does not start.
    engines.choose('auto', workload(data, DEFAULTS.dot)).catch(() => undefined);
    return summariseData(loaded, dataName, url);
  }

  async function train({ configuration }: { readonly configuration: Configuration }): Promise<RunSummary> {
    if (data === null) throw new LabError('no-data', 'There are no ratings to train on yet.', 'Load the data first.');
    if (going) throw new LabError('busy', 'A training run is going already.', 'Stop it first.');
    const control = createRunControl();
    going = control;
    try {
      return await trainOn(data, configuration, control);
    } finally {
      going = null;
      control.stop();
    }
  }

  async function trainOn(trainedOn: LabData, configuration: Configuration, control: RunControl): Promise<RunSummary> {
    const start = performance.now();
    const chosen = await engines.choose(configuration.engine, workload(trainedOn, configuration));
    const before = chosen.engine.tensors();
    if (inUse && inUse.trainer.engine !== chosen.engine.name) inUse = await moveTo(inUse, chosen);
    const run = await createRun(++runs, trainedOn, configuration, chosen);
    try {
      emit({ kind: 'run-started', run: describeRun(run, chosen) });
      const outcome = await follow(trainRun(run, control, () => use(run)));
      const seconds = (performance.now() - start) / 1000;
      return { runId: run.runId, outcome, seconds, tensors: { before, after: chosen.engine.tensors() } };
    } finally {
      if (inUse !== run) run.trainer.dispose();
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
    inUse?.trainer.dispose();
    inUse = run;
    emit({ kind: 'weights-in-use', runId: run.runId });
  }

  async function compareEngines({ configuration }: { readonly configuration: Configuration }): Promise<void> {
    if (data === null) throw new LabError('no-data', 'There are no ratings to try the engines on yet.', 'Load the data first.');
    if (going) throw new LabError('busy', 'A training run is going, and would spoil the times.', 'Stop it first.');
    const work = workload(data, configuration);
    comparison = engines
      .compare(work, (check) => emit({ kind: 'engine-check', check }))
      // TensorFlow.js goes back to the backend that the weights in use live on.
      .finally(() => inUse && engines.choose(inUse.trainer.engine, { ...work, configuration: DEFAULTS.dot }));
    await comparison;
  }

  function runInUse(): Run {
    if (inUse === null) throw new LabError('no-model', 'No model has been trained yet.', 'Train one first.');
    return inUse;
  }

  async function recommend({ userId, count }: { readonly userId: number; readonly count: number }): Promise<Recommendation> {
    await comparison.catch(() => undefined);
    const run = runInUse();
    const start = performance.now();
    const user = findUser(run.data.ratings, userId);
    const scores = await scoreMovies(run, user);
    return { ...recommendation(run, user, scores, count), milliseconds: performance.now() - start };
  }

  return {
    load,
    train,
    recommend,
    compareEngines,
    weights: async () => await weightsFile(runInUse()),
    pause: async () => await going?.pause(),
    resume: async () => going?.resume(),
    step: async ({ grain }) => await going?.step(grain),
    stop: async () => going?.stop(),
  };
}

function workload({ ratings }: LabData, configuration: Configuration): Workload {
  return { configuration, users: ratings.userIds.size, movies: ratings.movieIds.size };
}
