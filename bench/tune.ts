import { fitBaseline } from '../src/core/fit-baseline.ts';
import type { Configuration } from '../src/core/hyperparameters.ts';
import { implicitRule } from '../src/core/implicit.ts';
import { buildRatings } from '../src/core/join-ratings.ts';
import { type BaselineName, isBaseline } from '../src/core/model-name.ts';
import { pick } from '../src/core/pick.ts';
import type { Ratings } from '../src/core/ratings.ts';
import { sizeOf } from '../src/core/settings/data-size.ts';
import { resolve } from '../src/core/settings/defaults.ts';
import { finish } from '../src/core/slices.ts';
import { seenIn } from '../src/core/split/seen.ts';
import { splitRatings } from '../src/core/split.ts';
import type { CreateSymmetricMatrix } from '../src/core/symmetric-matrix.ts';
import { type LoadableSource, loadData } from '../src/data/load.ts';
import type { CreateTrainer } from '../src/engines/trainer.ts';
import { createMaterial } from '../src/lab/material.ts';
import { listUsersOf, prepareRun } from '../src/lab/prepare-run.ts';
import { initialWeights } from '../src/models/initial-weights.ts';
import { clearUnseenRows } from '../src/models/unseen-rows.ts';
import { readSettings } from '../src/state/address/settings-text.ts';
import type { EpochEnd } from '../src/training/reports.ts';
import { createRunControl } from '../src/training/run-control.ts';
import { train } from '../src/training/train.ts';
import { measureList } from './lists.ts';

export { classRatings } from '../src/core/class-ratings.fixture.ts';
export { parseSynthetic } from '../src/core/synthetic-shape.ts';
export { moduleName } from '../src/engines/simd/host.ts';
export { symmetricMatrices } from '../src/engines/simd/inverse/matrix.ts';
export { createSimdTrainer } from '../src/engines/simd/trainer.ts';

export async function loadRatings(source: LoadableSource): Promise<Ratings> {
  return (await loadData(source, () => {})).ratings;
}

/** What became of an address. */
export interface TriedOut {
  /** NDCG@10, the validation error (and AUC) of each epoch, and seconds an epoch. */
  readonly text: string;
  readonly list: number;
  /** Null of what is fitted in one go. */
  readonly errors: { readonly last: number; readonly mean: number; readonly biases: number } | null;
}

/** The last validation error as a share of the global mean's, and of the biases', over several seeds. */
export function summariseSeeds(tried: readonly TriedOut[]): string {
  const ndcg = tried.reduce((sum, { list }) => sum + list, 0) / tried.length;
  const errors = tried.flatMap(({ errors }) => errors ?? []);
  if (errors.length === 0) return `NDCG@10 ${ndcg.toFixed(3)}`;
  const over = (of: 'mean' | 'biases'): string => {
    const shares = errors.map((error) => error.last / error[of]);
    return `${(shares.reduce((sum, share) => sum + share, 0) / shares.length).toFixed(3)} (at most ${Math.max(...shares).toFixed(3)})`;
  };
  return `NDCG@10 ${ndcg.toFixed(3)}; of the global mean's error ${over('mean')}, of the biases' ${over('biases')}`;
}

/** Trains what an address describes, as the page would. */
export async function tryOut(
  ratings: Ratings,
  address: string,
  create: CreateTrainer,
  createMatrix: CreateSymmetricMatrix,
): Promise<TriedOut> {
  const { overrides, problems } = readSettings(new Map(new URLSearchParams(address.replace(/^#/, ''))));
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join(' '));
  const configuration = resolve(overrides, sizeOf(ratings.count));
  if (isBaseline(configuration.model))
    return await fitOut(ratings, { ...configuration, model: configuration.model }, createMatrix);
  const prepared = prepareRun(configuration, ratings, createMaterial(ratings, configuration));
  const {
    split,
    graph,
    lists,
    listTask,
    groups,
    target,
    count,
    stars,
    validation,
    trainerBatch: batchSize,
    moviesOf,
    popularAuc,
  } = prepared;
  const implicit = implicitRule(configuration);
  const { loss, optimizer, momentum, biasRate, clip, seed } = configuration;
  const weights = clearUnseenRows(graph, initialWeights(graph, seed), seenIn(ratings, split.train));
  const rule = { loss, implicit, optimizer, momentum, biasRate, clip };
  const trainer = await create({ ...rule, graph, weights, examples: prepared.train(), lists, listTask, groups, batchSize, seed });
  const units = { target, scale: ratings.scale };
  const plan = {
    ...configuration,
    units,
    history: [],
    trainer,
    count,
    stars,
    validation,
    moviesOf,
    listUsers: listUsersOf(prepared),
    control: createRunControl(),
  };
  const results: EpochEnd[] = [];
  for await (const report of train({ ...plan, yieldToMessages: async () => {}, now: () => performance.now() })) {
    if (report.kind === 'epoch') results.push(report);
  }
  const list = await measureList({ score: trainer.rank ?? trainer.score }, ratings, split);
  trainer.dispose();
  const errors = results.map(({ validationError }) => validationError ?? Number.NaN);
  const seconds = results.reduce((sum, result) => sum + result.seconds, 0) / results.length;
  const best = errors.indexOf(Math.min(...errors));
  const course = errors.map((error) => error.toFixed(4)).join(' ');
  const auc = results.at(-1)?.validationAuc;
  const ranking =
    auc == null
      ? ''
      : `AUC ${results.map(({ validationAuc }) => validationAuc?.toFixed(4)).join(' ')} (by popularity ${popularAuc?.toFixed(4)}); `;
  const text = `${ranking}NDCG@10 ${list.toFixed(4)}; last ${errors.at(-1)?.toFixed(4)}, best ${errors[best]?.toFixed(4)} after ${best + 1}, ${seconds.toFixed(2)} s an epoch: ${course}`;
  const { globalMean: mean, biases } = prepared.baselines ?? { globalMean: Number.NaN, biases: Number.NaN };
  return { text, list, errors: { last: errors.at(-1) ?? Number.NaN, mean, biases } };
}

/** The list of a model that is fitted in one go, and the seconds that it takes. */
async function fitOut(
  ratings: Ratings,
  configuration: Configuration & { readonly model: BaselineName },
  createMatrix: CreateSymmetricMatrix,
): Promise<TriedOut> {
  const start = performance.now();
  const split = splitRatings(ratings, configuration);
  const model = finish(fitBaseline(configuration.model, ratings, split.train, configuration, createMatrix));
  const seconds = (performance.now() - start) / 1000;
  const size = ratings.movieIds.size;
  async function score(users: Int32Array): Promise<Float32Array> {
    const scores = new Float32Array(users.length * size);
    users.forEach((user, i) => {
      scores.set(model.score(user), i * size);
    });
    return scores;
  }
  const list = await measureList({ score }, ratings, split);
  return { text: `NDCG@10 ${list.toFixed(4)}; fitted in ${seconds.toFixed(1)} s`, list, errors: null };
}

/** As many users, spread evenly, and what they gave to the movies that most have rated: small data like a part of the large. */
export function cutOut(ratings: Ratings, users: number, movies: number): Ratings {
  const counts = new Int32Array(ratings.movieIds.size);
  for (const movie of ratings.movies) counts[movie] = (counts[movie] as number) + 1;
  const wanted = new Set([...counts.keys()].sort((a, b) => (counts[b] as number) - (counts[a] as number)).slice(0, movies));
  const everySo = ratings.userIds.size / users;
  const isIn = (user: number): boolean => Math.floor((user + 1) / everySo) > Math.floor(user / everySo);
  const at = [...ratings.users.keys()].filter((i) => isIn(ratings.users[i] as number) && wanted.has(ratings.movies[i] as number));
  const positions = Int32Array.from(at);
  const columns = { users: pick(ratings.users, positions), movies: pick(ratings.movies, positions), timestamps: null };
  return buildRatings({ ...columns, stars: pick(ratings.stars, positions) }, []);
}
