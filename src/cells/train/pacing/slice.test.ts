import { expect, test, vi } from 'vitest';
import type { RunEvent, RunProgress } from '../../../core/run-report.ts';
import { type LabCalls, openNotebook } from '../../notebook.fixture.ts';

/** A lab whose runs go on for ever. */
function create() {
  const start = vi.fn<LabCalls['train/start']>(() => new Promise(() => undefined));
  const setWaits = vi.fn<LabCalls['train/setWaits']>(async () => undefined);
  const pause = vi.fn<LabCalls['train/pause']>(async () => undefined);
  const step = vi.fn<LabCalls['train/step']>(async () => undefined);
  const calls = { 'train/start': start, 'train/setWaits': setWaits, 'train/pause': pause, 'train/step': step };
  const notebook = openNotebook(calls);
  const state = notebook.store.getState;
  const report = (progress: Partial<RunProgress>): void =>
    notebook.optionsOf('train/start').onProgress?.({ kind: 'run-progress', progress } as RunEvent as never);
  return {
    ...notebook,
    ...notebook.actions,
    state,
    report,
    start,
    setWaits,
    pause,
    step,
    phase: () => state().training.run.phase,
  };
}

const asked = (pacing: object) => expect.objectContaining({ pacing });

test('a run starts at the pace that is chosen', () => {
  for (const [pace, pacing] of [
    ['full', { waits: false, haltsAt: null }],
    ['epoch', { waits: true, haltsAt: null }],
    ['step', { waits: false, haltsAt: 'start' }],
  ] as const) {
    const { setPace, train, start, setWaits } = create();
    setPace(pace);
    void train();
    expect(start).toHaveBeenCalledWith(asked(pacing));
    expect(setWaits).not.toHaveBeenCalled();
  }
});

test('a step before a run starts one that halts after it, and is paused once it has halted, not before', async () => {
  const { setPace, step, report, phase, start, ...book } = create();
  setPace('epoch');
  void book.actions.step('batch');
  expect(start).toHaveBeenCalledWith(asked({ waits: true, haltsAt: 'batch' }));
  expect(phase()).toBe('running');
  report({ step: 1, paused: true });
  expect(phase()).toBe('paused');
  await book.actions.step('epoch');
  expect(step).toHaveBeenCalledWith({ grain: 'epoch' });
});

test('it is paused by its first halt alone: a later one is answered by its own button', async () => {
  const { trainHalted, report, phase, start, store } = create();
  void trainHalted();
  expect(start).toHaveBeenCalledWith(asked({ waits: false, haltsAt: 'start' }));
  report({ step: 0, paused: true });
  store.setState(({ training }) => ({ training: { ...training, run: { phase: 'running' } } }));
  report({ step: 9, paused: true });
  expect(phase()).toBe('running');
});

test('the run that goes takes up another pace at once', async () => {
  const { train, setPace, setWaits, pause, phase } = create();
  void train();
  setPace('epoch');
  expect(setWaits).toHaveBeenLastCalledWith({ waits: true });
  setPace('full');
  expect(setWaits).toHaveBeenLastCalledWith({ waits: false });
  expect(pause).not.toHaveBeenCalled();
  setPace('step');
  await vi.waitFor(() => expect(phase()).toBe('paused'));
});

test('the address holds the pace where it is not full speed, and says what it cannot use', () => {
  const { open, address, setPace, state } = create();
  setPace('epoch');
  expect(address()).toBe('#pace=epoch');
  open('#pace=step');
  expect(state().pacing.pace).toBe('step');
  open('#pace=slow');
  expect(state().pacing.pace).toBe('full');
  expect(state().addressProblems).toEqual([
    { group: 'training', message: 'The address sets the pace to “slow”, which is not one of full, epoch, step; full is used.' },
  ]);
  setPace('full');
  expect([address(), state().addressProblems]).toEqual(['', []]);
});
