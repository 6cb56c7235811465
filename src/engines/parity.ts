import { type Configuration, DEFAULTS } from '../core/hyperparameters.ts';
import { createRandom, normal, shuffle } from '../core/random.ts';
import { createTarget } from '../core/target.ts';
import { initialWeights } from '../models/initial-weights.ts';
import { MODELS } from '../models/registry.ts';
import { createReferenceTrainer } from './reference/trainer.ts';
import type { OptimizerName, Trainer, TrainerOptions } from './trainer.ts';

/** One row of the parity table: what is trained, on what shape. */
export interface ParityCase {
  readonly label: string;
  readonly configuration: Configuration;
  readonly optimizer: OptimizerName;
  readonly users: number;
  readonly movies: number;
  readonly batchSize: number;
  readonly steps: number;
}

/** How far an engine is from the double-precision reference. */
export interface ParityError {
  /** Largest difference of any step's loss, relative to the mean loss (the loss of a single rating may be next to nothing). */
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
export function parityOptions({ configuration, optimizer, users, movies, batchSize }: ParityCase): TrainerOptions {
  const random = createRandom(7, 'parity');
  const draw = normal(random);
  const count = batchSize * 3;
  const pick = (size: number) => Int32Array.from({ length: count }, () => Math.floor(random.next() * size));
  const examples = {
    users: pick(users),
    movies: pick(movies),
    targets: Float32Array.from({ length: count }, () => 3.5 + draw()),
  };
  const scale = { min: 0.5, max: 5, step: 0.5 };
  const stars = { mean: 3.5, deviation: 1 };
  const context = { users, movies, scale, stars, target: createTarget('raw', scale, stars) };
  const graph = MODELS[configuration.model].build(configuration, context);
  return { graph, weights: initialWeights(graph, 7), examples, optimizer, batchSize, seed: 7 };
}

/** Trains an engine and the reference side by side. */
export async function measureParity(
  parity: ParityCase,
  create: (options: TrainerOptions) => Trainer | Promise<Trainer>,
): Promise<ParityError> {
  const options = parityOptions(parity);
  const engine = await create(options);
  const reference = createReferenceTrainer(options);
  const lossError = await compareLosses(parity, [engine, reference], options.examples.targets.length);
  const { users, movies } = options.examples;
  const [actual, expected] = [await engine.predict(users, movies), await reference.predict(users, movies)];
  engine.dispose();
  return { loss: lossError, prediction: expected.reduce((worst, value, i) => Math.max(worst, distance(value, actual[i])), 0) };
}

async function compareLosses(
  { batchSize, steps, configuration, optimizer }: ParityCase,
  [engine, reference]: readonly [Trainer, Trainer],
  count: number,
): Promise<number> {
  const random = createRandom(7, 'parity order');
  const perEpoch = Math.ceil(count / batchSize);
  const rate = optimizer === 'sgd' ? configuration.learningRate * 4 : configuration.learningRate;
  let worst = 0;
  let sum = 0;
  for (let step = 0; step < steps; step++) {
    const index = step % perEpoch;
    if (index === 0) {
      const order = shuffle(
        Int32Array.from({ length: count }, (_, i) => i),
        random,
      );
      for (const trainer of [engine, reference]) trainer.beginEpoch(order);
    }
    for (const trainer of [engine, reference]) trainer.step(index, rate);
    const actual = (await engine.takeLoss()).squaredError;
    const expected = (await reference.takeLoss()).squaredError;
    sum += expected;
    worst = Math.max(worst, distance(actual, expected));
  }
  return worst / (sum / steps);
}

/** NaN counts as infinitely far. */
function distance(a: number, b: number | undefined): number {
  const difference = Math.abs(a - (b ?? Number.NaN));
  return Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference;
}

/** Keeps the slow reference bearable where batches are large. */
const SMALL = { userFactors: 10, movieFactors: 10 };

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
      optimizers.map((optimizer) => parityCase(`${label}, ${optimizer}`, overrides, { optimizer })),
    ),
    ...[1, 7, 50, 128].flatMap((size) =>
      (['dot', 'mlp'] as const).map((model) =>
        parityCase(`${model}, size ${size}`, { model, userFactors: size, movieFactors: size }),
      ),
    ),
    parityCase('dot + bias, batch 1', {}, { batchSize: 1 }),
    parityCase('MLP, batch 1', { model: 'mlp' }, { batchSize: 1 }),
    parityCase('dot + bias, batch 2,048', SMALL, { batchSize: 2048, users: 600, movies: 400 }),
    parityCase('MLP, batch 2,048', { ...SMALL, model: 'mlp', hidden: [12] }, { batchSize: 2048, users: 600, movies: 400 }),
  ];
}
