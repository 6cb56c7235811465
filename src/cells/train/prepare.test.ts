import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadCharts } from '../../charts/load-charts.ts';
import { READY } from '../../core/cell-machine.ts';
import type { DataSummary } from '../../core/data-summary.ts';
import { LabError } from '../../core/errors.ts';
import { selectConfiguration } from '../../state/selectors.ts';
import { type LabCalls, openNotebook } from '../notebook.fixture.ts';

vi.mock('../../charts/load-charts.ts', () => ({ loadCharts: vi.fn(async () => ({})) }));

const DATA = { firstUserId: 1, lastUserId: 671, ratings: 100_004 } as DataSummary;

describe('the engine is chosen before Train is pressed', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const open = (prepare: LabCalls['train/prepare']) =>
    openNotebook({ 'data/load': async () => DATA, 'split/report': vi.fn(), 'explore/view': vi.fn(), 'train/prepare': prepare });

  test('with the settings of that moment, once the new ratings are drawn', async () => {
    const prepare = vi.fn(async () => undefined);
    const { actions, store } = open(prepare);
    await actions.load();
    expect(prepare).not.toHaveBeenCalled();
    actions.setAll({ batchSize: 512 });
    await vi.runAllTimersAsync();
    expect(prepare.mock.calls).toEqual([[{ configuration: selectConfiguration(store.getState()) }]]);
    expect(selectConfiguration(store.getState()).batchSize).toBe(512);
    expect(loadCharts).toHaveBeenCalledOnce();
  });

  test('where that or the charts fail nothing is said: the run will say it', async () => {
    vi.mocked(loadCharts).mockRejectedValueOnce(new Error('No network'));
    const { actions, store } = open(async () => {
      throw new LabError('part-missing', 'A part did not come.', 'Try again.');
    });
    await actions.load();
    await vi.runAllTimersAsync();
    expect(store.getState().training.run).toEqual(READY);
  });
});
