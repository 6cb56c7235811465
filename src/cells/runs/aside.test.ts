import { beforeEach, describe, expect, test, vi } from 'vitest';
import { READY } from '../../core/cell-machine.ts';
import { LabError } from '../../core/errors.ts';
import { testRecord } from '../../core/run-record.fixture.ts';
import { resolve } from '../../core/settings/defaults.ts';
import { selectAsideWork } from '../../state/aside-work.ts';
import { openNotebook, type TestNotebook } from '../notebook.fixture.ts';
import type { SweepState } from '../sweep/contract.ts';
import type { DuelProgress } from './duel/contract.ts';
import type { RepeatProgress } from './repeat/contract.ts';

const KEPT = { weights: [], problem: null };
const SIDES = [resolve({}), resolve({ model: 'mlp' })] as const;

let notebook: TestNotebook;
let finish: () => void;
let fail: (error: LabError) => void;

const state = () => notebook.store.getState();
/** What lists a run is fetched when it is first needed. */
const settle = async (): Promise<void> => {
  await vi.dynamicImportSettled();
  await new Promise((resolve) => setImmediate(resolve));
};
const tell = (call: 'runs/repeat/start' | 'runs/duel/start', progress: RepeatProgress | DuelProgress): void =>
  notebook.optionsOf(call).onProgress?.(progress as never);
const duelled = (side: 0 | 1, ended: DuelProgress['ended']): DuelProgress => ({ side, share: 0.5, epochs: [[], []], ended });

beforeEach(() => {
  const pending = vi.fn(
    (_: unknown) =>
      new Promise<void>((resolve, reject) => {
        finish = resolve;
        fail = reject;
      }),
  );
  notebook = openNotebook({ 'runs/repeat/start': pending, 'runs/duel/start': pending, 'runs/put': async () => KEPT });
  notebook.store.setState({ sweep: { run: READY } as SweepState });
});

describe('repeats', () => {
  const repeat = () => notebook.actions.repeatRuns({ configuration: resolve({}), kind: 'seeds', count: 2 });
  const ended = testRecord({}, { id: 'one' });

  test('list each run when it ends, and tell how far they are', async () => {
    const over = repeat();
    tell('runs/repeat/start', { done: 0, of: 2, share: 0.2, secondsLeft: 9, ended: null });
    expect(state().repeat).toMatchObject({ run: { phase: 'running' }, progress: { share: 0.2 } });
    tell('runs/repeat/start', { done: 1, of: 2, share: 0.5, secondsLeft: 5, ended });
    await settle();
    expect(state().runs.records).toEqual([ended]);
    finish();
    await over;
    expect(state().repeat).toMatchObject({ run: { phase: 'done' }, group: expect.any(String) });
  });

  test('that are stopped leave what is listed, and are no failure', async () => {
    const over = repeat();
    tell('runs/repeat/start', { done: 1, of: 2, share: 0.5, secondsLeft: 5, ended });
    notebook.actions.stopRepeating();
    expect(notebook.optionsOf('runs/repeat/start').signal?.aborted).toBe(true);
    fail(new LabError('cancelled', 'Enough.', 'Again.'));
    await over;
    await settle();
    expect(state()).toMatchObject({ repeat: { run: { phase: 'ready' } }, runs: { records: [ended] } });
  });

  test('are in groups of their own each time', async () => {
    void repeat();
    const { group } = state().repeat;
    void repeat();
    expect(state().repeat.group).not.toBe(group);
  });

  test('keep other work in the background waiting', () => {
    expect(selectAsideWork(state())).toBeNull();
    void repeat();
    expect(selectAsideWork(state())).toBe('Available once the repeats are over.');
  });
});

describe('a duel', () => {
  test('lists both runs and gives them colours, and keeps what it was about', async () => {
    const over = notebook.actions.startDuel({ sides: SIDES, seconds: 10 });
    tell('runs/duel/start', duelled(0, testRecord({}, { id: 'one' })));
    tell('runs/duel/start', duelled(1, testRecord({ model: 'mlp' }, { id: 'two' })));
    finish();
    await over;
    await settle();
    expect(state().runs.drawn.slice(0, 2)).toEqual(['one', 'two']);
    expect(state().duel.result).toMatchObject({
      request: { sides: SIDES, seconds: 10 },
      records: [{ id: 'one' }, { id: 'two' }],
    });
  });

  test('that is stopped keeps the side that is over', async () => {
    const over = notebook.actions.startDuel({ sides: SIDES, seconds: 10 });
    tell('runs/duel/start', duelled(0, testRecord({}, { id: 'one' })));
    notebook.actions.stopDuel();
    fail(new LabError('cancelled', 'Enough.', 'Again.'));
    await over;
    expect(state().duel).toMatchObject({ run: { phase: 'ready' }, result: { records: [{ id: 'one' }] } });
  });
});
