import { expect, test } from 'vitest';
import type { EpochReport, LabEvent, RunProgress, RunStart } from '../lab/protocol.ts';
import { labEvent } from './lab-events.ts';
import { createNotebook } from './notebook.ts';
import type { NotebookState } from './notebook-state.ts';

const START: NotebookState = createNotebook({} as never, { page: 'https://here.example/', bundled: 'data.zip' }).store.getState();
const RUN = { runId: 1 } as RunStart;
const epoch = (number: number) => ({ runId: 1, epoch: number }) as EpochReport;

function after(...events: readonly LabEvent[]): NotebookState {
  let state = START;
  for (const event of events) state = { ...state, ...labEvent(state, event) };
  return state;
}

test('progress of loading replaces what was there', () => {
  const progress = { phase: 'unzip', share: 0.5 } as const;
  const state = after({ kind: 'load-progress', progress: { phase: 'fetch', share: 1 } }, { kind: 'load-progress', progress });
  expect(state.data).toEqual({ ...START.data, progress });
  expect(state.training).toBe(START.training);
});

test('a run that starts is the run shown, but its weights are not yet in use', () => {
  const { training } = after({ kind: 'run-started', run: RUN, epochs: [] });
  expect([training.start, training.inUse]).toEqual([RUN, null]);
});

test('its weights are in use once the lab says so', () => {
  const { training } = after({ kind: 'run-started', run: RUN, epochs: [] }, { kind: 'weights-in-use', runId: 1 });
  expect(training.inUse).toBe(RUN);
});

test('progress is the latest, epochs pile up in a new array', () => {
  const progress = { runId: 1, step: 7 } as RunProgress;
  const before = after({ kind: 'run-started', run: RUN, epochs: [] }, { kind: 'epoch', epoch: epoch(1) });
  const state = { ...before, ...labEvent(before, { kind: 'epoch', epoch: epoch(2) }) };
  expect(before.training.epochs).toEqual([epoch(1)]);
  expect(state.training.epochs).toEqual([epoch(1), epoch(2)]);
  expect(labEvent(state, { kind: 'run-progress', progress }).training).toEqual({ ...state.training, progress });
});
