// @ts-check
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bundle, dataUrl } from '../node-host.mjs';

/**
 * Writes the ratings that the page makes up for `synthetic-1m`, nine tenths of them as in training, for PyTorch to read: user
 * indices, movie indices (int32), stars (float32), column after column.
 *
 * @param {string} folder
 * @returns {Promise<{ ratings: string, trainRatings: number, users: number, movies: number }>} `ratings`: the file
 */
export async function writeRatingsFile(folder) {
  const { parseSynthetic } = await load('../src/core/synthetic-shape.ts');
  const { synthesise } = await load('../src/data/sources/synthetic.ts');
  const { shape, seed } = parseSynthetic('synthetic-1m');
  const { finish } = await load('../src/core/slices.ts');
  const { users, movies, stars } = finish(synthesise(shape, seed));
  const kept = Array.from(stars.keys()).filter((at) => at % 10 !== 9);
  const toIndices = (/** @type {Int32Array} */ ids) => Int32Array.from(kept, (at) => /** @type {number} */ (ids[at]) - 1);
  const ratings = path.join(folder, 'ratings.bin');
  const columns = [toIndices(users), toIndices(movies), Float32Array.from(kept, (at) => stars[at])];
  await writeFile(ratings, Buffer.concat(columns.map(({ buffer }) => Buffer.from(buffer))));
  return { ratings, trainRatings: kept.length, users: shape.users, movies: shape.movies };
}

/** @param {string} file relative to bench/ */
const load = async (file) => await import(dataUrl(await bundle(file)).href);
