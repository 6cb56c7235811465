import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { nameOfShape, parseSynthetic, SHAPES, type SyntheticShape, shapeProblem } from './synthetic-shape.ts';

const ONE = SHAPES['1m'] as SyntheticShape;

describe('names', () => {
  test('of the known shapes are short', () => {
    expect(nameOfShape(ONE, 1)).toBe('synthetic-1m');
    expect(nameOfShape({ ...ONE }, 7)).toBe('synthetic-1m-seed7');
    expect(parseSynthetic('synthetic-1m')).toEqual({ shape: ONE, seed: 1 });
  });

  test('of other shapes say how much there is', () => {
    const shape = { users: 500, movies: 300, ratings: 20_000 };
    expect(nameOfShape(shape, 1)).toBe('synthetic-500x300x20000');
    expect(parseSynthetic('synthetic-500x300x20000-seed0')).toEqual({ shape, seed: 0 });
  });

  test('lead back to what they were made of', () => {
    const shapes = fc
      .record({
        users: fc.integer({ min: 10, max: 1000 }),
        movies: fc.integer({ min: 10, max: 1000 }),
        ratings: fc.integer({ min: 200, max: 100_000 }),
      })
      .filter((shape) => shapeProblem(shape) === null);
    fc.assert(
      fc.property(shapes, fc.integer({ min: 0, max: 2 ** 31 - 1 }), (shape, seed) => {
        expect(parseSynthetic(nameOfShape(shape, seed))).toEqual({ shape, seed });
      }),
    );
  });

  test.each([
    'synthetic-',
    'synthetic-2m',
    'synthetic-constructor',
    'synthetic-1m-seed',
    'synthetic-1m-seed99999999999',
    'synthetic-1m-seed-1',
    'synthetic-500x300',
    'synthetic-1e9x1e9x1e9',
    'synthetic-500x300x20000x1',
    'synthetic-500x300x1',
    'bundled',
    '',
  ])('%j is none', (name) => expect(parseSynthetic(name)).toBeNull());
});

describe('what is wrong with a shape is said', () => {
  it.each([
    [{ users: 5, movies: 100, ratings: 500 }, /users must be a whole number from 10 to 200,000/],
    [{ users: 100, movies: 100.5, ratings: 2000 }, /movies must be a whole number/],
    [{ users: 100, movies: 100, ratings: Number.NaN }, /ratings must be a whole number/],
    [{ users: 100, movies: 1000, ratings: 1999 }, /100 users give at least 2,000 ratings/],
    [{ users: 100, movies: 100, ratings: 2501 }, /room for at most 2,500 ratings/],
    [{ users: 100, movies: 50, ratings: 2000 }, /50 movies are too few/],
    [{ users: 10, movies: 300, ratings: 700 }, /300 movies are too many for 10 users/],
  ])('%j', (shape, sentence) => expect(shapeProblem(shape)).toMatch(sentence));

  it('nothing, with the known ones', () => {
    for (const shape of Object.values(SHAPES)) expect(shapeProblem(shape)).toBeNull();
  });
});
