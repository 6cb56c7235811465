import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadCharts } from '../../../charts/load-charts.ts';
import type { EpochReport, RunEvent, RunStart, RunSummary } from '../../../core/run-report.ts';
import { selectConfiguration } from '../../../state/selectors.ts';
import { openNotebook } from '../../notebook.fixture.ts';
import { selectDrawnEpochs, selectDrawnProgress } from './selectors.ts';

vi.mock('../../../charts/load-charts.ts', () => ({ loadCharts: vi.fn(async () => ({})) }));

const prefersStill = vi.fn(() => ({ matches: false }));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('matchMedia', prefersStill);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Lets everything happen that is ready to. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const pass = async (milliseconds: number): Promise<void> => {
  await vi.advanceTimersByTimeAsync(milliseconds);
  await settle();
};

function create() {
  let end: (summary: RunSummary) => void = () => {};
  const notebook = openNotebook({
    'train/start': () =>
      new Promise((resolve) => {
        end = resolve;
      }),
  });
  const state = notebook.store.getState;
  const report = (event: RunEvent): void => notebook.optionsOf('train/start').onProgress?.(event as never);
  /** The lab tells of epochs of a run of eight. */
  const reach = (epochs: number): void => {
    const configuration = { ...selectConfiguration(state()), epochs: 8 };
    report({ kind: 'run-started', run: { runId: 'one', configuration } as RunStart, epochs: [] });
    for (let epoch = 1; epoch <= epochs; epoch++) report({ kind: 'epoch', epoch: { epoch } as EpochReport });
  };
  /** A run that is over before a chart can be drawn. */
  const trainFast = async (): Promise<void> => {
    const training = notebook.actions.train();
    reach(8);
    end({ seconds: 0.4 } as RunSummary);
    await training;
    // The part that plays is fetched.
    await vi.dynamicImportSettled();
    await settle();
  };
  return {
    ...notebook,
    ...notebook.actions,
    state,
    end: (summary: RunSummary) => end(summary),
    report,
    reach,
    trainFast,
    drawn: () => selectDrawnEpochs(state()).length,
  };
}

describe('the curves of the first run', () => {
  test('come epoch by epoch over two to three seconds, though the run is done', async () => {
    const { trainFast, state, drawn } = create();
    await trainFast();
    expect(state().training.run.phase).toBe('done');
    expect(state().training.epochs).toHaveLength(8);
    expect([drawn(), state().replay.wasAhead]).toEqual([1, true]);
    const seen = [];
    for (let tick = 0; tick < 7; tick++) {
      await pass(313);
      seen.push(drawn());
    }
    expect(seen).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(state().replay).toEqual({ isOn: true, shown: null, wasAhead: true });
  });

  test('are shown whole on request, and drawn again on request', async () => {
    const { trainFast, showAllEpochs, drawAgain, drawn } = create();
    await trainFast();
    showAllEpochs();
    await pass(400);
    expect(drawn()).toBe(8);
    void drawAgain();
    expect(drawn()).toBe(1);
    await pass(3000);
    expect(drawn()).toBe(8);
  });

  test('are shown whole where the visitor asks for reduced motion, or charts do not arrive', async () => {
    prefersStill.mockReturnValueOnce({ matches: true });
    const still = create();
    await still.trainFast();
    expect(still.drawn()).toBe(8);
    vi.mocked(loadCharts).mockRejectedValueOnce(new Error('No network'));
    const offline = create();
    await offline.trainFast();
    expect(offline.drawn()).toBe(8);
  });

  test('are not held back by a run that is slower than they are', async () => {
    const { train, reach, report, state, drawn } = create();
    void train();
    reach(1);
    const progress = { epoch: 2, step: 1, stepsPerEpoch: 3 } as never;
    report({ kind: 'run-progress', progress });
    expect([drawn(), selectDrawnProgress(state())]).toEqual([1, progress]);
    await vi.dynamicImportSettled();
    await pass(3000);
    expect(state().replay).toEqual({ isOn: true, shown: null, wasAhead: false });
  });
});

test('later runs, and runs that are watched at a slower pace, show each epoch as it comes', async () => {
  const { trainFast, train, reach, drawn, state } = create();
  await trainFast();
  void train();
  reach(5);
  expect([drawn(), state().replay.isOn]).toEqual([5, false]);
  const watched = create();
  watched.setPace('epoch');
  void watched.train();
  watched.reach(3);
  expect([watched.drawn(), watched.state().replay.isOn]).toEqual([3, false]);
});

test('a run that is stopped before its first epoch has nothing to draw', async () => {
  const { train, reach, end, state } = create();
  const training = train();
  reach(0);
  end({ seconds: 0.4 } as RunSummary);
  await training;
  expect(state().replay.isOn).toBe(false);
});

test('a run that fails or halts shows what there is', async () => {
  const { step, reach, report, drawn } = create();
  void step('epoch');
  reach(2);
  report({ kind: 'run-progress', progress: { epoch: 2, step: 3, stepsPerEpoch: 3, paused: true } as never });
  expect(drawn()).toBe(2);
});
