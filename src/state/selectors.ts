import { defaultsOn, overridesOn } from '../core/aim.ts';
import { type CellStatus, isBusy, statusOf } from '../core/cell-machine.ts';
import type { Feedback } from '../core/clean/findings.ts';
import { isSameData } from '../core/data-source.ts';
import type { DataSummary } from '../core/data-summary.ts';
import type { EngineCheck } from '../core/engine-check.ts';
import { isQuestion } from '../core/errors.ts';
import type { FeatureSizes } from '../core/features.ts';
import { type Configuration, goesByRows } from '../core/hyperparameters.ts';
import type { KeptRun } from '../core/kept-run.ts';
import { type Measure, measureOf, STARS_ALONE } from '../core/measure.ts';
import { isBaseline } from '../core/model-name.ts';
import type { EngineReport, RunStart } from '../core/run-report.ts';
import { type DataSize, sizeOf } from '../core/settings/data-size.ts';
import { resolve } from '../core/settings/defaults.ts';
import { staleReason } from '../core/stale.ts';
import { MOVIES, type Vocabulary } from '../core/vocabulary.ts';
import { buildNetwork } from '../models/build-network.ts';
import type { Graph } from '../models/graph.ts';
import { type AddressedData, choiceOf, type DataChoice, nameOf } from './data-choice.ts';
import type { NotebookState } from './notebook-state.ts';
import { presetOf } from './preset.ts';

/** Derived truth, as functions of the state: nothing here is stored. */

export const selectModelName = (state: NotebookState) => state.overrides.model ?? 'dot';

/** Whether the model that is chosen is trained step by step; else it is fitted in one go. */
export const selectHasSteps = (state: NotebookState): boolean => !isBaseline(selectModelName(state));

/** The same of the run that is shown; of the model that is chosen where there is none, or it has yet to start. */
export const selectRunHasSteps = (state: NotebookState): boolean => {
  const { run, start, inUse } = state.training;
  const shown = start ?? (isBusy(run) ? null : inUse);
  return !isBaseline(shown?.configuration.model ?? selectModelName(state));
};

const hasRates = (configuration: Configuration): boolean => configuration.loss !== 'implicit' && !goesByRows(configuration);

/** Whether its steps go down a gradient, by a learning rate. */
export const selectHasRates = (state: NotebookState): boolean => selectHasSteps(state) && hasRates(selectConfiguration(state));

/** The same of the run that is shown; of the settings where there is none. */
export const selectRunHasRates = (state: NotebookState): boolean => {
  const { start, inUse } = state.training;
  return selectRunHasSteps(state) && hasRates((start ?? inUse)?.configuration ?? selectConfiguration(state));
};

/** Whether the steps of the run that is shown learn from batches, so that a single rating can be followed through one. */
export const selectRunHasBatches = (state: NotebookState): boolean => {
  const { start, inUse } = state.training;
  const { optimizer } = (start ?? inUse)?.configuration ?? selectConfiguration(state);
  return selectRunHasRates(state) && optimizer !== 'sgd-by-rating';
};

/** Of the data that is loaded; small until there is any. */
export const selectDataSize = ({ data }: NotebookState): DataSize => (data.summary ? sizeOf(data.summary.ratings) : 'small');

/** What the ratings that are loaded tell. */
export const selectFeedback = ({ data }: NotebookState): Feedback => data.summary?.feedback ?? 'ratings';

/** What the items of the data that is loaded are called. */
export const selectWords = ({ data }: NotebookState): Vocabulary => data.summary?.words ?? MOVIES;

const selectOverrides = (state: NotebookState) => state.overrides;

/** The same over what data without likes and dislikes starts with. */
const selectOverridesThere = memoise2(selectFeedback, selectOverrides, overridesOn);

/** The configuration the controls show. Equal overrides on data of a kind and size give the same object. */
export const selectConfiguration = memoise2(selectOverridesThere, selectDataSize, resolve);

/** Where the settings start with the model, optimizer and loss that are chosen, on the data that is loaded. */
export const selectDefaults = memoise2(
  memoise2(selectFeedback, selectOverrides, (feedback, overrides) => ({ feedback, overrides })),
  selectDataSize,
  ({ feedback, overrides }, size) => defaultsOn(feedback, overrides, size),
);

export const selectCanTrain = (state: NotebookState): boolean => state.data.summary !== null && isFree(state);

/** Whether nothing is going that refuses a training. */
const isFree = ({ data, rateFinder, evaluate, leakage }: NotebookState): boolean =>
  [data, rateFinder, evaluate, leakage].every(({ run }) => !isBusy(run));

/** The data that is being loaded, else what is loaded, else what is to be loaded first. */
const selectDataChoice = ({ data: { run, wanted, loaded } }: NotebookState): DataChoice =>
  isBusy(run) ? wanted : (loaded ?? wanted);

/** What the address says: MovieLens 1M however it came, and also while it is not here. */
export const selectNamedData = (state: NotebookState): AddressedData => {
  const { run, summary, asked } = state.data;
  if (asked) return 'ml-1m';
  const choice = selectDataChoice(state);
  if (!isBusy(run) && summary?.release === 'ml-1m') return 'ml-1m';
  // A file from its address that proved to be another.
  if (!isBusy(run) && choice === 'ml-1m' && summary?.sha256) return 'file';
  return nameOf(choice);
};

/** The data whose users can be asked for: that of the weights in use, whatever is loaded by now. */
export const selectUserData = ({ training, data }: NotebookState): DataSummary | null => training.inUse?.data ?? data.summary;

/**
 * Whether ids of these users may stand in an address: those of a public release, or made up. Others may be names or e-mail addresses of
 * somebody's customers. Without data there is nobody yet but whom the address itself names.
 */
export const selectMayNameUsers = (state: NotebookState): boolean => {
  const data = selectUserData(state);
  return data === null || data.kind === 'bundled' || data.kind === 'synthetic' || data.release !== null;
};

/** What the button says that starts a run. */
export const selectTrainLabel = ({ training }: NotebookState): string => (training.inUse ? 'Train again' : 'Train');

/** Whether the data that is loaded is this. */
export const isThereNow = ({ data }: NotebookState, wanted: KeptRun['data']): boolean =>
  data.summary !== null && isSameData(data.summary, wanted);

/** Whether a kept run can be taken up: its data is there, or can be had. */
export const selectCanRestore = (state: NotebookState, { data }: KeptRun): boolean =>
  isFree(state) && (isThereNow(state, data) || choiceOf(data, state.kept.sets) !== null);

/** What the weights in use predict. */
export const selectMeasureInUse = ({ training }: NotebookState): Measure =>
  measureOf(training.inUse?.configuration ?? STARS_ALONE);

export const selectTraining = ({ training }: NotebookState): boolean => isBusy(training.run);

/** Whether there is a run to show, be it one that is about to start. */
export const selectHasRun = (state: NotebookState): boolean => selectTraining(state) || state.training.start !== null;

/** What the controls show, and on what data. */
interface Wanted {
  readonly loaded: DataSummary | null;
  readonly configuration: Configuration;
}

const selectWanted = memoise2(
  ({ data }: NotebookState) => data.summary,
  selectConfiguration,
  (loaded, configuration): Wanted => ({ loaded, configuration }),
);

/** Why the last run no longer matches the controls; null where it does or nothing was trained. */
export const selectRunStaleReason = memoise2(({ training }: NotebookState) => training.start, selectWanted, reason);

/** Why the weights in use no longer match the controls. */
export const selectWeightsStaleReason = memoise2(({ training }: NotebookState) => training.inUse, selectWanted, reason);

function reason(run: RunStart | null, { loaded, configuration }: Wanted): string | null {
  if (run === null) return null;
  if (loaded && !isSameData(run.data, loaded)) return `Trained on ${run.data.name}; ${loaded.name} is loaded now.`;
  return staleReason(run.configuration, configuration);
}

/** Whether there are ratings to look at: until then nothing is fetched that can wait. */
export const selectHasRatings = ({ data }: NotebookState): boolean => data.summary !== null;

/** A load that waits for an answer has not failed. */
export const selectDataStatus = ({ data: { run } }: NotebookState): CellStatus =>
  run.phase === 'failed' && isQuestion(run.error) ? 'asking' : run.phase;

export const selectExploreStatus = ({ explore }: NotebookState): CellStatus => explore.run.phase;

export const selectSplitStatus = ({ split }: NotebookState): CellStatus => split.run.phase;

/** The model is a description: it is done as soon as there is data to fit it to. */
export const selectModelStatus = ({ data }: NotebookState): CellStatus => (data.summary ? 'done' : 'ready');

export const selectTrainStatus = (state: NotebookState): CellStatus => statusOf(state.training.run, selectRunStaleReason(state));

/**
 * Recommendations come from the weights in use, so they are stale when those are. A user who is not in the data is told at the field, and
 * the list of before stands.
 */
export function selectRecommendStatus(state: NotebookState): CellStatus {
  const { run, result } = state.recommend;
  const isSlip = result !== null && run.phase === 'failed' && run.error.code === 'unknown-user';
  return statusOf(isSlip ? { phase: 'done' } : run, selectWeightsStaleReason(state));
}

/** What did or does the arithmetic of the last run; null before the first. */
export const selectEngine = ({ training }: NotebookState): EngineReport | null =>
  (training.start ?? training.inUse)?.engine ?? null;

/** What is known of the engines: from the last comparison, else from the last automatic choice. */
export const selectEngineChecks = ({ engines, training }: NotebookState): readonly EngineCheck[] =>
  engines.checks.length > 0 || engines.run.phase !== 'ready' ? engines.checks : (training.start?.engine.checks ?? NO_CHECKS);

const NO_CHECKS: readonly EngineCheck[] = [];

/** Builds networks on the data that is loaded. */
export interface GraphBuilder {
  readonly features: FeatureSizes;
  graph(configuration: Configuration): Graph;
}

/** Null without data. Until the split is known the stars of all ratings stand in for those of the training part. */
export const selectBuild = memoise2(
  ({ data }: NotebookState) => data.summary,
  ({ split }: NotebookState) => split.report?.stars ?? null,
  (data, trained): GraphBuilder | null => {
    if (data === null) return null;
    const stars = trained ?? { mean: data.meanStars, deviation: data.deviationStars };
    return { features: data.features, graph: (configuration) => buildNetwork(configuration, { ...data, stars }).graph };
  },
);

/** The network that the controls describe on the data that is loaded; null without data, and for a model that has none. */
export const selectGraph = memoise2(selectConfiguration, selectBuild, (configuration: Configuration, build): Graph | null =>
  isBaseline(configuration.model) ? null : (build?.graph(configuration) ?? null),
);

/** The preset that the controls stand at; null where they have been changed since. */
export const selectPreset = memoise2(selectOverrides, selectDataSize, presetOf);

export function memoise2<S, A, B, R>(
  readA: (state: S) => A,
  readB: (state: S) => B,
  compute: (a: A, b: B) => R,
): (state: S) => R {
  let last: { readonly a: A; readonly b: B; readonly result: R } | undefined;
  return (state) => {
    const a = readA(state);
    const b = readB(state);
    if (last === undefined || !Object.is(last.a, a) || !Object.is(last.b, b)) last = { a, b, result: compute(a, b) };
    return last.result;
  };
}
