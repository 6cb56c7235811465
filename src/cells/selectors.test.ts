import { describe, expect, test } from 'vitest';
import type { CellRun } from '../core/cell-machine.ts';
import type { DataSummary } from '../core/data-summary.ts';
import type { Overrides } from '../core/hyperparameters.ts';
import type { RunStart } from '../core/run-report.ts';
import { resolve } from '../core/settings/defaults.ts';
import { parameterCount } from '../models/graph.ts';
import type { NotebookState } from '../state/notebook-state.ts';
import {
  selectCanTrain,
  selectConfiguration,
  selectDataStatus,
  selectEngine,
  selectGraph,
  selectModelName,
  selectModelStatus,
  selectRecommendStatus,
  selectRunStaleReason,
  selectTraining,
  selectTrainLabel,
  selectTrainStatus,
  selectWeightsStaleReason,
} from '../state/selectors.ts';
import { openNotebook } from './notebook.fixture.ts';
import { selectUserProblem } from './recommend/user-problem.ts';

const START: NotebookState = openNotebook({}).store.getState();
const SUMMARY = {
  name: 'MovieLens',
  sha256: 'abc',
  ratings: 100_004,
  users: 5,
  movies: 7,
  scale: { min: 0.5, max: 5, step: 0.5 },
  meanStars: 3.5,
  deviationStars: 1,
} as DataSummary;
const DONE: CellRun = { phase: 'done' };

const withOverrides = (state: NotebookState, overrides: Overrides): NotebookState => ({ ...state, overrides });
const runWith = (overrides: Overrides): RunStart =>
  ({ data: SUMMARY, configuration: { ...resolve({}), ...overrides } }) as RunStart;

describe('the configuration', () => {
  test('is the defaults with the overrides on top', () => {
    expect(selectConfiguration(START)).toEqual(resolve({}));
    expect(selectConfiguration(withOverrides(START, { model: 'mlp', epochs: 2 }))).toEqual({
      ...resolve({ model: 'mlp' }),
      epochs: 2,
    });
    expect(selectModelName(withOverrides(START, { model: 'mlp' }))).toBe('mlp');
  });

  test('is the same object while the overrides are', () => {
    const state = withOverrides(START, { epochs: 2 });
    const first = selectConfiguration(state);
    expect(selectConfiguration({ ...state, theme: 'dark' })).toBe(first);
    expect(selectConfiguration(withOverrides(state, { epochs: 2 }))).not.toBe(first);
  });
});

describe('the graph', () => {
  const loaded: NotebookState = { ...START, data: { ...START.data, summary: SUMMARY } };

  test('needs data', () => {
    expect(selectGraph(START)).toBeNull();
    expect([START, loaded].map(selectModelStatus)).toEqual(['ready', 'done']);
  });

  test('is the model that the controls describe on the data that is loaded', () => {
    const graph = selectGraph(withOverrides(loaded, { userFactors: 3, movieFactors: 3 }));
    // The list has a gain for each factor and a bias for each movie.
    expect(parameterCount(graph as NonNullable<typeof graph>)).toBe((5 + 7) * 4 + 3 + 7);
  });

  test('is centred on the training part, as soon as the split is known', () => {
    const offsetOf = (state: NotebookState) => selectGraph(state)?.nodes.find(({ name }) => name === 'centred');
    expect(offsetOf(loaded)).toMatchObject({ offset: SUMMARY.meanStars });
    const report = { stars: { mean: 2.5, deviation: 1 } } as NonNullable<NotebookState['split']['report']>;
    expect(offsetOf({ ...loaded, split: { ...loaded.split, report } })).toMatchObject({ offset: 2.5 });
  });

  test('is the same object while controls and data are', () => {
    const first = selectGraph(loaded);
    expect(selectGraph({ ...loaded, theme: 'dark' })).toBe(first);
    expect(selectGraph(withOverrides(loaded, { userFactors: 3 }))).not.toBe(first);
  });
});

describe('what is stale', () => {
  const trained: NotebookState = {
    ...START,
    training: { ...START.training, run: DONE, start: runWith({ seed: 1 }), inUse: runWith({ seed: 9 }) },
    recommend: { ...START.recommend, run: DONE },
  };

  test('nothing, before anything was trained', () => {
    expect([selectRunStaleReason(START), selectWeightsStaleReason(START)]).toEqual([null, null]);
  });

  test('a run, once the controls differ from what it was trained with, and not any more when they are set back', () => {
    expect(selectTrainStatus(trained)).toBe('done');
    const changed = withOverrides(trained, { seed: 9 });
    expect(selectRunStaleReason(changed)).toBe('Trained with seed 1; it is now 9.');
    expect(selectTrainStatus(changed)).toBe('stale');
    expect(selectTrainStatus(withOverrides(changed, {}))).toBe('done');
  });

  test('a run, once other data is loaded than it was trained on', () => {
    const load = (summary: DataSummary) => ({ ...trained, data: { ...trained.data, summary } });
    expect(selectRunStaleReason(load({ ...SUMMARY }))).toBeNull();
    const other = load({ ...SUMMARY, name: 'own.zip' });
    expect(selectRunStaleReason(other)).toBe('Trained on MovieLens; own.zip is loaded now.');
    expect(selectTrainStatus(other)).toBe('stale');
  });

  test('recommendations, by the weights in use', () => {
    expect(selectWeightsStaleReason(trained)).toBe('Trained with seed 9; it is now 1.');
    expect(selectRecommendStatus(trained)).toBe('stale');
    expect(selectRecommendStatus(withOverrides(trained, { seed: 9 }))).toBe('done');
  });

  test('not a run that is going, paused or failed', () => {
    const error = { code: 'diverged', message: 'm', remedy: 'r' } as const;
    const runs: readonly CellRun[] = [{ phase: 'running' }, { phase: 'paused' }, { phase: 'failed', error }];
    for (const run of runs) {
      const state = withOverrides({ ...trained, training: { ...trained.training, run } }, { epochs: 3 });
      expect(selectTrainStatus(state)).toBe(run.phase);
      expect(selectTraining(state)).toBe(run.phase !== 'failed');
    }
  });
});

test('a user who is not in the data fails the cell only where no list stands', () => {
  const error = { code: 'unknown-user', message: 'm', remedy: 'r' } as const;
  const run = { phase: 'failed', error } as const;
  const failed = { ...START, recommend: { ...START.recommend, run } };
  const result = {} as NonNullable<NotebookState['recommend']['result']>;
  expect(selectRecommendStatus(failed)).toBe('failed');
  expect(selectRecommendStatus({ ...failed, recommend: { ...failed.recommend, result } })).toBe('done');
  const crashed = { phase: 'failed', error: { ...error, code: 'crashed' } } as const;
  expect(selectRecommendStatus({ ...failed, recommend: { ...failed.recommend, result, run: crashed } })).toBe('failed');
});

test('the data is what its run is', () => {
  expect([START, { ...START, data: { ...START.data, run: DONE } }].map(selectDataStatus)).toEqual(['ready', 'done']);
});

describe('what is wrong with the user ID', () => {
  const data = { ...START.data, summary: { ...SUMMARY, firstUserId: 1, lastUserId: 5 } };
  const typed = (userText: string, run: CellRun = { phase: 'ready' }): NotebookState => ({
    ...START,
    data,
    recommend: { ...START.recommend, userText, run },
  });

  test('nothing, while there is no data or nothing is typed', () => {
    expect(selectUserProblem({ ...typed('99'), data: START.data })).toBeNull();
    expect(selectUserProblem(typed(''))).toBeNull();
    expect(selectUserProblem(typed('5'))).toBeNull();
  });

  test('that there is no such user, also before there is a model to ask', () => {
    expect(selectUserProblem(typed('99'))).toMatchObject({ code: 'unknown-user', message: 'There is no user 99.' });
  });

  test('what the run said, if it was about the user', () => {
    const error = { code: 'unknown-user', message: 'm', remedy: 'r' } as const;
    expect(selectUserProblem(typed('3', { phase: 'failed', error }))).toBe(error);
    expect(selectUserProblem(typed('3', { phase: 'failed', error: { ...error, code: 'crashed' } }))).toBeNull();
    expect(selectUserProblem(typed('99', DONE))).toBeNull();
  });
});

test('the engine is that of the last run, or else that of the weights in use', () => {
  const engine = { name: 'simd', label: 'SIMD', reason: 'It is fast.' };
  const run = { ...runWith({}), engine } as RunStart;
  expect(selectEngine(START)).toBeNull();
  expect(selectEngine({ ...START, training: { ...START.training, inUse: run } })).toBe(engine);
});

test('the button says “again” once there are weights', () => {
  expect(selectTrainLabel(START)).toBe('Train');
  expect(selectTrainLabel({ ...START, training: { ...START.training, inUse: runWith({}) } })).toBe('Train again');
  const loaded = { ...START, data: { ...START.data, summary: SUMMARY } };
  const loadingOther: NotebookState = { ...loaded, data: { ...loaded.data, run: { phase: 'running' } } };
  expect([START, loaded, loadingOther].map(selectCanTrain)).toEqual([false, true, false]);
});
