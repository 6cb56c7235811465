import { describe, expect, test } from 'vitest';
import { buildRatings } from '../../../core/join-ratings.ts';
import type { Model } from '../../../lab/model.ts';
import { createEmbeddingsReader } from './embeddings.ts';
import { modelOf, ratingsOf } from './model.fixture.ts';
import { combinedMovies, similarMovies } from './similar.ts';

const RATINGS = ratingsOf(40);
const MODEL = modelOf(RATINGS);
const reader = createEmbeddingsReader(() => null);
const counts = MODEL.data.statistics.counts;

const vector = (movie: number): number[] => [
  ...(MODEL.weights['movie_factors/embeddings'] as Float32Array).subarray(6 * movie, 6 * movie + 6),
];
const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);
const cosine = (a: readonly number[], b: readonly number[]): number => dot(b, a) / (Math.sqrt(dot(a, a)) * Math.sqrt(dot(b, b)));

function slowList(measure: typeof dot, query: readonly number[], without: readonly number[], minRatings: number) {
  return Array.from(counts.keys())
    .filter((movie) => !without.includes(movie) && (counts[movie] as number) >= minRatings)
    .map((movie) => ({ movieId: 10 * movie + 10, value: measure(query, vector(movie)) }))
    .sort((a, b) => b.value - a.value);
}

describe('similar movies', () => {
  test.each(RATINGS.catalogue.map((_, movie) => movie))('of movie %i are those of brute force', async (movie) => {
    const found = await similarMovies(MODEL, reader, { movieId: 10 * movie + 10, count: 8, minRatings: 7 });
    const brief = found.lists.map(({ by, movies }) => [by, movies.map(({ movieId, value }) => ({ movieId, value }))]);
    expect(brief).toEqual([
      ['cosine', slowList(cosine, vector(movie), [movie], 7).slice(0, 8)],
      ['dot', slowList(dot, vector(movie), [movie], 7).slice(0, 8)],
    ]);
    expect([...(found.vector ?? [])]).toEqual(vector(movie));
    expect(found.length).toBeCloseTo(Math.sqrt(dot(vector(movie), vector(movie))), 6);
  });

  test('an id comes as a text from the address; without one, or where it is unknown, the most rated movie stands in', async () => {
    const ask = (movieId: string | null) => similarMovies(MODEL, reader, { movieId, count: 1, minRatings: 1 });
    expect((await ask('40')).movie).toMatchObject({ movieId: 40, title: 'The Été Noir' });
    expect(await ask(null)).toMatchObject({ isUnknown: false, movie: { movieId: 10, ratings: 24 } });
    expect(await ask('nobody')).toMatchObject({ isUnknown: true, movie: { movieId: 10 } });
  });

  test('A − B + C is the list of that vector, without the three', async () => {
    const found = await combinedMovies(MODEL, reader, { plus: [10, 30], minus: [20], count: 5, minRatings: 1 });
    const sum = vector(0).map((x, i) => x + (vector(2)[i] as number) - (vector(1)[i] as number));
    const slow = slowList(cosine, sum, [0, 1, 2], 1).slice(0, 5);
    expect(found.map(({ movieId }) => movieId)).toEqual(slow.map(({ movieId }) => movieId));
    await expect(combinedMovies(MODEL, reader, { plus: [999], minus: [], count: 5, minRatings: 1 })).rejects.toThrow(
      'not in the data',
    );
  });

  test('of one movie alone there is none', async () => {
    const columns = { users: Int32Array.of(1, 2), movies: Int32Array.of(1, 1), stars: Float32Array.of(1, 5), timestamps: null };
    const one = modelOf(buildRatings(columns, []));
    const { lists } = await similarMovies(
      one,
      createEmbeddingsReader(() => null),
      { movieId: 1, count: 5, minRatings: 1 },
    );
    expect(lists.map(({ movies, medianRatings }) => [movies, medianRatings])).toEqual([
      [[], null],
      [[], null],
    ]);
  });

  test('a model without embeddings has the weights that it has, or says so', async () => {
    const pairWeights = () => Float32Array.from(counts, (_, movie) => (movie === 3 ? 0.5 : movie === 5 ? 0.7 : -0.1));
    const ease = {
      ...MODEL,
      network: null,
      fitted: { pairWeights },
      parts: { configuration: { model: 'ease' } },
    } as unknown as Model;
    const { lists, length } = await similarMovies(ease, reader, { movieId: 10, count: 5, minRatings: 1 });
    expect(length).toBeNull();
    expect(lists).toMatchObject([{ by: 'ease', movies: [{ movieId: 60 }, { movieId: 40 }] }]);
    const mean = { ...MODEL, network: null, fitted: {} } as unknown as Model;
    await expect(similarMovies(mean, reader, { movieId: 10, count: 5, minRatings: 1 })).rejects.toMatchObject({
      code: 'no-model',
    });
  });

  test('numbers that are not finite are told of', async () => {
    const broken = modelOf(RATINGS, {}, (weights) =>
      (weights['movie_factors/embeddings'] as Float32Array).fill(Number.NaN, 12, 13),
    );
    const own = createEmbeddingsReader(() => null);
    await expect(similarMovies(broken, own, { movieId: 10, count: 5, minRatings: 1 })).rejects.toMatchObject({
      code: 'diverged',
    });
  });
});
