import { LabError } from '../../../../core/errors.ts';
import { defaultThreshold } from '../../../../core/evaluate/relevance.ts';
import type { Configuration, SplitStrategy } from '../../../../core/hyperparameters.ts';
import type { CallContext } from '../../../../lab/wire.ts';
import type { LeakageProgress, LeakageRequest, LeakageRow, LeakageTable } from '../contract.ts';
import { type Place, trySplit } from './try-split.ts';

type Context = Pick<CallContext<LeakageProgress>, 'report' | 'signal'>;

const SPLITS: readonly SplitStrategy[] = ['random', 'leave-last', 'time-cut'];
/** Before so much is done nothing is said of the time that is left. */
const ENOUGH_TO_TELL = 0.05;

/** Trains and measures a configuration under each split, one after the other. Throws a LabError `cancelled` when aborted. */
export async function compareSplits(
  place: Place,
  { configuration, k, threshold: wanted }: LeakageRequest,
  { report, signal }: Context,
): Promise<LeakageTable> {
  const { ratings } = place.data;
  const threshold = wanted ?? defaultThreshold(ratings.scale);
  const start = performance.now();
  const possible = SPLITS.filter((split) => split === 'random' || ratings.timestamps !== null);
  const rows: LeakageRow[] = [];
  let share = 0;
  /** When the first step was taken: what comes before, such as the choice of an engine, comes once. */
  let trainingSince: number | null = null;

  const tableSoFar = (): LeakageTable => ({ rows: [...rows], k, threshold, seconds: (performance.now() - start) / 1000 });

  function follow(split: SplitStrategy, doing: LeakageProgress['doing'], ofSplit: number): void {
    share = Math.max(share, (possible.indexOf(split) + ofSplit) / possible.length);
    trainingSince ??= performance.now();
    const seconds = (performance.now() - trainingSince) / 1000;
    report({
      split,
      doing,
      share,
      secondsLeft: share < ENOUGH_TO_TELL ? null : (seconds * (1 - share)) / share,
      soFar: tableSoFar(),
    });
  }

  const stop = (): void => place.control.stop();
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  for (const split of SPLITS) {
    const work = (): Promise<LeakageRow> =>
      rowOf(place, { ...configuration, split }, { k, threshold }, signal, (doing, ofSplit) => follow(split, doing, ofSplit));
    rows.push(possible.includes(split) ? await work() : { split, problem: WITHOUT_TIMES });
  }
  return tableSoFar();
}

const WITHOUT_TIMES = {
  message: 'These ratings have no times to split them by.',
  remedy: 'Load ratings with a column of times.',
};

/** A split under which nothing can be trained is said to be missing; the others are tried all the same. */
async function rowOf(...[place, configuration, ...others]: Parameters<typeof trySplit>): Promise<LeakageRow> {
  const { split }: Configuration = configuration;
  try {
    return { split, problem: null, ...(await trySplit(place, configuration, ...others)) };
  } catch (thrown) {
    if (!(thrown instanceof LabError) || thrown.code === 'cancelled') throw thrown;
    const { message, remedy } = thrown;
    return { split, problem: { message, remedy } };
  }
}
