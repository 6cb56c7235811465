import { LabError } from '../../../core/errors.ts';
import type { Configuration } from '../../../core/hyperparameters.ts';
import type { RunRecord } from '../../../core/run-record.ts';
import type { Halting } from '../../../lab/background.ts';
import type { Bench } from '../../../lab/bench.ts';
import type { Lane, Lanes } from '../../../lab/beside/lanes.ts';
import type { CostLimit } from '../../../lab/beside/messages.ts';
import type { AsideOptions, AsideRun, EndWish } from '../../../lab/train-aside.ts';

interface BesideOptions extends Pick<AsideOptions, 'signal' | 'from'> {
  /** Takes where the run ended, if it costs no more than this. */
  readonly end: (CostLimit & Pick<EndWish, 'take'>) | undefined;
  onShare(share: number): void;
}

/**
 * As `trainAside`, in a worker beside others, once one has nothing else to do: it comes to the same numbers, since those do not depend on the
 * number of threads. Null where there is no worker, or its own is gone, so that the run has to be trained here.
 */
export async function trainBeside(
  { exclusive, runs }: Bench,
  lanes: Lanes,
  configuration: Configuration,
  { id, of, origin, group }: AsideRun & { readonly of: string },
  { signal, from, end, onShare }: BesideOptions,
): Promise<RunRecord | null> {
  const endWanted = end ? { measure: end.measure, limit: end.limit } : null;
  const run = { name: runs.name(id), configuration, origin, ...(group && { group }), from, endWanted };
  const control = createRelay();
  const work = async (lane: Lane | null): Promise<RunRecord | null> => {
    if (control.isStopped) throw new LabError('cancelled', 'The trial was stopped.', 'Continue the sweep.');
    if (lane === null) return null;
    control.relayTo(lane.control);
    try {
      const trained = await lane.train(run, onShare);
      if (trained.end) end?.take(trained.end);
      return trained.record;
    } finally {
      // The worker is another run's from now on.
      control.relayTo(null);
    }
  };
  if (signal?.aborted) control.stop();
  signal?.addEventListener('abort', control.stop, { once: true });
  try {
    return await exclusive.trainElsewhere(control, () => lanes.use(work), of);
  } catch (thrown) {
    if (thrown instanceof LabError && thrown.code === 'crashed') return null;
    throw thrown;
  } finally {
    signal?.removeEventListener('abort', control.stop);
  }
}

interface Relay extends Halting {
  readonly isStopped: boolean;
  /** What was told last goes to this control, and what is told from now on. */
  relayTo(control: Halting | null): void;
}

/** The control of a run that waits for a worker. */
function createRelay(): Relay {
  let target: Halting | null = null;
  let told: keyof Halting = 'resume';
  return {
    get isStopped() {
      return told === 'stop';
    },
    relayTo(control) {
      target = control;
      void target?.[told]();
    },
    async pause() {
      told = 'pause';
      await target?.pause();
    },
    resume() {
      told = 'resume';
      target?.resume();
    },
    stop() {
      told = 'stop';
      target?.stop();
    },
  };
}
