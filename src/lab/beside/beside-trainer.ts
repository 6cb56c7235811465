import { toErrorData } from '../../core/errors.ts';
import type { Configuration } from '../../core/hyperparameters.ts';
import type { RunId } from '../../core/run-report.ts';
import { createRunShare } from '../../core/run-share.ts';
import { costOf } from '../../core/sweep/results.ts';
import type { Engine } from '../../engines/engine.ts';
import type { Hold } from '../background.ts';
import { type BenchParts, createBench } from '../bench.ts';
import { trainAside } from '../train-aside.ts';
import type { EndState } from '../train-run.ts';
import type { BesideRun, TrainerAnswer, TrainerTask } from './messages.ts';

/** Trains one run at a time on the data that it was given last, as `trainAside` does. The engine is started with the first. */
export function createBesideTrainer(
  startEngine: () => Promise<Engine>,
  answer: (message: TrainerAnswer) => void,
): (task: TrainerTask) => Promise<void> {
  let engine: Promise<Engine> | undefined;
  // Nothing else of a lab is asked for by a run that is not kept.
  const bench = createBench({
    engines: {
      choose: async () => {
        engine ??= startEngine();
        return { engine: await engine, reason: 'As for the other trials.', checks: [] };
      },
    },
  } as unknown as BenchParts);
  let preparing = { stop: () => {}, isOver: Promise.resolve() };
  let stopping = new AbortController();
  let hold: Hold | null = null;

  /** Trains an epoch of which nobody hears: a browser makes code fast only after it has run for a while. */
  function prepare(configuration: Configuration): void {
    const stopper = new AbortController();
    const own = { ...bench, runs: { ...bench.runs, name: () => AHEAD } };
    const end = { isWanted: () => true, take: () => undefined };
    const run = trainAside(own, { ...configuration, epochs: 1 }, { origin: 'sweep' }, { signal: stopper.signal, end });
    const ignore = (): void => undefined;
    // A trial says why it cannot be trained.
    preparing = { stop: () => stopper.abort(), isOver: run.then(ignore, ignore) };
  }

  async function train({ name, configuration, origin, group, from, endWanted }: BesideRun): Promise<void> {
    stopping = new AbortController();
    preparing.stop();
    await preparing.isOver;
    const shareOf = createRunShare();
    let end: EndState | undefined;
    const own = { ...bench, runs: { ...bench.runs, name: () => name } };
    try {
      const record = await trainAside(
        own,
        configuration,
        { origin, ...(group && { group }) },
        {
          signal: stopping.signal,
          onEvent: (event) => answer({ kind: 'share', share: shareOf(event) }),
          from,
          end: endWanted
            ? {
                isWanted: (record) => costOf(record, endWanted.measure) <= endWanted.limit,
                take: (state) => {
                  end = state;
                },
              }
            : undefined,
        },
      );
      answer({ kind: 'trained', record, end });
    } catch (thrown) {
      answer({ kind: 'failed', error: toErrorData(thrown) });
    }
  }

  return async (task) => {
    if (task.kind === 'data') bench.data.take({ ...task.data, statistics: NONE });
    if (task.kind === 'prepare') prepare(task.configuration);
    if (task.kind === 'train') await train(task.run);
    if (task.kind === 'stop') stopping.abort();
    if (task.kind === 'resume') {
      hold?.release();
      hold = null;
    }
    if (task.kind === 'pause') {
      hold ??= bench.exclusive.holdBackground();
      await hold.halted;
      answer({ kind: 'halted' });
    }
  };
}

const AHEAD = { runId: 'ahead' as RunId, number: 0 };

/** Training asks for none. */
const NONE = {} as never;
