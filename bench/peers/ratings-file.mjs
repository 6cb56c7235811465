// @ts-check
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bundle, dataUrl } from '../node-host.mjs';

/**
 * Writes the ratings that the page makes up for `synthetic-1m` for Python to read: user indices, movie indices (int32), stars (float32),
 * column after column. `train` and `held` are its training and validation part, a random tenth by seed 1.
 *
 * @param {string} folder
 * @returns {Promise<{ train: string, held: string, trainRatings: number, users: number, movies: number }>} paths of the files
 */
export async function writeRatingsFiles(folder) {
  const { parseSynthetic } = await load('../src/core/synthetic-shape.ts');
  const { synthesise } = await load('../src/data/sources/synthetic.ts');
  const { shape, seed } = parseSynthetic('synthetic-1m');
  const { finish } = await load('../src/core/slices.ts');
  const { users, movies, stars } = finish(synthesise(shape, seed));
  const { randomShare } = await load('../src/core/split/random-share.ts');
  const parts = randomShare(stars.length, { validationShare: 0.1, testShare: 0 }, 1);
  const write = async (/** @type {string} */ name, /** @type {number} */ part) => {
    const rows = Array.from(parts.keys()).filter((at) => parts[at] === part);
    const toIndices = (/** @type {Int32Array} */ ids) => Int32Array.from(rows, (at) => /** @type {number} */ (ids[at]) - 1);
    const columns = [toIndices(users), toIndices(movies), Float32Array.from(rows, (at) => stars[at])];
    const file = path.join(folder, `${name}.bin`);
    await writeFile(file, Buffer.concat(columns.map(({ buffer }) => Buffer.from(buffer))));
    return { file, ratings: rows.length };
  };
  const { TRAIN, VALIDATION } = await load('../src/core/split/parts.ts');
  const [train, held] = [await write('train', TRAIN), await write('held', VALIDATION)];
  return { train: train.file, held: held.file, trainRatings: train.ratings, users: shape.users, movies: shape.movies };
}

/** @param {string} file relative to bench/ */
const load = async (file) => await import(dataUrl(await bundle(file)).href);
