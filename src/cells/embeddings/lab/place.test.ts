import { expect, test } from 'vitest';
import { createEmbeddingsReader } from './embeddings.ts';
import { createMapper } from './map.ts';
import { modelOf, ratingsOf } from './model.fixture.ts';
import { placeOnMap } from './place.ts';

const SILENT = { report: () => {}, signal: new AbortController().signal };
const RATINGS = ratingsOf(40);

async function mapped(overrides = {}, of: 'movies' | 'users' = 'movies') {
  const mapper = createMapper(createEmbeddingsReader(() => null));
  const { positions } = await mapper.map(modelOf(RATINGS, overrides), { of, method: 'pca' }, SILENT);
  return { positions, last: mapper.last() };
}

test('a vector that is a movie’s lies where the movie does, and is nearest to it', async () => {
  const { positions, last } = await mapped();
  const vector = last.table.values.slice(7 * 6, 8 * 6);
  const { place, nearest } = placeOnMap(last, vector);
  expect(place).toEqual([expect.closeTo(positions[14] as number, 5), expect.closeTo(positions[15] as number, 5)]);
  expect(nearest).toHaveLength(5);
  expect(nearest[0]?.point).toBe(7);
});

test('through layers users have a place among users alone', async () => {
  const { last } = await mapped({ model: 'mlp' });
  expect(() => placeOnMap(last, new Float32Array(6))).toThrow('separate embeddings');
  const ofUsers = await mapped({ model: 'mlp' }, 'users');
  expect(placeOnMap(ofUsers.last, new Float32Array(6).fill(0.1)).nearest[0]?.title).toMatch(/^User /);
});
