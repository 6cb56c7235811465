// @ts-check
import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeZip } from './write-zip.mjs';

/** @typedef {'csv' | 'dat' | 'u.data'} Format */

/** In the shapes of MovieLens 1M and 25M. */
export const SHAPES = {
  'synthetic-1m': { users: 6040, movies: 3706, ratings: 1_000_209 },
  'synthetic-25m': { users: 162_541, movies: 59_047, ratings: 25_000_095 },
};

/** @type {Readonly<Record<Format, { name: string, header: string, row: (user: number, movie: number, halves: number, time: number) => string }>>} */
export const FORMATS = {
  csv: {
    name: 'ratings.csv',
    header: 'userId,movieId,rating,timestamp\r\n',
    row: (user, movie, halves, time) => `${user},${movie},${(halves / 2).toFixed(1)},${time}\r\n`,
  },
  dat: {
    name: 'ratings.dat',
    header: '',
    row: (user, movie, halves, time) => `${user}::${movie}::${Math.ceil(halves / 2)}::${time}\n`,
  },
  'u.data': {
    name: 'u.data',
    header: '',
    row: (user, movie, halves, time) => `${user}\t${movie}\t${Math.ceil(halves / 2)}\t${time}\n`,
  },
};

/**
 * The path of a zip with made-up ratings in a release's shape and layout; written at the first call, and kept.
 *
 * @param {keyof typeof SHAPES} shape
 * @param {Format} format
 */
export async function syntheticZip(shape, format) {
  const file = path.join(tmpdir(), `matinee-${shape}-${format}.zip`);
  if (!(await stat(file).catch(() => null))) {
    console.error(`Writing ${file} …`);
    await writeZip(file, `ml/${FORMATS[format].name}`, texts(SHAPES[shape], FORMATS[format]));
  }
  return file;
}

/**
 * By user, movies ascending without repeats, all drawn from a fixed seed.
 *
 * @param {{ users: number, movies: number, ratings: number }} shape
 * @param {(typeof FORMATS)[Format]} format
 */
export function* texts({ users, movies, ratings }, { header, row }) {
  let state = 1;
  const draw = (/** @type {number} */ below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  let text = header;
  let left = ratings;
  for (let user = 1; user <= users; user++) {
    const mean = left / (users - user + 1);
    const count =
      user === users ? left : Math.max(1, Math.min(left - (users - user), Math.floor(mean * (0.2 + (1.6 * draw(1000)) / 999))));
    left -= count;
    const stride = movies / count;
    const time = 800_000_000 + draw(700_000_000);
    for (let i = 0; i < count; i++) {
      const movie = 1 + Math.floor(i * stride) + draw(Math.max(1, Math.floor(stride)));
      text += row(user, movie, 1 + draw(10), time + draw(1_000_000));
    }
    if (text.length > 200_000) {
      yield text;
      text = '';
    }
  }
  yield text;
}
