import type { Configuration } from '../core/hyperparameters.ts';
import { groupSize, isPairwise, type LossName } from '../core/loss.ts';
import { createRandom, normal, shuffle } from '../core/random.ts';
import { DEFAULTS } from '../core/settings/tuned.ts';
import { initialWeights } from '../models/initial-weights.ts';
import { makeUp, makeUpListTask } from './made-up.ts';
import { createReferenceTrainer } from './reference/trainer.ts';
import type { OptimizerName, TakenLoss, Trainer, TrainerOptions } from './trainer.ts';

/** One row of the parity table: what is trained, on what shape. */
export interface ParityCase {
  readonly label: string;
  readonly configuration: Configuration;
  readonly optimizer: OptimizerName;
  readonly users: number;
  readonly movies: number;
  readonly batchSize: number;
  readonly steps: number;
  /** Whether the loss is asked for after each epoch, and not after each step; the steps of the first epoch are told one by one all the same. */
  readonly lossesByEpoch?: boolean;
  /** Of a list task: whether its steps compare movies that are drawn, in place of all. */
  readonly drawn?: boolean;
}

/** How far an engine is from the double-precision reference. */
export interface ParityError {
  /** Largest difference of any loss, relative to the mean loss (the loss of a single rating may be next to nothing). */
  readonly loss: number;
  /** Largest difference of any prediction after the last step, in target units (here: stars). */
  readonly prediction: number;
}

/** "One arithmetic" means that no engine is further from the reference than this. */
export const PARITY_LIMITS: ParityError = { loss: 1e-4, prediction: 1e-3 };

/** A case over 40 users × 30 movies, unless its fields say otherwise. */
export function parityCase(label: string, overrides: Partial<Configuration>, rest: Partial<ParityCase> = {}): ParityCase {
  const configuration = { ...DEFAULTS[overrides.model ?? 'dot'], ...overrides };
  return { label, configuration, optimizer: 'adam', users: 40, movies: 30, batchSize: 33, steps: 50, ...rest };
}

/** The same weights, batches and optimizer for any engine: everything drawn from one seed. */
export function parityOptions(parity: ParityCase): TrainerOptions {
  const { configuration, optimizer, users, movies, batchSize } = parity;
  const random = createRandom(7, 'parity');
  const draw = normal(random);
  const shape = { users, movies, ratings: batchSize * 3, features: FEATURES };
  const { graph, examples, lists } = makeUp(configuration, shape, random, () => 3.5 + draw());
  const { loss, momentum, biasRate, clip } = configuration;
  const groups = isPairwise(loss) ? { size: groupSize(configuration), corrections: correctionsOf(loss, movies) } : undefined;
  const rule = { loss, groups, optimizer, momentum, biasRate, clip, batchSize, seed: 7 };
  const listTask = graph.list && makeUpListTask(configuration, parity, random);
  return { ...rule, graph, weights: initialWeights(graph, 7), examples, lists, listTask };
}

const FEATURES = { genres: 6, years: 4, demographics: 9, periods: 5, userPeriods: 3 };

const correctionsOf = (loss: LossName, movies: number): Float32Array | undefined =>
  loss === 'softmax' ? Float32Array.from({ length: movies }, (_, movie) => (movie % 3) - 1) : undefined;

type Create = (options: TrainerOptions) => Trainer | Promise<Trainer>;

/** What a trainer comes to in a case: its losses whenever they were asked for, and predictions (and ranks) after the last step. */
interface Course {
  readonly losses: readonly (readonly number[])[];
  readonly answers: readonly number[];
}

/** Of the reference, which is slow: engines are compared with it one after the other. */
const referenceCourses = new WeakMap<ParityCase, Course>();

/** Trains an engine, and the reference unless it has been trained on this very case before. */
export async function measureParity(parity: ParityCase, create: Create): Promise<ParityError> {
  const actual = await courseOf(parity, create);
  const expected = await (referenceCourses.get(parity) ?? courseOf(parity, createReferenceTrainer));
  referenceCourses.set(parity, expected);
  const sum = expected.losses.reduce((total, losses) => total + losses.reduce((all, loss) => all + loss, 0) / losses.length, 0);
  const worst = Math.max(...expected.losses.map((losses, step) => worstOf(losses, actual.losses[step])));
  return { loss: worst / (sum / parity.steps), prediction: worstOf(expected.answers, actual.answers) };
}

async function courseOf(parity: ParityCase, create: Create): Promise<Course> {
  const options = parityOptions(parity);
  const trainer = await create(options);
  const losses = await trainCase(parity, trainer, options.examples.targets.length);
  const { users, movies, when } = options.examples;
  const answers = [...(await trainer.predict(users, movies, when)), ...((await trainer.rank?.(users)) ?? [])];
  trainer.dispose();
  return { losses, answers };
}

/** The losses of each step, or since they were asked for last. */
async function trainCase(
  { batchSize, steps, lossesByEpoch = false, configuration, optimizer, movies: movieCount }: ParityCase,
  trainer: Trainer,
  count: number,
): Promise<readonly (readonly number[])[]> {
  const random = createRandom(7, 'parity order');
  const perEpoch = trainer.stepsPerEpoch ?? Math.ceil(count / batchSize);
  const rate = optimizer === 'sgd' ? configuration.learningRate * 4 : configuration.learningRate;
  const losses: (readonly number[])[] = [];
  for (let step = 0; step < steps; step++) {
    const index = step % perEpoch;
    if (index === 0) {
      const order = shuffle(
        Int32Array.from({ length: count }, (_, i) => i),
        random,
      );
      // Pairs get movies of their own in each epoch.
      trainer.beginEpoch(order, isPairwise(configuration.loss) ? Int32Array.from(order, (at) => at % movieCount) : undefined);
    }
    trainer.step(index, rate);
    const isAsked = !lossesByEpoch || step < perEpoch || index === perEpoch - 1 || step === steps - 1;
    if (isAsked) losses.push(lossesOf(await trainer.takeLoss()));
  }
  return losses;
}

const lossesOf = ({ total, list }: TakenLoss): readonly number[] => (list ? [total, list.total] : [total]);

const worstOf = (expected: readonly number[], actual: readonly number[] | undefined): number =>
  expected.reduce((worst, value, i) => Math.max(worst, distance(value, actual?.[i])), 0);

/** NaN counts as infinitely far. */
function distance(a: number, b: number | undefined): number {
  const difference = Math.abs(a - (b ?? Number.NaN));
  return Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference;
}

const NARROW = { userFactors: 7, movieFactors: 7, hidden: [9] };

/** Keeps the slow reference bearable where batches are large. */
const SMALL = { userFactors: 10, movieFactors: 10 };

const RANKING = { loss: 'bpr', output: 'raw' } as const;

/** What an optimizer's own settings change. */
const UPDATES: readonly (readonly [string, OptimizerName, Partial<Configuration>])[] = [
  ['no momentum', 'sgd', { momentum: 0 }],
  ['momentum 0.99', 'sgd', { momentum: 0.99, learningRate: 1e-3 }],
  ['clipped', 'sgd', { clip: 0.003 }],
  ['clipped', 'adam', { clip: 0.003 }],
  ['clipped', 'lazy-adam', { clip: 0.003 }],
  ['plain', 'adagrad', {}],
  ['clipped', 'adagrad', { clip: 0.003 }],
];

/** Every model, optimizer, embedding size and batch size at least once; `lazy-adam` where the engine has it. */
export function parityCases(optimizers: readonly OptimizerName[]): readonly ParityCase[] {
  const models: readonly (readonly [string, Partial<Configuration>])[] = [
    ['dot', { biases: false }],
    ['dot + bias', {}],
    ['dot + bias, sigmoid', { output: 'sigmoid' }],
    ['dot, sizes 12 → 7', { userFactors: 12, movieFactors: 7 }],
    ['MLP 64-32', { model: 'mlp', dropout: 0.2 }],
    ['MLP 9, sigmoid units', { model: 'mlp', hidden: [9], activation: 'sigmoid', output: 'raw' }],
  ];
  return [
    ...models.flatMap(([label, overrides]) =>
      optimizers
        .filter((optimizer) => optimizer !== 'adagrad')
        .map((optimizer) => parityCase(`${label}, ${optimizer}`, overrides, { optimizer })),
    ),
    ...UPDATES.filter(([, optimizer]) => optimizers.includes(optimizer)).flatMap(([label, optimizer, overrides]) =>
      (['dot', 'mlp'] as const).map((model) =>
        parityCase(`${model}, ${optimizer}, ${label}`, { ...overrides, ...NARROW, model }, { optimizer, batchSize: 8 }),
      ),
    ),
    ...[1, 7, 50, 128].flatMap((size) =>
      (['dot', 'mlp'] as const).map((model) =>
        parityCase(`${model}, size ${size}`, { model, userFactors: size, movieFactors: size }),
      ),
    ),
    parityCase('hybrid', { ...SMALL, model: 'hybrid', hidden: [9, 5] }),
    parityCase('hybrid, sizes 5 → 3', { model: 'hybrid', userFactors: 5, movieFactors: 3, hidden: [4] }),
    parityCase('dot + bias, batch 1', {}, { batchSize: 1 }),
    parityCase('MLP, batch 1', { model: 'mlp' }, { batchSize: 1 }),
    parityCase('dot + bias, batch 2,048', SMALL, { batchSize: 2048, users: 600, movies: 400 }),
    parityCase('MLP, batch 2,048', { ...SMALL, model: 'mlp', hidden: [12] }, { batchSize: 2048, users: 600, movies: 400 }),
  ];
}

/** For the engines that take ratings one by one. */
export function byRatingCases(): readonly ParityCase[] {
  const rest = { optimizer: 'sgd-by-rating' } as const;
  const size = (factors: number) => ({ userFactors: factors, movieFactors: factors });
  return [
    ...[1, 4, 7, 13, 50, 128].map((factors) => parityCase(`dot by rating, size ${factors}`, size(factors), rest)),
    parityCase('dot by rating, no biases', { ...SMALL, biases: false }, rest),
    parityCase('dot by rating, slow biases', { ...SMALL, biasRate: 0.3, learningRate: 0.05 }, rest),
    parityCase('dot by rating, biases that stay', { ...SMALL, biasRate: 0 }, rest),
    parityCase('dot by rating, fewer users than blocks', SMALL, { ...rest, users: 5, movies: 3 }),
    parityCase(
      'dot by rating, more ratings',
      { ...SMALL, learningRate: 0.02 },
      { ...rest, batchSize: 200, users: 70, movies: 50, steps: 20 },
    ),
  ];
}

/** For the engines that learn a list beside the stars. */
export function listCases(optimizers: readonly OptimizerName[]): readonly ParityCase[] {
  const size = (factors: number) => ({ userFactors: factors, movieFactors: factors });
  const half = { ...SMALL, listWeight: 0.5 };
  return [
    ...optimizers.map((optimizer) => parityCase(`dot and list, ${optimizer}`, half, { optimizer })),
    ...optimizers.map((optimizer) => parityCase(`dot and drawn list, ${optimizer}`, half, { optimizer, drawn: true })),
    ...[1, 7, 50].map((factors) => parityCase(`dot and list, size ${factors}`, { ...size(factors), listWeight: 0.7 })),
    parityCase('dot and list, clipped', { ...half, clip: 0.003 }),
    parityCase('dot and list, sigmoid', { ...half, output: 'sigmoid' }),
    parityCase('dot and list, Huber', { ...half, loss: 'huber' }),
    parityCase('list alone', { ...SMALL, listWeight: 1 }),
    parityCase('dot, every feature and list', { ...SMALL, ...EVERY_FEATURE, listWeight: 0.5 }),
    parityCase('MLP and list', { ...half, model: 'mlp', hidden: [9], dropout: 0.2 }),
    parityCase('hybrid and list, every feature', { ...half, ...EVERY_FEATURE, model: 'hybrid', hidden: [9] }),
    parityCase('dot and list, batch 1', half, { batchSize: 1 }),
    parityCase('dot and list, 1,100 movies', half, { movies: 1100, steps: 9 }),
    parityCase('dot and list, batch 2,048', half, { batchSize: 2048, users: 600, movies: 400, steps: 9 }),
  ];
}

/** For the engines that train with gravity. */
export function gravityCases(optimizers: readonly OptimizerName[]): readonly ParityCase[] {
  const pulled = { ...SMALL, listWeight: 0, gravity: 3 };
  return [
    ...optimizers.map((optimizer) => parityCase(`dot and gravity, ${optimizer}`, pulled, { optimizer })),
    ...[1, 7, 50].map((size) =>
      parityCase(`dot and gravity, size ${size}`, { ...pulled, userFactors: size, movieFactors: size }),
    ),
    parityCase('dot and gravity, no biases', { ...pulled, biases: false }),
    parityCase('dot and gravity, clipped', { ...pulled, clip: 0.003 }),
    parityCase('dot and gravity, Huber, rating time', { ...pulled, loss: 'huber', ratingTime: true }),
    // Of each side some steps pull no row.
    parityCase('dot and gravity, batch 1', pulled, { batchSize: 1, users: 2, movies: 2 }),
    parityCase('dot and gravity, batch 2,048', pulled, { batchSize: 2048, users: 600, movies: 400, steps: 9 }),
  ];
}

/** For the engines that learn from groups. */
export function groupCases(): readonly ParityCase[] {
  const models = ['dot', 'mlp', 'hybrid'] as const;
  return (['bpr', 'softmax'] as const).flatMap((loss) =>
    models.flatMap((model) =>
      (['3', '7'] as const).map((negatives) =>
        parityCase(
          `${model}, ${loss} of ${negatives} negatives`,
          { ...SMALL, ...EVERY_FEATURE, ...RANKING, loss, negatives, model, hidden: [9] },
          { batchSize: 40 },
        ),
      ),
    ),
  );
}

const EVERY_FEATURE = {
  ratedSet: true,
  ratedBy: true,
  genres: true,
  releaseYear: true,
  ratingTime: true,
  userDrift: true,
  demographics: true,
};

/** For the engines that add up bags, look up more than users and movies, and know more than the squared error. */
export function featureCases(optimizers: readonly OptimizerName[]): readonly ParityCase[] {
  const each = Object.keys(EVERY_FEATURE).map((name) => parityCase(`dot + ${name}`, { ...SMALL, [name]: true }));
  const all = (['dot', 'mlp', 'hybrid'] as const).flatMap((model) =>
    optimizers.map((optimizer) =>
      parityCase(`${model}, every feature, ${optimizer}`, { ...SMALL, ...EVERY_FEATURE, model, hidden: [9] }, { optimizer }),
    ),
  );
  const sizes = [
    [1, 1],
    [7, 7],
    [50, 50],
    [12, 7],
  ].map(([userFactors, movieFactors]) =>
    parityCase(`dot, every feature, sizes ${userFactors} and ${movieFactors}`, {
      ...EVERY_FEATURE,
      userFactors: userFactors as number,
      movieFactors: movieFactors as number,
    }),
  );
  const large = { batchSize: 2048, users: 600, movies: 400 };
  const losses = (['absolute', 'huber'] as const).map((loss) => parityCase(`dot + bias, ${loss} loss`, { ...SMALL, loss }));
  const pairs = (['dot', 'mlp', 'hybrid'] as const).map((model) =>
    parityCase(`${model}, every feature, BPR`, { ...SMALL, ...EVERY_FEATURE, ...RANKING, model, hidden: [9] }, { batchSize: 34 }),
  );
  return [
    ...each,
    ...all,
    ...sizes,
    ...losses,
    ...pairs,
    parityCase('dot, BPR, batch 2', { ...SMALL, ...RANKING }, { batchSize: 2 }),
    parityCase('dot, BPR, batch 2,048', { ...SMALL, ...RANKING }, large),
    parityCase('dot, every feature, batch 2,048', { ...SMALL, ...EVERY_FEATURE }, large),
  ];
}
