import { toErrorData } from '../../core/errors.ts';
import type { Configuration } from '../../core/hyperparameters.ts';
import { createRunShare } from '../../core/run-share.ts';
import { costOf } from '../../core/sweep/results.ts';
import type { Engine } from '../../engines/engine.ts';
import type { Hold } from '../background.ts';
import { type BenchParts, createBench } from '../bench.ts';
import { prepareInPieces } from '../prepare-ahead.ts';
import { trainAside } from '../train-aside.ts';
import type { EndState } from '../train-run.ts';
import type { BesideRun, TrainerAnswer, TrainerTask } from './messages.ts';

/** Trains one run at a time on the data that it was given last, as `trainAside` does. The engine is started with the first. */
export function createBesideTrainer(
  startEngine: () => Promise<Engine>,
  answer: (message: TrainerAnswer) => void,
): (task: TrainerTask) => Promise<void> {
  let engine: Promise<Engine> | undefined;
  const startOnce = (): Promise<Engine> => {
    engine ??= startEngine();
    return engine;
  };
  // Nothing else of a lab is asked for by a run that is not kept.
  const bench = createBench({
    engines: {
      choose: async () => ({ engine: await startOnce(), reason: 'As for the other trials.', checks: [] }),
    },
  } as unknown as BenchParts);
  let stopping = new AbortController();
  let hold: Hold | null = null;

  async function prepare(configuration: Configuration): Promise<void> {
    const [prepared] = await Promise.all([
      prepareInPieces(configuration, bench.data.at('train on').ratings, bench.material),
      startOnce(),
    ]);
    prepared.firstWeights();
  }

  async function train({ name, configuration, origin, group, from, endWanted }: BesideRun): Promise<void> {
    stopping = new AbortController();
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
    // What a run needs it makes itself, and says why where it cannot.
    if (task.kind === 'prepare') await prepare(task.configuration).catch(() => undefined);
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

/** Training asks for none. */
const NONE = {} as never;
