import { describe, expect, test } from 'vitest';
import type { Model } from '../../../lab/model.ts';
import { createEmbeddingsReader } from './embeddings.ts';
import { modelOf, ratingsOf } from './model.fixture.ts';
import { embeddingNumbers } from './numbers.ts';

const RATINGS = ratingsOf(120);
const numbersOf = (model: Model, minRatings: number) =>
  embeddingNumbers(
    model,
    createEmbeddingsReader(() => null),
    minRatings,
  );

describe('what the numbers say', () => {
  test('the biases of movies with enough ratings, highest and lowest first, in stars', async () => {
    const model = modelOf(RATINGS, { target: 'standardised' }, (weights) => {
      for (const movie of RATINGS.catalogue.keys()) (weights['movie_bias/embeddings'] as Float32Array)[movie] = (movie % 12) / 10;
    });
    const { biases, movies } = await numbersOf(model, 12);
    expect(movies).toBe(60);
    expect(biases?.most).toHaveLength(10);
    // Movies 0, 1, 4, 5 and so on have 12 ratings or more.
    expect(biases?.most[0]).toMatchObject({ movieId: 100, bias: expect.closeTo(0.9 * model.parts.target.scale, 5) });
    expect(biases?.least[0]).toMatchObject({ movieId: 10, bias: 0 });
  });

  test('an axis that follows the year says so, with the outermost movies at its ends', async () => {
    const model = modelOf(RATINGS, {}, (weights) => {
      for (const movie of RATINGS.catalogue.keys()) (weights['movie_factors/embeddings'] as Float32Array)[6 * movie + 2] = movie;
    });
    const { axes } = await numbersOf(model, 1);
    const [first] = axes ?? [];
    expect(first?.share).toBeGreaterThan(0.99);
    expect(first?.follows[0]).toEqual({ trait: 'release year', correlation: expect.closeTo(1, 3) });
    expect(first?.low.map(({ movieId }) => movieId)).toEqual([10, 20, 30, 40]);
    expect(first?.high.map(({ movieId }) => movieId)).toEqual([1200, 1190, 1180, 1170]);
  });

  test('lengths that grow with the ratings have a correlation of 1 with them', async () => {
    const model = modelOf(RATINGS, {}, (weights) => {
      const table = weights['movie_factors/embeddings'] as Float32Array;
      table.fill(0);
      for (const [movie, count] of model2Counts.entries()) table[6 * movie] = Math.log(count);
    });
    const { lengths } = await numbersOf(model, 1);
    expect(lengths?.correlation).toBeCloseTo(1, 5);
    expect(lengths?.bins.map(({ from, movies }) => [from, movies])).toEqual([
      [4, 30],
      [8, 60],
      [16, 30],
    ]);
  });

  test('a model without biases, one without embeddings, equal embeddings, and no movie: nothing is made up', async () => {
    expect((await numbersOf(modelOf(RATINGS, { biases: false }), 1)).biases).toBeNull();
    const equal = modelOf(RATINGS, {}, (weights) => (weights['movie_factors/embeddings'] as Float32Array).fill(1));
    expect((await numbersOf(equal, 1)).axes).toBeNull();
    const fitted = { movieBias: Float64Array.from(RATINGS.catalogue, (_, movie) => movie) };
    const closed = { ...modelOf(RATINGS), network: null, fitted } as unknown as Model;
    const ofClosed = await numbersOf(closed, 1);
    expect([ofClosed.axes, ofClosed.lengths, ofClosed.biases?.most[0]?.movieId]).toEqual([null, null, 1200]);
    expect(await numbersOf(modelOf(RATINGS), 1000)).toMatchObject({ movies: 0, axes: null });
  });
});

const model2Counts = modelOf(RATINGS).data.statistics.counts;
