import { afterEach, describe, expect, test, vi } from 'vitest';
import { classRatings } from '../../../../core/class-ratings.fixture.ts';
import type { Configuration } from '../../../../core/hyperparameters.ts';
import type { RunRecord } from '../../../../core/run-record.ts';
import { resolve } from '../../../../core/settings/defaults.ts';
import { openAside } from '../../background.fixture.ts';
import type { Both, DuelProgress } from '../contract.ts';
import { runDuel } from './run-duel.ts';

const RATINGS = classRatings(1);
const DOT = resolve({ batchSize: 64, listWeight: 0, epochs: 3, patience: 1 });
const MLP = resolve({ model: 'mlp', batchSize: 64, listWeight: 0, epochs: 3, hidden: [8] });

/** The clock stands still but for steps, which take so many milliseconds each: 100 of a dot product, 300 of dense layers. */
function openTimed(whenEnded: (abort: AbortController) => void = () => undefined) {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const reports: DuelProgress[] = [];
  const abort = new AbortController();
  const report = (progress: DuelProgress): void => {
    reports.push(progress);
    if (progress.ended) whenEnded(abort);
  };
  const aside = openAside(RATINGS, ({ graph }) => {
    now += graph.nodes.some(({ kind }) => kind === 'dense') ? 300 : 100;
  });
  const fight = (sides: Both<Configuration>, seconds: number) =>
    runDuel(aside, { sides, seconds, group: 'g' }, { report, signal: abort.signal });
  return { fight, reports, ended: () => reports.flatMap(({ ended }): RunRecord[] => (ended ? [ended] : [])) };
}

afterEach(() => {
  vi.restoreAllMocks();
});

const secondsOf = ({ epochs }: RunRecord): number => epochs.reduce((sum, { seconds }) => sum + seconds, 0);

describe('both sides', () => {
  test('train until the same seconds are used up, however many epochs that is', async () => {
    const { fight, ended, reports } = openTimed();
    await fight([DOT, MLP], 10);
    const [dot, mlp] = ended() as [RunRecord, RunRecord];
    for (const record of [dot, mlp]) {
      expect(record).toMatchObject({ outcome: 'out-of-time', origin: 'duel', test: null, configuration: { timeBudget: 10 } });
      const last = record.epochs.at(-1)?.seconds as number;
      expect(secondsOf(record)).toBeGreaterThanOrEqual(10);
      expect(secondsOf(record) - last).toBeLessThan(10);
    }
    expect(dot.epochs.length).toBeGreaterThan(2 * mlp.epochs.length);
    expect(reports.at(-1)).toMatchObject({ share: 1, epochs: [dot.epochs, mlp.epochs] });
  });

  test('are told of epoch by epoch', async () => {
    const { fight, reports } = openTimed();
    await fight([DOT, MLP], 10);
    const shares = reports.map(({ share }) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(reports.filter(({ side }) => side === 1)[0]?.epochs[1]).toHaveLength(1);
  });
});

test('a duel that is stopped keeps the side that is over', async () => {
  const { fight, ended } = openTimed((abort) => abort.abort());
  await expect(fight([DOT, MLP], 10)).rejects.toMatchObject({ code: 'cancelled' });
  expect(ended()).toHaveLength(1);
});
