import { describe, expect, test } from 'vitest';
import { type DataOrigin, isSameData } from '../../../core/data-source.ts';
import type { DataSummary } from '../../../core/data-summary.ts';
import { buildRatings } from '../../../core/join-ratings.ts';
import type { Ratings } from '../../../core/ratings.ts';
import { finish } from '../../../core/slices.ts';
import { openContainer } from '../../../data/containers/open-container.ts';
import { type BenchParts, createBench } from '../../../lab/bench.ts';
import type { CallContext } from '../../../lab/wire.ts';
import { sumUp } from '../lab/sum-up.ts';
import { handlers } from './lab.ts';

const CONTEXT: CallContext<never> = { report: () => undefined, signal: new AbortController().signal, transfer: () => undefined };
const ORIGIN = { kind: 'file', name: 'Small', file: 'small.zip', sha256: 'abc' } as DataOrigin;
const MOVIES = [
  { id: 1, title: 'Matrix, The', year: 1999, genres: ['Action'] },
  { id: 2, title: 'Heat', year: 1995, genres: [] },
  { id: 3, title: 'Emma', year: 1996, genres: [] },
  { id: 4, title: 'Emma', year: 1996, genres: [] },
];

const smallRatings = (movies = MOVIES, stars: readonly number[] = [0.5, 4, 5, 3, 2.5]): Ratings =>
  buildRatings(
    {
      users: Int32Array.of(7, 3, 7, 3, 3),
      movies: Int32Array.of(1, 1, 2, 3, 4),
      stars: Float32Array.from(stars),
      timestamps: Uint32Array.of(300, 100, 400, 200, 250),
    },
    movies,
  );

function open(ratings: Ratings = smallRatings()) {
  const bench = createBench({
    openTables: async (file) => (await openContainer(file, { what: 'It', remedy: '' })).files,
  } as BenchParts);
  const { file, ...data } = finish(sumUp({ ratings, origin: ORIGIN, file: null, notes: [], elapsed: {} }));
  bench.data.take(data);
  const { match, add, remove } = handlers(bench);
  return {
    bench,
    data,
    match: (text: string) => match({ file: fileOf(text) }, CONTEXT),
    add: (text: string, picks = {}) => add({ file: fileOf(text), picks }, CONTEXT),
    remove: () => remove(undefined, CONTEXT),
  };
}

const fileOf = (text: string): File => new File([text], 'ratings.csv');
const HEADER = 'Date,Name,Year,Letterboxd URI,Rating\n';
const MINE = `${HEADER}2021-03-14,The Matrix,1999,https://boxd.it/1,4.5
2021-03-15,Emma,1996,https://boxd.it/2,3
2021-03-16,Nothing Like It,2020,https://boxd.it/3,2
2021-03-17,Matrix,2000,https://boxd.it/4,1
`;
const THEIRS = `${HEADER}2021-03-14,Heat,1995,https://boxd.it/5,2\n`;

test('the matches say what becomes of each row', async () => {
  const { match } = open();
  const found = await match(MINE);
  expect(found).toMatchObject({ userId: 8, service: { name: 'Letterboxd' }, unrated: 0 });
  expect(found.rows).toMatchObject([
    {
      title: 'The Matrix',
      stars: 4.5,
      kind: 'matched',
      movies: [{ title: 'The Matrix', year: 1999, ratings: 2 }],
      byLine: null,
    },
    { title: 'Emma', kind: 'unclear', movies: [{ movie: 2, ratings: 1 }, { movie: 3 }] },
    { title: 'Nothing Like It', kind: 'missing', movies: [] },
    { title: 'Matrix', kind: 'taken', byLine: 2 },
  ]);
});

describe('adding a user', () => {
  test('adds what matches and what was picked, as the next free id', async () => {
    const { add, bench } = open();
    const summary = await add(MINE, { 1: 3 });
    expect(summary).toMatchObject({ name: 'Small with user 8', ratings: 7, users: 3, movies: 4, lastUserId: 8, sha256: 'abc' });
    expect(summary.added).toMatchObject([{ userId: 8, file: 'ratings.csv', service: 'Letterboxd', ratings: 2 }]);
    const { ratings, statistics } = bench.data.at('test');
    expect([...ratings.users.subarray(5)]).toEqual([2, 2]);
    expect([...ratings.movies.subarray(5)]).toEqual([0, 3]);
    expect([...ratings.stars.subarray(5)]).toEqual([4.5, 3]);
    expect([...statistics.counts]).toEqual([3, 1, 1, 2]);
  });

  test('makes other data of it: than before, than with somebody else, and the same as once more with the same', async () => {
    const { add, remove, data } = open();
    const mine = await add(MINE);
    await remove();
    const theirs = await add(THEIRS);
    await remove();
    const again = await add(MINE);
    expect(theirs).toMatchObject({ name: mine.name, ratings: mine.ratings });
    const isSame = (a: DataSummary, b: DataSummary): boolean => isSameData(a, b);
    expect([isSame(data.summary, mine), isSame(mine, theirs), isSame(mine, again)]).toEqual([false, false, true]);
  });

  test('is undone, one after the other', async () => {
    const { add, remove, bench, data } = open();
    await add(MINE);
    const both = await add(THEIRS);
    expect(both).toMatchObject({ name: 'Small with users 8 and 9', ratings: 7, users: 4 });
    expect(await remove()).toMatchObject({ name: 'Small with user 8', users: 3 });
    expect(await remove()).toEqual(data.summary);
    expect(bench.data.at('test').ratings).toEqual(data.ratings);
    await expect(remove()).rejects.toMatchObject({ code: 'no-data' });
  });

  test('is refused while a run is going', async () => {
    const { add, bench } = open();
    await bench.exclusive.train(async () => {
      await expect(add(MINE)).rejects.toMatchObject({ code: 'busy' });
    });
  });
});

describe('what cannot be added', () => {
  const BOOKS = 'Book Id,Title,My Rating,Year Published\n1,Persuasion,5,1817\n';

  test('other titles', async () => {
    await expect(open().match(BOOKS)).rejects.toMatchObject({
      message: 'Small has none of the rated books of this file, such as “Persuasion”.',
      remedy: 'Check the titles, or load other ratings of books, then open this file again.',
    });
  });

  test('to ratings without titles', async () => {
    await expect(open(smallRatings([])).match(MINE)).rejects.toMatchObject({
      message: 'Small has only IDs, so these titles cannot be found in it.',
    });
  });

  test('to counts', async () => {
    await expect(open(smallRatings(MOVIES, [1, 7, 13, 250, 9000])).match(MINE)).rejects.toMatchObject({
      message: 'The ratings of Small go up to 9000: they are counts, which ratings cannot be added to.',
    });
  });

  test('nothing that was rated', async () => {
    await expect(open().match(`${HEADER}2021-03-14,Heat,1995,https://boxd.it/5,\n`)).rejects.toMatchObject({
      message: '“ratings.csv” has no rated titles in it.',
    });
    await expect(open().match(`${HEADER}2021-03-14,Heat,1995,x,45\n`)).rejects.toMatchObject({
      message: 'No rating of “ratings.csv” can be read. Line 2: the rating 45.',
    });
    await expect(open().match('')).rejects.toMatchObject({ message: '“ratings.csv” is empty.' });
  });
});
