import { expect, test } from 'vitest';
import { turnOf } from '../../core/gravity.ts';
import type { Overrides } from '../../core/hyperparameters.ts';
import { createRandom, normal } from '../../core/random.ts';
import { resolve } from '../../core/settings/defaults.ts';
import { createTarget } from '../../core/target.ts';
import { parametersOf } from '../../models/graph.ts';
import { type GravityTables, gravityTables } from '../../models/gravity.ts';
import { networkOf } from '../../models/registry.ts';
import type { Parameters } from './differentiate.ts';
import { addGravity, gramiansOf } from './gravity.ts';
import { at, type Matrix, zeros } from './matrix.ts';

const SCALE = { min: 0.5, max: 5, step: 0.5 };
const STARS = { mean: 3.5, deviation: 1 };
const [USERS, MOVIES, WIDTH, WEIGHT] = [5, 7, 3, 0.7];
const GRAPH = networkOf(resolve({ gravity: WEIGHT })).build(
  resolve({ listWeight: 0, gravity: WEIGHT, userFactors: WIDTH, movieFactors: WIDTH }),
  { users: USERS, movies: MOVIES, scale: SCALE, stars: STARS, target: createTarget('raw', SCALE, STARS) },
);
const TABLES = gravityTables(GRAPH) as GravityTables;

function drawParameters(): Parameters {
  const draw = normal(createRandom(5, 'gravity'));
  const numbers = (size: number) => Float64Array.from({ length: size }, () => draw() / 2);
  return new Map(
    parametersOf(GRAPH).map(({ name, rows, columns }) => [name, { rows, columns, values: numbers(rows * columns) }]),
  );
}

const emptied = (parameters: Parameters): Parameters =>
  new Map([...parameters].map(([name, { rows, columns }]) => [name, zeros(rows, columns)]));

/** κ times the mean over all pairs of (p · q)², pair by pair. */
function lossOf(parameters: Parameters): number {
  const [p, q] = ['user', 'movie'].map((of) => parameters.get(`${of}_factors/embeddings`)) as [Matrix, Matrix];
  let sum = 0;
  for (let u = 0; u < USERS; u++) {
    for (let i = 0; i < MOVIES; i++) {
      let product = 0;
      for (let d = 0; d < WIDTH; d++) product += at(p, u, d) * at(q, i, d);
      sum += product ** 2;
    }
  }
  return (WEIGHT * sum) / (USERS * MOVIES);
}

test('in an epoch of one step the gradient is that of the mean over all pairs, by central differences', () => {
  const parameters = drawParameters();
  const gradients = emptied(parameters);
  const turns = { user: turnOf(USERS, 0, 1), movie: turnOf(MOVIES, 0, 1) };
  addGravity(parameters, TABLES, gramiansOf(parameters, TABLES), turns, gradients);
  const h = 1e-3;
  for (const [name, { values }] of parameters) {
    values.forEach((middle, i) => {
      const at = (offset: number): number => {
        values[i] = middle + offset;
        return lossOf(parameters);
      };
      const slope = (8 * (at(h) - at(-h)) - (at(2 * h) - at(-2 * h))) / (12 * h);
      values[i] = middle;
      expect(Math.abs(slope - (gradients.get(name)?.values[i] as number)), `${name} ${i}`).toBeLessThan(1e-9);
    });
  }
});

test('the steps of an epoch pull every row once, as strongly as its share of all rows asks for', () => {
  const parameters = drawParameters();
  const gramians = gramiansOf(parameters, TABLES);
  const [whole, inTurn] = [emptied(parameters), emptied(parameters)];
  const all = { user: { from: 0, to: USERS }, movie: { from: 0, to: MOVIES } };
  addGravity(parameters, TABLES, gramians, all, whole);
  for (let step = 0; step < 3; step++) {
    const turns = { user: turnOf(USERS, step, 3), movie: turnOf(MOVIES, step, 3) };
    const of = emptied(parameters);
    addGravity(parameters, TABLES, gramians, turns, of);
    for (const side of ['user', 'movie'] as const) {
      const name = `${side}_factors/embeddings`;
      const { from, to } = turns[side];
      of.get(name)?.values.forEach((value, i, values) => {
        const sum = inTurn.get(name)?.values as Float64Array;
        sum[i] = (sum[i] as number) + (value * (to - from) * WIDTH) / values.length;
      });
    }
  }
  for (const [name, { values }] of whole) {
    values.forEach((value, i) => {
      expect(inTurn.get(name)?.values[i], `${name} ${i}`).toBeCloseTo(value, 12);
    });
  }
});

test('gravity is a part of the graph where it applies: of a plain dot product of stars', () => {
  const graphOf = (overrides: Overrides) => {
    const configuration = resolve({ listWeight: 0, gravity: 2, ...overrides });
    const context = { users: 3, movies: 3, scale: SCALE, stars: STARS, target: createTarget('raw', SCALE, STARS) };
    return gravityTables(networkOf(configuration).build(configuration, context));
  };
  expect(graphOf({})).toMatchObject({ weight: 2, user: { name: 'user_factors' }, movie: { name: 'movie_factors' } });
  expect(graphOf({ ratingTime: true })?.weight).toBe(2);
  for (const overrides of [
    { gravity: 0 },
    { listWeight: 0.5 },
    { loss: 'bpr' },
    { model: 'mlp' },
    { model: 'hybrid' },
    { genres: true },
    { movieFactors: 7 },
  ] as const)
    expect(graphOf(overrides), JSON.stringify(overrides)).toBeNull();
});
