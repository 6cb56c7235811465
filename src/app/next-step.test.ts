import { expect, it } from 'vitest';
import { openNotebook } from '../cells/notebook.fixture.ts';
import type { CellRun } from '../core/cell-machine.ts';
import type { DataSummary } from '../core/data-summary.ts';
import type { LabErrorData } from '../core/errors.ts';
import type { Overrides } from '../core/hyperparameters.ts';
import type { KeptRun } from '../core/kept-run.ts';
import type { RunStart } from '../core/run-report.ts';
import { resolve } from '../core/settings/defaults.ts';
import type { NotebookState } from '../state/notebook-state.ts';
import { nextStep } from './next-step.ts';

const START: NotebookState = openNotebook({}).store.getState();
const SUMMARY = { name: 'MovieLens', sha256: 'abc', ratings: 100_004, users: 5, movies: 7 } as DataSummary;
const FAILED: CellRun = { phase: 'failed', error: { code: 'crashed', message: '', remedy: '' } };

const loaded = (run: CellRun, summary: DataSummary | null = SUMMARY): NotebookState => ({
  ...START,
  data: { ...START.data, run, summary },
});
const LOADED = loaded({ phase: 'done' });

const runOf = (number: number, overrides: Overrides = {}, validationRatings = 100): RunStart =>
  ({
    runId: `run-${number}`,
    number,
    data: SUMMARY,
    configuration: { ...resolve({}), ...overrides },
    validationRatings,
  }) as RunStart;
const training = (run: CellRun, inUse: RunStart | null): NotebookState => ({
  ...LOADED,
  overrides: inUse && inUse.configuration.model !== 'dot' ? { model: inUse.configuration.model } : {},
  training: { ...LOADED.training, run, start: inUse, inUse },
});
const trained = (inUse: RunStart, hasLooked = true): NotebookState => ({ ...training({ phase: 'done' }, inUse), hasLooked });
const evaluated = (of: RunStart): NotebookState => ({
  ...trained(of),
  evaluate: { ...START.evaluate, result: { of } as NotebookState['evaluate']['result'] },
});

/** The label of the button, and where it leads. */
const stepOf = (state: NotebookState): string => {
  const { label, goTo } = nextStep(state);
  return goTo === null ? label : `${label} (${goTo})`;
};

it('waits for the ratings, and says where they did not come', () => {
  expect(nextStep(loaded({ phase: 'running' }, null)).sentence).toBe('The ratings are being loaded.');
  expect(nextStep(loaded({ phase: 'running' })).sentence).toBe('The ratings are being loaded.');
  expect(stepOf(loaded(FAILED, null))).toBe('See why (data)');
  expect(stepOf(loaded(FAILED)), 'the ratings before are still there').toBe('Train');
});

it('leads to a question that the ratings raise, also where others are loaded', () => {
  const mapping = {} as NonNullable<LabErrorData['mapping']>;
  const asking = loaded({ phase: 'failed', error: { code: 'data-unmapped', message: '', remedy: '', mapping } });
  expect(stepOf(asking)).toBe('Answer (data)');
});

it('goes through the notebook in its order', () => {
  expect(stepOf(LOADED)).toBe('Train');
  expect(nextStep(training({ phase: 'running' }, null)).sentence, 'also while a run of a former visit is restored').toBe(
    'The model is being prepared.',
  );
  expect(stepOf(training({ phase: 'running' }, runOf(1)))).toBe('Watch the error fall (train)');
  expect(nextStep(training({ phase: 'running' }, runOf(1))).part, 'the curve, which on a phone is far below the settings').toBe(
    'train-curve',
  );
  expect(stepOf(trained(runOf(1), false))).toBe('See the five movies (recommend)');
  expect(stepOf(trained(runOf(1)))).toBe('Change a setting (model)');
  expect(stepOf({ ...trained(runOf(1)), overrides: { epochs: 3 } })).toBe('Train again');
  expect(stepOf(trained(runOf(2)))).toBe('Evaluate (evaluate)');
  expect(stepOf(evaluated(runOf(2)))).toBe('Choose another model (model)');
});

it('begins with the model by its name, or with what became of a run that was left', () => {
  expect(nextStep(LOADED).sentence).toMatch(/^Next: train the model “Dot product” on these ratings\./);
  const lost = { ...LOADED, training: { ...LOADED.training, notice: 'The run is lost.' } };
  expect([nextStep(lost).sentence, stepOf(lost)]).toEqual(['The run is lost.', 'Train']);
});

it('leads to a run of a former visit that can go on, until another model is in use', () => {
  const run = { id: 'run-1', data: SUMMARY, configuration: resolve({}), epochsDone: 3, ended: null } as unknown as KeptRun;
  const after = (kept: readonly KeptRun[], inUse: RunStart | null): NotebookState => {
    const state = inUse === null ? LOADED : trained(inUse, false);
    return { ...state, training: { ...state.training, kept } };
  };
  expect(nextStep(after([run], null)).sentence).toBe('A run was interrupted after epoch 3: resume it, or train again.');
  expect(stepOf(after([run], null))).toBe('Go to the run (train)');
  expect(stepOf(after([run], runOf(1))), 'its model is back after a reload').toBe('Go to the run (train)');
  expect(stepOf(after([run], runOf(2)))).toBe('See the five movies (recommend)');
  expect(stepOf(after([{ ...run, ended: 'stopped' }], null))).toBe('Train');
  expect(stepOf(after([{ ...run, data: { ...run.data, name: 'Other', sha256: 'def' } }], null))).toBe('Train');
});

it('says what no longer fits, in the words of the setting', () => {
  expect(nextStep({ ...trained(runOf(1)), overrides: { epochs: 3 } }).sentence).toMatch(
    /^Trained with epochs \d+; it is now 3\.$/,
  );
});

it('leads to a run that is paused, that failed, and to one that is fitted in one go', () => {
  expect(stepOf(training({ phase: 'paused' }, runOf(1)))).toBe('Go to the run (train)');
  expect(stepOf(training(FAILED, null))).toBe('See why (train)');
  expect(stepOf(training({ phase: 'running' }, runOf(1, { model: 'bias' })))).toBe('See how far it is (train)');
  expect(nextStep(trained(runOf(1, { model: 'bias' }))).sentence).toContain('trained step by step');
});

it('evaluates each run anew, and none that held nothing out', () => {
  const second = evaluated(runOf(2));
  expect(stepOf({ ...second, training: { ...second.training, inUse: runOf(3) } })).toBe('Evaluate (evaluate)');
  expect(stepOf(trained(runOf(2, {}, 0)))).toBe('Choose another model (model)');
});
