import { listRows } from '../src/core/lists.ts';
import type { ModelName } from '../src/core/model-name.ts';
import { createRandom, normal, shuffle } from '../src/core/random.ts';
import { DEFAULTS } from '../src/core/settings/tuned.ts';
import { createTarget } from '../src/core/target.ts';
import type { CreateTrainer, Examples, OptimizerName, Trainer } from '../src/engines/trainer.ts';
import { initialWeights } from '../src/models/initial-weights.ts';
import { networkOf } from '../src/models/registry.ts';
import { rankUsers } from '../src/training/rank-users.ts';

export { createSimdTrainer } from '../src/engines/simd/trainer.ts';

export interface EpochSettings {
  readonly model: ModelName;
  readonly optimizer: OptimizerName;
  readonly batchSize: number;
  readonly factors: number;
  readonly epochs: number;
  /** Adds the users' rated sets to their vectors (SVD++). */
  readonly rated: boolean;
  readonly score: boolean;
}

/** Nine tenths of MovieLens 1M. */
const SHAPE = { ratings: 900_188, users: 6040, movies: 3706 };

/** Trains some epochs; returns the shortest and the median time of one, in seconds. */
export async function measureEpochs(create: CreateTrainer, settings: EpochSettings): Promise<string> {
  const { epochs, batchSize, optimizer } = settings;
  const examples = drawExamples();
  const graph = buildGraph(settings);
  const weights = initialWeights(graph, 1);
  const lists = { rated: listRows(SHAPE.users, examples.users, examples.movies) };
  const trainer = await create({ graph, weights, examples, lists, optimizer, momentum: 0.9, clip: 0, batchSize, seed: 1 });
  const order = Int32Array.from({ length: SHAPE.ratings }, (_, i) => i);
  const random = createRandom(1, 'order');
  const times: number[] = [];
  const losses: number[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    // As in a run: who takes steps of their own does not look at the order.
    if (trainer.stepsPerEpoch === undefined) shuffle(order, random);
    times.push(await seconds(() => trainEpoch(trainer, order, batchSize, DEFAULTS[settings.model].learningRate)));
    const { total, examples: count } = await trainer.takeLoss();
    losses.push(Math.sqrt(total / count));
  }
  const score = settings.score ? `, ${await timeRanking(trainer, examples)}` : '';
  trainer.dispose();
  times.sort((a, b) => a - b);
  const [best, median] = [times[0], times[Math.floor(times.length / 2)]] as [number, number];
  const rmse = losses.map((loss) => loss.toFixed(4)).join(' ');
  return `${best.toFixed(3)} s per epoch at best, ${median.toFixed(3)} s in the median${score}; RMSE ${rmse}`;
}

async function trainEpoch(trainer: Trainer, order: Int32Array, batchSize: number, rate: number): Promise<void> {
  trainer.beginEpoch(order);
  const steps = trainer.stepsPerEpoch ?? Math.ceil(order.length / batchSize);
  for (let index = 0; index < steps; index++) trainer.step(index, rate);
}

/** Every user's ten best of all the movies that they have not rated. */
async function timeRanking(trainer: Trainer, examples: Examples): Promise<string> {
  const users = Int32Array.from({ length: SHAPE.users }, (_, user) => user);
  const { movies } = SHAPE;
  let scoring = 0;
  let ranked = 0;
  const all = await seconds(async () => {
    const seen = listRows(SHAPE.users, examples.users, examples.movies);
    const score = async (block: Int32Array): Promise<Float32Array> => {
      const start = performance.now();
      const scores = await trainer.score(block);
      scoring += (performance.now() - start) / 1000;
      return scores;
    };
    for await (const { top } of rankUsers({ score, users, movies, seen, count: 10 })) ranked += top.length;
  });
  return `the ten best of ${ranked} users ${all.toFixed(3)} s, ${scoring.toFixed(3)} s of it for scores`;
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** Few users and movies have most of the ratings, as in the real data. */
function drawExamples(): Examples {
  const random = createRandom(1, 'bench');
  const draw = normal(random);
  const pick = (size: number, skew: number): Int32Array => {
    const places = shuffle(
      Int32Array.from({ length: size }, (_, i) => i),
      random,
    );
    return Int32Array.from({ length: SHAPE.ratings }, () => places[Math.floor(size * random.next() ** skew)] as number);
  };
  const [users, movies] = [pick(SHAPE.users, 2), pick(SHAPE.movies, 2.5)];
  const targets = Float32Array.from({ length: SHAPE.ratings }, () => Math.min(5, Math.max(1, Math.round(3.6 + 1.1 * draw()))));
  return { users, movies, targets };
}

function buildGraph({ model, factors, rated }: EpochSettings) {
  const scale = { min: 1, max: 5, step: 1 };
  const stars = { mean: 3.58, deviation: 1.12 };
  const context = { ...SHAPE, scale, stars, target: createTarget('raw', scale, stars) };
  const configuration = { ...DEFAULTS[model], userFactors: factors, movieFactors: factors, ratedSet: rated };
  return networkOf(configuration).build(configuration, context);
}
