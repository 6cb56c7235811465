import { expect, test } from 'vitest';
import { NETWORK_NAMES } from '../core/model-name.ts';
import { resolve } from '../core/settings/defaults.ts';
import { createTarget } from '../core/target.ts';
import { parameterCount } from './graph.ts';
import { networkOf } from './registry.ts';

const scale = { min: 0.5, max: 5, step: 0.5 };
const stars = { mean: 3.5, deviation: 1 };

function graphOf(overrides: Parameters<typeof resolve>[0]) {
  const configuration = resolve({ listWeight: 0, ...overrides });
  return networkOf(configuration).build(configuration, {
    users: 11,
    movies: 13,
    scale,
    stars,
    target: createTarget('raw', scale, stars),
  });
}

test.each(NETWORK_NAMES)('%s: stars alone have no second head; a list adds a gain a factor and a bias a movie', (model) => {
  const [without, both] = [graphOf({ model }), graphOf({ model, listWeight: 0.5 })];
  expect(without.list).toBeUndefined();
  expect(both.nodes).toEqual(without.nodes);
  expect(parameterCount(both) - parameterCount(without)).toBe(50 + 13);
});

test('embeddings of two sizes, and losses that rank, leave no room for it', () => {
  expect(graphOf({ listWeight: 0.5, userFactors: 8, movieFactors: 4 }).list).toBeUndefined();
  expect(graphOf({ listWeight: 0.5, loss: 'bpr' }).list).toBeUndefined();
  expect(resolve({ listWeight: 0.5, loss: 'bpr' })).toEqual({ ...resolve({ loss: 'bpr' }) });
});

test('the list alone pulls nothing that belongs to the stars', () => {
  const { nodes } = graphOf({ listWeight: 1 });
  expect(nodes.flatMap((node) => (node.kind === 'embedding' ? [node.l2] : []))).toEqual([0, 0, 0, 0]);
});
