import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createNodeHost } from '../../../bench/node-host.mjs';
import type { Overrides } from '../../core/hyperparameters.ts';
import type { MovieIndex, UserIndex } from '../../core/ids.ts';
import type { Ratings } from '../../core/ratings.ts';
import { createSimdTrainer } from '../../engines/simd/trainer.ts';
import type { NetworkRun } from '../../lab/model.ts';
import type { Scores } from '../../lab/predictor.ts';
import { chooseMovies } from './lab/choose-movies.ts';
import { foldUser } from './lab/fold/fold-user.ts';
import { recommendation } from './lab/recommendation.ts';
import { bundledRatings, trainOn } from './trained.fixture.ts';
import { explainMovie, learnedFrom, takeApart } from './why/lab/explain-movie.ts';
import { partWords } from './why/words.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const host = await createNodeHost(1);
let ratings: Ratings;
/** As it starts: stars and a list. */
let run: NetworkRun;

const trained = (overrides: Overrides): Promise<NetworkRun> =>
  trainOn(ratings, overrides, (options) => createSimdTrainer(options, host));

beforeAll(async () => {
  ratings = await bundledRatings();
  run = await trained({});
});

const scoresOf = ({ model }: NetworkRun, user: number): Promise<Scores> => model.predictor.score(Int32Array.of(user));
const everyUser = (step = 1): readonly UserIndex[] =>
  Array.from({ length: Math.ceil(ratings.userIds.size / step) }, (_, i) => (i * step) as UserIndex);

describe('the list of every user', () => {
  /** What orders the list, from the weights in double precision. */
  async function plainRanking(): Promise<(user: number, movie: number) => number> {
    const weights = await run.trainer.readWeights();
    const [p, q] = [weights['user_factors/embeddings'], weights['movie_factors/embeddings']] as [Float32Array, Float32Array];
    const [gain, bias] = [weights['list_gain/gain'], weights['list_bias/embeddings']] as [Float32Array, Float32Array];
    const k = gain.length;
    return (user, movie) => {
      let sum = bias[movie] as number;
      for (let d = 0; d < k; d++) sum += (gain[d] as number) * (p[user * k + d] as number) * (q[movie * k + d] as number);
      return sum;
    };
  }

  test('equals sorting all movies by the weights in double precision', async () => {
    const rank = await plainRanking();
    const { counts } = run.data.statistics;
    const ratedBy = everyUser().map(() => new Set<number>());
    for (const [at, user] of ratings.users.entries()) ratedBy[user]?.add(ratings.movies[at] as number);
    for (const user of everyUser()) {
      const { movies } = recommendation(run.model, user, await scoresOf(run, user), { count: 5, minRatings: 10, discount: 0.3 });
      const rated = ratedBy[user];
      const plain = Float64Array.from(counts, (_, movie) => rank(user, movie));
      const mean = plain.reduce((sum, score) => sum + score, 0) / plain.length;
      const deviation = Math.sqrt(plain.reduce((sum, score) => sum + (score - mean) ** 2, 0) / plain.length);
      const scores = plain.map((score, movie) => score - 0.3 * deviation * Math.log10(counts[movie] as number));
      const open = [...scores.keys()].filter((movie) => !rated?.has(movie) && (counts[movie] as number) >= 10);
      const sixth = Float64Array.from(open, (movie) => scores[movie] as number)
        .sort()
        .at(-6) as number;
      const best = open
        .filter((movie) => (scores[movie] as number) >= sixth)
        .sort((a, b) => (scores[b] as number) - (scores[a] as number));
      movies.forEach(({ movieId }, place) => {
        const gaps = [place - 1, place + 1].map((other) =>
          Math.abs((scores[best[other] as number] ?? Infinity) - (scores[best[place] as number] as number)),
        );
        // Neighbours closer than a float's rounding may change places.
        if (Math.min(...gaps) > 1e-4) expect(movieId).toBe(ratings.movieIds.idOf(best[place] as MovieIndex));
      });
    }
  });

  test('is explained by parts that add up to what is shown', async () => {
    for (const user of everyUser()) {
      const { stars, ranking } = await scoresOf(run, user);
      const { movies } = recommendation(run.model, user, { stars, ranking }, { count: 5, minRatings: 10 });
      const learned = learnedFrom(run, user);
      for (const { movieId, predicted } of movies) {
        const movie = ratings.movieIds.indexOf(movieId) as MovieIndex;
        const { sums } = await takeApart(run, user, movie, learned);
        const added = sums.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0));
        expect(sums.map(({ of }) => of)).toEqual(['list', 'stars']);
        expect(Math.abs((added[0] as number) - (ranking[movie] as number))).toBeLessThan(1e-5);
        expect(Math.abs(Math.min(5, Math.max(0.5, added[1] as number)) - predicted)).toBeLessThan(1e-5);
        expect(sums[1]?.shown).toBeCloseTo(predicted, 5);
      }
    }
  });
});

test('the pulls of the ratings add up to the score that folding in gives', async () => {
  for (const user of everyUser(70)) {
    const learned = learnedFrom(run, user);
    const folded = await foldUser(run, user, learned);
    const movie = folded.scores.ranking.indexOf(Math.max(...folded.scores.ranking)) as MovieIndex;
    const { pulls } = await explainMovie(run, user, movie);
    expect(pulls?.folded).toBeCloseTo(folded.scores.ranking[movie] as number, 2);
    expect(Math.abs((pulls?.folded ?? 0) - (pulls?.trained ?? 9))).toBeLessThan(2);
  }
});

/** The mean overlap of the ten first movies of the trained list and of the one that is folded in. */
async function overlapOf(of: NetworkRun, step: number): Promise<number> {
  const users = everyUser(step);
  const request = { count: 10, minRatings: 10, rated: 'learned-out' } as const;
  let overlap = 0;
  for (const user of users) {
    const learned = learnedFrom(of, user);
    const folded = await foldUser(of, user, learned);
    const idsOf = (scores: Scores) => chooseMovies(of.data, learned, scores, request).movies.map(({ movieId }) => movieId);
    const ids = new Set(idsOf(folded.scores));
    overlap += idsOf(await scoresOf(of, user)).filter((id) => ids.has(id)).length / 10;
  }
  return overlap / users.length;
}

describe('folding in a user with their own training ratings gives the trained list back', () => {
  test('of stars and a list', async () => expect(await overlapOf(run, 30)).toBeGreaterThan(0.85));

  test('of stars alone', async () => expect(await overlapOf(await trained({ listWeight: 0 }), 10)).toBeGreaterThan(0.7));

  test('of ALS', async () =>
    expect(await overlapOf(await trained({ optimizer: 'als', listWeight: 0 }), 10)).toBeGreaterThan(0.95));

  test('of iALS, where the ratings add up to the score as it was trained', async () => {
    const solved = await trained({ loss: 'implicit', userFactors: 32 });
    expect(await overlapOf(solved, 10)).toBeGreaterThan(0.95);
    const { pulls, sums } = await explainMovie(solved, 14 as UserIndex, 0 as MovieIndex);
    expect(pulls).toMatchObject({ learnedBy: 'all-pairs', by: 'ridge', base: 0, trained: sums[0]?.total });
    expect(Math.abs((pulls?.folded ?? 9) - (pulls?.trained ?? 0))).toBeLessThan(0.05);
  });
});

test('who is folded into a Bayesian model is predicted about as well as who was sampled, and the pulls add up', async () => {
  const sampled = await trained({ optimizer: 'gibbs', ratedSet: true, ratedBy: true, epochs: 30 });
  const { validation } = sampled.prepared.split;
  const squares = { sampled: 0, folded: 0 };
  let count = 0;
  for (const user of everyUser(4)) {
    const heldOut = validation.filter((at) => ratings.users[at] === user);
    const movies = heldOut.map((at) => ratings.movies[at] as number);
    const predicted = await sampled.model.predictor.predict({ users: movies.map(() => user), movies });
    const { stars } = (await foldUser(sampled, user, learnedFrom(sampled, user))).scores;
    heldOut.forEach((at, i) => {
      const given = ratings.stars[at] as number;
      squares.sampled += (given - (predicted[i] as number)) ** 2;
      squares.folded += (given - (stars[movies[i] as number] as number)) ** 2;
    });
    count += heldOut.length;
  }
  expect(count).toBeGreaterThan(2000);
  expect(Math.sqrt(squares.folded / count)).toBeLessThan(Math.sqrt(squares.sampled / count) + 0.005);
  const folded = await foldUser(sampled, 14 as UserIndex, learnedFrom(sampled, 14 as UserIndex));
  const { pulls, sums } = await explainMovie(sampled, 14 as UserIndex, 3 as MovieIndex);
  expect(sums[0]?.parts.map(({ name }) => partWords(name))).toContain('Users who rated the movie');
  expect(pulls).toMatchObject({ learnedBy: 'sampling', by: 'ridge' });
  expect(pulls?.folded).toBeCloseTo(folded.scores.stars[3] as number, 3);
});

describe('a network as a function of one user', () => {
  const SMALL = { epochs: 1, userFactors: 8, movieFactors: 8, hidden: [6, 4], listWeight: 0 } as const;

  test.each<[string, Overrides]>([
    ['features', { ...SMALL, genres: true, releaseYear: true, ratedSet: true, ratingTime: true, userDrift: true }],
    ['embeddings of two sizes and a sigmoid', { ...SMALL, movieFactors: 5, output: 'sigmoid', target: 'standardised' }],
    ['layers', { ...SMALL, model: 'mlp' }],
    ['layers beside a dot product', { ...SMALL, model: 'hybrid', target: 'min-max' }],
  ])('predicts what the engine does: %s', async (_, overrides) => {
    const small = await trained(overrides);
    for (const user of [0, 333, 670] as UserIndex[]) {
      const { stars } = await scoresOf(small, user);
      for (const movie of [0, 100, 9000] as MovieIndex[]) {
        const { sums } = await takeApart(small, user, movie, learnedFrom(small, user));
        expect(sums[0]?.shown).toBeCloseTo(stars[movie] as number, 4);
      }
    }
  });

  test('layers are looked into by leaving their inputs out', async () => {
    const small = await trained({ ...SMALL, model: 'mlp', genres: true, ratedBy: true });
    const { left, sums } = await takeApart(small, 3 as UserIndex, 5 as MovieIndex, learnedFrom(small, 3 as UserIndex));
    expect(left.map(({ name }) => name)).toEqual(['user', 'movie', 'raters', 'genres']);
    expect(left.every(({ change }) => Number.isFinite(change))).toBe(true);
    expect(sums[0]?.parts.map(({ name }) => name)).toEqual(['layers']);
    expect((await explainMovie(small, 3 as UserIndex, 5 as MovieIndex)).pulls).toBeNull();
  });
});
