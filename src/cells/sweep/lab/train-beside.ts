import { LabError } from '../../../core/errors.ts';
import type { Configuration } from '../../../core/hyperparameters.ts';
import type { RunRecord } from '../../../core/run-record.ts';
import type { Bench } from '../../../lab/bench.ts';
import type { Lane } from '../../../lab/beside/lanes.ts';
import type { AsideOptions, AsideRun } from '../../../lab/train-aside.ts';

interface BesideOptions extends Omit<AsideOptions, 'onEvent'> {
  onShare(share: number): void;
}

/**
 * As `trainAside`, in a worker beside others: it comes to the same numbers, since those do not depend on the number of threads. Null where that
 * worker is gone, so that the run has to be trained here.
 */
export async function trainBeside(
  { exclusive, runs }: Bench,
  lane: Lane,
  configuration: Configuration,
  { id, of, origin, group }: AsideRun & { readonly of: string },
  { signal, from, onEnd, onShare }: BesideOptions,
): Promise<RunRecord | null> {
  const run = { name: runs.name(id), configuration, origin, ...(group && { group }), from, keepsEnd: onEnd !== undefined };
  const { control } = lane;
  const work = async (): Promise<RunRecord> => {
    const going = lane.train(run, onShare);
    if (signal?.aborted) control.stop();
    signal?.addEventListener('abort', control.stop, { once: true });
    try {
      const { record, end } = await going;
      if (end) onEnd?.(end);
      return record;
    } finally {
      signal?.removeEventListener('abort', control.stop);
    }
  };
  try {
    return await exclusive.trainElsewhere(control, work, of);
  } catch (thrown) {
    if (thrown instanceof LabError && thrown.code === 'crashed') return null;
    throw thrown;
  }
}
