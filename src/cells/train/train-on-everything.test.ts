import { expect, test } from 'vitest';
import type { EpochReport, RunStart } from '../../core/run-report.ts';
import { selectConfiguration } from '../../state/selectors.ts';
import { openNotebook } from '../notebook.fixture.ts';
import { selectEpochsOnEverything } from './train-on-everything.ts';

/** A notebook with a run behind it, of the settings as they stand. */
function afterRun(...errors: readonly (number | null)[]) {
  const { store, actions } = openNotebook({});
  showRun(store, ...errors);
  return { store, actions };
}

function showRun(store: ReturnType<typeof openNotebook>['store'], ...errors: readonly (number | null)[]): void {
  const start = { configuration: selectConfiguration(store.getState()) } as RunStart;
  const epochs = errors.map((validationError, at) => ({ epoch: at + 1, validationError }) as EpochReport);
  store.setState(({ training }) => ({ training: { ...training, run: { phase: 'done' }, start, epochs } }));
}

test('offers as many epochs as the best took', () => {
  expect(selectEpochsOnEverything(afterRun(1, 0.8, 0.9).store.getState())).toBe(2);
});

test('offers as many epochs as were done by a model that averages them', () => {
  const { store, actions } = openNotebook({});
  actions.set('optimizer', 'gibbs');
  showRun(store, 1, 0.8, 0.9);
  expect(selectEpochsOnEverything(store.getState())).toBe(3);
});

test('offers nothing after a run on everything, nor for other settings than those of the run', () => {
  expect(selectEpochsOnEverything(afterRun(null, null).store.getState())).toBeNull();
  const { store, actions } = afterRun(1, 0.8, 0.9);
  actions.set('l2', 0.5);
  expect(selectEpochsOnEverything(store.getState())).toBeNull();
});

test('nothing is offered before a run is over', () => {
  const { store } = afterRun(1, 0.8);
  store.setState(({ training }) => ({ training: { ...training, run: { phase: 'running' } } }));
  expect(selectEpochsOnEverything(store.getState())).toBeNull();
});
