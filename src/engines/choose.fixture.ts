import { afterEach, beforeEach, vi } from 'vitest';
import { LabError } from '../core/errors.ts';
import { DEFAULTS } from '../core/settings/tuned.ts';
import type { EngineCandidate } from './candidates.ts';
import { createChooser } from './choose.ts';
import type { Engine } from './engine.ts';
import { createReferenceTrainer } from './reference/trainer.ts';
import type { TrainerOptions } from './trainer.ts';

/** What the engines under test would train. */
export const WORKLOAD = {
  configuration: { ...DEFAULTS.dot, userFactors: 2, movieFactors: 2, batchSize: 16 },
  users: 5,
  movies: 6,
  rated: { users: Int32Array.of(0, 4, 2), movies: Int32Array.of(5, 1, 0) },
};

/** Time as the engines under test see it: it goes on with their steps alone. */
let clock = 0;

export function stopClock(): void {
  beforeEach(() => {
    vi.spyOn(performance, 'now').mockImplementation(() => clock);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
}

interface Faults {
  readonly drawback?: string;
  /** Added to every prediction. */
  readonly bias?: number;
  /** Milliseconds that a step takes longer. */
  readonly slow?: number;
  readonly optimizers?: EngineCandidate['optimizers'];
  readonly start?: (threads?: number) => void;
  /** Its steps have no solution. */
  readonly isSingular?: boolean;
  /** Is lost as soon as it is tried, and then answers nothing. */
  readonly isLost?: boolean;
  /** Milliseconds that a step takes longer, by the number of its threads. */
  readonly byThreads?: Readonly<Record<number, number>>;
}

const isOnGpu = ({ name }: EngineCandidate): boolean => name === 'webgl' || name === 'webgpu';

export const chooserOf = (candidates: readonly EngineCandidate[], listOnGpu = async () => candidates.filter(isOnGpu)) =>
  createChooser({
    onCpu: candidates.filter((candidate) => !isOnGpu(candidate)),
    listOnGpu,
    onGpu: candidate('webgl'),
  });

/** The reference under the name of an engine, with faults. */
export function candidate(name: EngineCandidate['name'], faults: Faults = {}): EngineCandidate {
  const {
    drawback,
    bias = 0,
    slow = 1,
    optimizers = ['adam', 'sgd'],
    start = () => undefined,
    byThreads,
    isLost,
    isSingular,
  } = faults;
  let threads = 1;
  const create = async (options: TrainerOptions) => {
    const trainer = createReferenceTrainer(options);
    return {
      ...trainer,
      engine: name,
      ...(byThreads && {
        threads: {
          most: Math.max(...Object.keys(byThreads).map(Number)),
          used: threads,
          use(count: number): void {
            threads = count;
          },
        },
      }),
      step(index: number, rate: number): void {
        if (isSingular && options.optimizer === 'adagrad')
          throw new LabError('diverged', 'The equations are singular.', 'Raise the L2.');
        clock += byThreads?.[threads] ?? slow;
        trainer.step(index, rate);
      },
      predict: async (users: Int32Array, movies: Int32Array) =>
        (await trainer.predict(users, movies)).map((value) => value + bias),
    };
  };
  const loss = new AbortController();
  const { signal: lost } = loss;
  const lose = (): Promise<never> => {
    loss.abort('The GPU context was lost.');
    return new Promise(() => undefined);
  };
  return {
    name,
    label: name,
    drawback: drawback ?? null,
    optimizers,
    featuresAndLosses: name !== 'webgl',
    solves: name === 'simd',
    lists: name === 'simd',
    threaded: byThreads !== undefined,
    async start(wanted): Promise<Engine> {
      start(wanted);
      return {
        name,
        label: `${name} itself${wanted ? `, ${wanted}` : ''}`,
        create: isLost ? lose : create,
        lost,
        tensors: () => 0,
      };
    },
  };
}

/** The same, but that it tells of each trainer that is made. */
export const watched = (candidate: EngineCandidate, onCreate: () => void): EngineCandidate => ({
  ...candidate,
  async start(threads) {
    const engine = await candidate.start(threads);
    const create: Engine['create'] = (options) => {
      onCreate();
      return engine.create(options);
    };
    return { ...engine, create };
  },
});

/** For an engine that does not start. */
export const broken = (): never => {
  throw new Error('no such thing');
};
