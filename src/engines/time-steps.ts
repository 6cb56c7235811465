import { yieldToMessages } from '../core/clock.ts';
import { type FeatureSizes, NO_FEATURES } from '../core/features.ts';
import type { Configuration } from '../core/hyperparameters.ts';
import { implicitRule } from '../core/implicit.ts';
import { comparesAll } from '../core/list-task.ts';
import { groupSize, isPairwise } from '../core/loss.ts';
import { createRandom, type Random } from '../core/random.ts';
import type { Graph } from '../models/graph.ts';
import type { Engine } from './engine.ts';
import { buildGraph, type MadeUpLikes, makeUp, makeUpListTask, makeUpWeights } from './made-up.ts';
import type { Trainer, TrainerOptions } from './trainer.ts';

/** Who rated what. */
export interface Rated {
  readonly users: Int32Array;
  readonly movies: Int32Array;
}

/** What decides how long a step takes. */
export interface Workload {
  readonly configuration: Configuration;
  readonly users: number;
  readonly movies: number;
  /** A batch reads fewer rows where a few users and movies have most of the ratings, so batches are drawn from them. */
  readonly rated: Rated;
  /** Nothing but who rated what where absent. */
  readonly features?: FeatureSizes;
}

export interface StepTiming {
  /** Null of an engine that has none to choose. */
  readonly threads: number | null;
  readonly milliseconds: number;
  /** That a step learns from. */
  readonly ratings: number;
}

/** Shaders are compiled and buffers made on the first steps. */
const WARM_UP = 3;
/** An epoch has one more, which is never taken: after it all rows are brought up to date, which in a real epoch is rare. */
const BATCHES = 8;
/** A thread that is woken may begin on the core of the one that woke it, until the system moves it. */
const WAKING_MILLISECONDS = 6;
/** A pass is over then, or after so many steps as there are batches. */
const PASS_MILLISECONDS = 20;
/** A number of threads works so long before another has its turn: the system may take tens of milliseconds to move a thread. */
const TURN_MILLISECONDS = 40;
/** After a turn of each, a number of threads whose least time is so many times the least of all is out of question; the others have another. */
const CLEARLY_SLOWER = 1.25;
const MOST_TURNS = 2;

/**
 * What one training step takes, the reading of the loss after a few steps included: on one thread, and on twice as many and so on as
 * far as the engine goes. In turn, so that what else runs on the machine meets all alike; the least of each, which is the least disturbed:
 * the page is drawing at that moment what it will not draw in every step of a run. Throws where the signal is aborted.
 */
export async function timeSteps(engine: Engine, workload: Workload, signal: AbortSignal): Promise<readonly StepTiming[]> {
  const { learningRate } = workload.configuration;
  const options = timingOptions(workload);
  const trainer = await engine.create(options);
  const counts = threadCounts(trainer);
  const ratings = options.examples.targets.length / groupSize(workload.configuration) / (trainer.stepsPerEpoch ?? BATCHES + 1);
  const samples = counts.map((): number[] => []);
  try {
    const order = Int32Array.from(options.examples.targets, (_, i) => i);
    trainer.beginEpoch(order);
    takeSteps(trainer, learningRate, WARM_UP, Number.POSITIVE_INFINITY);
    await trainer.takeLoss();
    let left = counts.map((threads, i) => ({ threads, times: samples[i] as number[] }));
    for (let turn = 0; turn < MOST_TURNS && (turn === 0 || left.length > 1); turn++) {
      for (const { threads, times } of left) {
        wake(trainer, threads, learningRate);
        for (const start = performance.now(); performance.now() - start < TURN_MILLISECONDS; ) {
          signal.throwIfAborted();
          times.push(await timePass(trainer, learningRate));
        }
        // Whoever looks at the data meanwhile need not wait.
        await yieldToMessages();
      }
      const most = CLEARLY_SLOWER * Math.min(...samples.flat());
      left = left.filter(({ times }) => Math.min(...times) < most);
    }
    return counts.map((threads, i) => ({ threads, milliseconds: Math.min(...(samples[i] as number[])), ratings }));
  } finally {
    trainer.dispose();
  }
}

function wake(trainer: Trainer, threads: number | null, learningRate: number): void {
  if (threads === null) return;
  trainer.threads?.use(threads);
  if (threads > 1) takeSteps(trainer, learningRate, Number.POSITIVE_INFINITY, WAKING_MILLISECONDS);
}

/** Milliseconds of a step. */
async function timePass(trainer: Trainer, learningRate: number): Promise<number> {
  const start = performance.now();
  const steps = takeSteps(trainer, learningRate, BATCHES, PASS_MILLISECONDS);
  await trainer.takeLoss();
  return (performance.now() - start) / steps;
}

/** Takes steps, so many or so long; returns how many. */
function takeSteps(trainer: Trainer, learningRate: number, most: number, milliseconds: number): number {
  const perEpoch = trainer.stepsPerEpoch ?? BATCHES;
  const start = performance.now();
  let steps = 0;
  while (steps < most && performance.now() - start < milliseconds) trainer.step(steps++ % perEpoch, learningRate);
  return steps;
}

/** In words, all but the ratings that a timing depends on: the same workload on the same ratings takes the same time, however strong L2 is. */
export function describeWorkload(workload: Workload): string {
  const { seed: _, ...rule } = ruleOf(workload.configuration);
  return JSON.stringify([graphOf(workload), rule], (key, value) => (key === 'l2' ? value > 0 : value));
}

/** 1, 2, 4 … */
function threadCounts({ threads }: Trainer): readonly (number | null)[] {
  if (threads === undefined) return [null];
  return Array.from({ length: Math.floor(Math.log2(threads.most)) + 1 }, (_, i) => 2 ** i);
}

const graphOf = ({ configuration, ...sizes }: Workload): Graph => buildGraph(configuration, sizes);

function ruleOf(configuration: Configuration) {
  const { loss, optimizer, momentum, biasRate, clip, seed, batchSize } = configuration;
  const size = groupSize(configuration);
  const groups = isPairwise(loss) ? { size } : undefined;
  return {
    loss,
    groups,
    implicit: implicitRule(configuration),
    optimizer,
    momentum,
    biasRate,
    clip,
    seed,
    batchSize: batchSize * size,
  };
}

function timingOptions(workload: Workload): TrainerOptions {
  const { configuration, rated, users, movies, features = NO_FEATURES } = workload;
  const rule = ruleOf(configuration);
  const random = createRandom(1, 'timing');
  const ratings = rule.batchSize * (BATCHES + 1);
  const { graph, examples, lists } = makeUp(configuration, { users, movies, ratings, features }, random, () => 1);
  const drawn = { ...examples, ...draw(rated, ratings, random) };
  const listTask = graph.list && makeUpListTask(configuration, likesFor(workload, ratings), random);
  return { ...rule, graph, lists, listTask, examples: drawn, weights: makeUpWeights(graph) };
}

/** A step's list has as many users as in the run: those who come with so many ratings. They like half of what they rated. */
function likesFor({ configuration, users, movies, rated }: Workload, ratings: number): MadeUpLikes {
  const perUser = rated.users.length / users;
  return {
    users,
    movies,
    drawn: !comparesAll(users, movies, configuration.movieFactors),
    likers: Math.min(users, 1 + Math.ceil(ratings / perUser)),
    likes: () => Math.max(1, Math.round(perUser / 2)),
  };
}

/** As many ratings as are wanted, in no order. */
function draw({ users, movies }: Rated, count: number, random: Random): Rated {
  const places = Int32Array.from({ length: count }, () => Math.floor(random.next() * users.length));
  return { users: places.map((place) => users[place] as number), movies: places.map((place) => movies[place] as number) };
}
