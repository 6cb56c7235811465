import { expect, test } from 'vitest';
import type { EpochReport, RunEvent, RunProgress, RunStart } from '../../core/run-report.ts';
import { openNotebook } from '../notebook.fixture.ts';
import type { TrainingState } from './contract.ts';
import { afterRunEvent } from './run-events.ts';

const START: TrainingState = openNotebook({}).store.getState().training;
const RUN = { runId: 'one' } as RunStart;
const epoch = (number: number) => ({ epoch: number }) as EpochReport;

const after = (...events: readonly RunEvent[]): TrainingState => events.reduce(afterRunEvent, START);

test('a run that starts is the run shown, but its weights are not yet in use', () => {
  const training = after({ kind: 'run-started', run: RUN, epochs: [] });
  expect([training.start, training.inUse]).toEqual([RUN, null]);
});

test('its weights are in use once the lab says so', () => {
  const training = after({ kind: 'run-started', run: RUN, epochs: [] }, { kind: 'weights-in-use' });
  expect(training.inUse).toBe(RUN);
});

test('progress is the latest, epochs pile up in a new array', () => {
  const progress = { step: 7 } as RunProgress;
  const before = after({ kind: 'run-started', run: RUN, epochs: [] }, { kind: 'epoch', epoch: epoch(1) });
  const state = afterRunEvent(before, { kind: 'epoch', epoch: epoch(2) });
  expect(before.epochs).toEqual([epoch(1)]);
  expect(state.epochs).toEqual([epoch(1), epoch(2)]);
  expect(afterRunEvent(state, { kind: 'run-progress', progress })).toEqual({ ...state, progress });
});
