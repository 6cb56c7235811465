import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadCharts } from '../../charts/load-charts.ts';
import { READY } from '../../core/cell-machine.ts';
import type { DataSummary } from '../../core/data-summary.ts';
import { LabError } from '../../core/errors.ts';
import { selectConfiguration } from '../../state/selectors.ts';
import { type LabCalls, openNotebook } from '../notebook.fixture.ts';

vi.mock('../../charts/load-charts.ts', () => ({ loadCharts: vi.fn(async () => ({})) }));

const DATA = { firstUserId: 1, lastUserId: 671, ratings: 100_004 } as DataSummary;

describe('a run is prepared before Train is pressed', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const open = (calls: Pick<LabCalls, 'train/prepare' | 'train/timeEngines'>) =>
    openNotebook({ 'data/load': async () => DATA, 'split/report': vi.fn(), 'explore/view': vi.fn(), ...calls });

  test('at once, and it is timed with the settings of the moment at which the page is at rest', async () => {
    const [prepare, timeEngines] = [vi.fn(async () => undefined), vi.fn(async () => undefined)];
    const { actions, store } = open({ 'train/prepare': prepare, 'train/timeEngines': timeEngines });
    await actions.load();
    expect(prepare.mock.calls).toEqual([[{ configuration: selectConfiguration(store.getState()) }]]);
    expect(timeEngines).not.toHaveBeenCalled();
    actions.setAll({ batchSize: 512 });
    await vi.runAllTimersAsync();
    expect(timeEngines.mock.calls).toEqual([[{ configuration: selectConfiguration(store.getState()) }]]);
    expect(selectConfiguration(store.getState()).batchSize).toBe(512);
    expect(prepare).toHaveBeenCalledOnce();
    expect(loadCharts).toHaveBeenCalledOnce();
  });

  test('where that or the charts fail nothing is said: the run will say it', async () => {
    vi.mocked(loadCharts).mockRejectedValueOnce(new Error('No network'));
    const fail = async (): Promise<never> => {
      throw new LabError('part-missing', 'A part did not come.', 'Try again.');
    };
    const { actions, store } = open({ 'train/prepare': fail, 'train/timeEngines': fail });
    await actions.load();
    await vi.runAllTimersAsync();
    expect(store.getState().training.run).toEqual(READY);
  });
});
