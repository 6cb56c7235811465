import { expect, test, vi } from 'vitest';
import type { DataSummary } from '../core/data-summary.ts';
import { PRESETS, type Preset } from '../core/presets.ts';
import { type LabCalls, openNotebook } from './notebook.fixture.ts';

const DATA = { name: 'Small', firstUserId: 1, lastUserId: 671, ratings: 100_004 } as DataSummary;
const ALL = PRESETS[1] as Preset;

function open(calls: Partial<LabCalls> = {}) {
  const notebook = openNotebook({
    'data/load': async () => ({ ...DATA }),
    'explore/view': async () => ({}) as never,
    'split/report': async () => ({}) as never,
    ...calls,
  });
  return { ...notebook, state: notebook.store.getState };
}

test('a preset, a reset and a setting are undone to what was there', async () => {
  const { actions, state } = open();
  actions.set('epochs', 7);
  actions.takePreset(ALL);
  const ofPreset = state().overrides;
  actions.reset('training', 'model');
  expect(state().overrides).not.toEqual(ofPreset);
  await actions.undo();
  expect(state().overrides).toEqual(ofPreset);
  await actions.undo();
  expect(state().overrides).toEqual({ epochs: 7 });
  await actions.undo();
  expect(state().overrides).toEqual({});
  await actions.undo();
  await actions.redo();
  expect(state().overrides).toEqual({ epochs: 7 });
});

test('several settings at once are undone at once; what changes nothing is nothing to undo', async () => {
  const { actions, state } = open();
  actions.setAll({ loss: 'squared', listWeight: 0 });
  expect(state().undone.past).toHaveLength(1);
  actions.setAll({ loss: 'squared', listWeight: 0 });
  actions.takePreset({ label: 'The same', help: '', overrides: state().overrides });
  expect(state().undone.past).toHaveLength(1);
  await actions.undo();
  expect(state().overrides).toEqual({});
});

test('an address that was opened meanwhile is not undone', async () => {
  const { actions, state, open: openAddress } = open();
  actions.set('epochs', 7);
  openAddress('#epochs=9');
  await actions.undo();
  expect(state().overrides).toEqual({ epochs: 9 });
});

test('filters that were cleared come back, on the same data alone', async () => {
  const { actions, state } = open();
  await actions.load();
  actions.filterBy('stars', [1]);
  actions.filterBy('genre', [2]);
  actions.clearFilters();
  await actions.undo();
  expect(state().explore.filters).toEqual({ stars: [1], genre: [2] });
  actions.clearFilters();
  await actions.load('synthetic-1m');
  await actions.undo();
  expect(state().explore.filters).toEqual({});
});

test('a run that was discarded is put back', async () => {
  const record = { id: 'one', savedAt: 5, blob: new Blob(['x']) } as never;
  const putBackRun = vi.fn<LabCalls['train/putBackRun']>(async () => undefined);
  const removeRun = vi.fn<LabCalls['train/removeRun']>(async () => record);
  const { actions } = open({
    'train/removeRun': removeRun,
    'train/putBackRun': putBackRun,
    'train/keptRuns': async () => [],
  });
  await actions.removeRun({ id: 'one' } as never);
  await actions.undo();
  expect(putBackRun).toHaveBeenCalledWith({ record });
  await actions.redo();
  expect(removeRun).toHaveBeenCalledTimes(2);
});

test('which ratings count is undone by reading them anew', async () => {
  const load = vi.fn<LabCalls['data/load']>(async ({ source: { cleaning } }) => ({ ...DATA, ...(cleaning && { cleaning }) }));
  const { actions, state, store } = open({ 'data/load': load });
  await actions.load('bundled');
  await actions.clean({ perUser: 5 });
  await actions.undo();
  expect(load).toHaveBeenCalledTimes(3);
  expect(state().data.cleaning.perUser).not.toBe(5);
  await actions.redo();
  expect(load.mock.lastCall?.[0].source.cleaning?.perUser).toBe(5);
  store.setState(({ training }) => ({ training: { ...training, run: { phase: 'running' } } }));
  await actions.undo();
  expect(state().data.cleaning.perUser, 'during a run it stays, and so does the step').toBe(5);
  expect(state().undone.toast?.words).toBe('The ratings cannot change during a training run. Stop the run first.');
  expect(state().undone.past).toHaveLength(1);
});
