import { describe, expect, test } from 'vitest';
import { createRandom } from '../core/random.ts';
import type { MovieRecord } from '../core/ratings.ts';
import { createPhases } from './phases.ts';
import { bareRatings } from './rating-files.ts';
import { readRatingFiles } from './read-rating-files.ts';

interface Release {
  readonly users: number;
  readonly movies: number;
  readonly ratings: number;
  readonly header: string;
  readonly write: (user: number, movie: number, halves: number, time: number) => string;
  readonly lineEnd: '\n' | '\r\n';
}

/** The published sizes; those of 10M and up a tenth and a hundredth, so that they are read in seconds. */
const RELEASES: Readonly<Record<string, Release>> = {
  'MovieLens 100K': {
    ...{ users: 943, movies: 1682, ratings: 100_000, header: '', lineEnd: '\n' },
    write: (user, movie, halves, time) => `${user}\t${movie}\t${Math.ceil(halves / 2)}\t${time}`,
  },
  'MovieLens 1M': {
    ...{ users: 6040, movies: 3706, ratings: 1_000_209, header: '', lineEnd: '\n' },
    write: (user, movie, halves, time) => `${user}::${movie}::${Math.ceil(halves / 2)}::${time}`,
  },
  'a tenth of MovieLens 10M': {
    ...{ users: 7157, movies: 1068, ratings: 1_000_005, header: '', lineEnd: '\n' },
    write: (user, movie, halves, time) => `${user}::${movie}::${halves / 2}::${time}`,
  },
  'MovieLens Latest Small 2018': {
    ...{ users: 610, movies: 9724, ratings: 100_836, header: 'userId,movieId,rating,timestamp\r\n', lineEnd: '\r\n' },
    write: (user, movie, halves, time) => `${user},${movie},${(halves / 2).toFixed(1)},${time}`,
  },
  'a hundredth of MovieLens 25M': {
    ...{ users: 1625, movies: 624, ratings: 250_001, header: 'userId,movieId,rating,timestamp\r\n', lineEnd: '\r\n' },
    write: (user, movie, halves, time) => `${user},${movie},${(halves / 2).toFixed(1)},${time}`,
  },
};

/** Every user and every movie at least once, every pair at most once. */
function* pairs({ users, movies, ratings }: Release): Generator<readonly [user: number, movie: number]> {
  // Down the diagonals of the users × movies matrix, which never meets a pair twice within lcm(users, movies) steps.
  for (let n = 0; n < ratings; n++) {
    const turn = Math.floor(n / lcm(users, movies));
    yield [1 + (n % users), 1 + ((n + turn) % movies)];
  }
}

const lcm = (a: number, b: number): number => (a / gcd(a, b)) * b;
const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

describe.each(Object.entries(RELEASES))('%s', (_, release) => {
  test('has as many ratings, users and movies as were published, by every star', async () => {
    const random = createRandom(1, 'release');
    const byHalves = new Int32Array(11);
    const texts: string[] = [];
    let text = release.header;
    for (const [user, movie] of pairs(release)) {
      const halves = 1 + (random.nextUint32() % 10);
      byHalves[halves] = (byHalves[halves] as number) + 1;
      text += release.write(user, movie, halves, 800_000_000 + (random.nextUint32() % 700_000_000)) + release.lineEnd;
      if (text.length > 100_000) {
        texts.push(text);
        text = '';
      }
    }
    const pieces = [...texts, text].map((piece) => new TextEncoder().encode(piece));
    const titles = Array.from(
      { length: release.movies },
      (_, at): MovieRecord => ({ id: at + 1, title: `M ${at}`, year: null, genres: [] }),
    );
    const files = {
      ...bareRatings({
        path: 'ratings',
        name: 'ratings',
        size: 0,
        pieces: async function* () {
          yield* pieces;
        },
      }),
      movies: { records: titles, layout: null, notes: [] },
    };
    const { ratings, notes } = await readRatingFiles(
      files,
      {},
      createPhases(() => {}, new AbortController().signal),
    );
    expect([ratings.count, ratings.userIds.size, ratings.movieIds.size]).toEqual([
      release.ratings,
      release.users,
      release.movies,
    ]);
    expect(notes).toEqual([]);
    const counted = new Int32Array(11);
    const isWhole = ratings.scale.step === 1;
    for (const stars of ratings.stars) counted[stars * 2] = (counted[stars * 2] as number) + 1;
    const expected = isWhole
      ? byHalves.map((_, at) => (at % 2 === 0 && at > 0 ? (byHalves[at] as number) + (byHalves[at - 1] as number) : 0))
      : byHalves;
    expect([...counted]).toEqual([...expected]);
    expect(ratings.scale).toEqual(isWhole ? { min: 1, max: 5, step: 1 } : { min: 0.5, max: 5, step: 0.5 });
  });
});
