import { describe, expect, test } from 'vitest';
import type { NetworkRun } from '../../../lab/model.ts';
import { pointCard, pointOfMovie, pointPage, pointSelection } from './about-points.ts';
import { coloursOf } from './colours.ts';
import { createEmbeddingsReader } from './embeddings.ts';
import { createMapper } from './map.ts';
import { modelOf, ratingsOf } from './model.fixture.ts';

const SILENT = { report: () => {}, signal: new AbortController().signal };
const RATINGS = ratingsOf(40);

const mapperOf = (going: () => NetworkRun | null = () => null) => createMapper(createEmbeddingsReader(going));
const distance = (a: Float32Array, b: Float32Array): number => a.reduce((sum, x, at) => sum + (x - (b[at] as number)) ** 2, 0);

describe('the map by PCA', () => {
  test('has a point for each movie that was trained on, centred, with the shares of the variance', async () => {
    const map = await mapperOf().map(modelOf(RATINGS), { of: 'movies', method: 'pca' }, SILENT);
    expect(map).toMatchObject({ runId: 'one', epoch: null, width: 6, of: 'movies', method: 'pca' });
    expect(map.positions).toHaveLength(80);
    const [first = 0, second = 0] = map.explained ?? [];
    expect(first).toBeGreaterThanOrEqual(second);
    expect(first + second).toBeLessThan(1);
    expect(map.positions.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 5);
    expect(map.purity?.measured).toBeGreaterThan(20);
  });

  test('turns as little as it can from epoch to epoch, where the axes have turned', async () => {
    const model = modelOf(RATINGS);
    const { weights } = model;
    const checkpoint = (history: number, changed: Float32Array) => ({
      history: new Array(history),
      state: { weights: { ...weights, 'movie_factors/embeddings': changed } },
    });
    const network = model.network as unknown as { checkpoint: unknown };
    const mapper = mapperOf(() => model.network);
    const table = weights['movie_factors/embeddings'] as Float32Array;
    network.checkpoint = checkpoint(1, table);
    const before = await mapper.map(model, { of: 'movies', method: 'pca' }, SILENT);
    // The same vectors mirrored and with their numbers in another order, moved a little.
    const turned = table.map((_, at) => (at % 6 === 0 ? 1.01 : -1.01) * (table[at - (at % 6) + (5 - (at % 6))] as number));
    network.checkpoint = checkpoint(2, turned);
    const after = await mapper.map(model, { of: 'movies', method: 'pca' }, SILENT);
    expect([before.epoch, after.epoch]).toEqual([1, 2]);
    expect(distance(after.positions, before.positions)).toBeLessThan(
      0.001 *
        distance(
          before.positions,
          before.positions.map(() => 0),
        ),
    );
  });

  test.each([1, 2])('of %i factors', async (movieFactors) => {
    const map = await mapperOf().map(
      modelOf(RATINGS, { movieFactors, userFactors: movieFactors }),
      { of: 'movies', method: 'pca' },
      SILENT,
    );
    expect((map.explained?.[0] ?? 0) + (map.explained?.[1] ?? 0)).toBeCloseTo(1, 6);
    if (movieFactors === 1) expect(map.positions.filter((_, at) => at % 2 === 1).every((y) => y === 0)).toBe(true);
  });

  test('of users', async () => {
    const mapper = mapperOf();
    const map = await mapper.map(modelOf(RATINGS), { of: 'users', method: 'pca' }, SILENT);
    expect(map.positions).toHaveLength(48);
    expect(map.purity).toBeNull();
    expect(pointCard(mapper.last(), 0)).toMatchObject({ title: 'User 1', movieId: null, ratings: 40 });
    expect(coloursOf(mapper.last(), 'genre')).toEqual({ kind: 'none', why: 'Users have no genres.' });
  });

  test.each([
    ['one movie', ratingsOf(1), () => {}, 'there is one movie'],
    [
      'equal vectors',
      RATINGS,
      (weights: Readonly<Record<string, Float32Array>>) => weights['movie_factors/embeddings']?.fill(0.1),
      'same embedding',
    ],
  ])('%s: a sentence', async (_, ratings, change, words) => {
    await expect(mapperOf().map(modelOf(ratings, {}, change), { of: 'movies', method: 'pca' }, SILENT)).rejects.toThrow(words);
  });
});

describe('the map by UMAP', () => {
  test('is the same for the same seed, and tells how far it is', async () => {
    const shares: number[] = [];
    const lay = () =>
      mapperOf().map(modelOf(RATINGS), { of: 'movies', method: 'umap' }, { ...SILENT, report: (share) => shares.push(share) });
    const [a, b] = [await lay(), await lay()];
    expect(a.positions).toEqual(b.positions);
    expect(a.positions.every(Number.isFinite)).toBe(true);
    expect(a.explained).toBeNull();
    expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);
  });

  test('ends when it is aborted, and is refused for three points', async () => {
    const ended = new AbortController();
    ended.abort(new Error('enough'));
    const big = modelOf(ratingsOf(400), { movieFactors: 6 });
    await expect(
      mapperOf().map(big, { of: 'movies', method: 'umap' }, { report: () => {}, signal: ended.signal }),
    ).rejects.toThrow('enough');
    await expect(mapperOf().map(modelOf(ratingsOf(3)), { of: 'movies', method: 'umap' }, SILENT)).rejects.toThrow(
      'UMAP needs 4 points',
    );
  });
});

describe('the map by t-SNE', () => {
  test('is the same each time, tells how far it is, and keeps more neighbours than PCA', async () => {
    const shares: number[] = [];
    const model = modelOf(ratingsOf(160));
    const lay = () =>
      mapperOf().map(model, { of: 'movies', method: 'tsne' }, { ...SILENT, report: (share) => shares.push(share) });
    const [a, b] = [await lay(), await lay()];
    expect(a.positions).toEqual(b.positions);
    expect(a.positions.every(Number.isFinite)).toBe(true);
    expect(a.explained).toBeNull();
    expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);
    const mapper = mapperOf();
    const pca = await mapper.map(model, { of: 'movies', method: 'pca' }, SILENT);
    const kept = (positions: Float32Array): number =>
      Array.from({ length: positions.length / 2 }, (_, point) => {
        const nearest = new Set(pointCard(mapper.last(), point).neighbours.map(({ point }) => point));
        const order = Array.from({ length: positions.length / 2 }, (_, other) => other)
          .filter((other) => other !== point)
          .toSorted((x, y) => awayFrom(positions, point, x) - awayFrom(positions, point, y));
        return order.slice(0, nearest.size).filter((other) => nearest.has(other)).length;
      }).reduce((sum, count) => sum + count, 0);
    expect(kept(a.positions)).toBeGreaterThan(1.2 * kept(pca.positions));
  });

  test('is refused for three points', async () => {
    await expect(mapperOf().map(modelOf(ratingsOf(3)), { of: 'movies', method: 'tsne' }, SILENT)).rejects.toThrow(
      't-SNE needs 4 points',
    );
  });
});

const awayFrom = (positions: Float32Array, a: number, b: number): number =>
  Math.hypot(
    (positions[2 * a] as number) - (positions[2 * b] as number),
    (positions[2 * a + 1] as number) - (positions[2 * b + 1] as number),
  );

describe('what the points are', async () => {
  const mapper = mapperOf();
  await mapper.map(modelOf(RATINGS), { of: 'movies', method: 'pca' }, SILENT);
  const mapped = mapper.last();

  test('a card has the movie and its nearest; a movie has a point', () => {
    const card = pointCard(mapped, 3);
    expect(card).toMatchObject({ movieId: 40, title: 'The Été Noir', year: 1953, ratings: 6 });
    expect(card.neighbours).toHaveLength(5);
    expect(pointOfMovie(mapped, '40')).toBe(3);
    expect(pointOfMovie(mapped, '41')).toBeNull();
    expect(() => pointCard(mapped, 40)).toThrow('changed');
  });

  test('a selection is listed by ratings, with the genres that it has more of', () => {
    const war = Int32Array.from({ length: 40 }, (_, movie) => movie).filter((movie) =>
      RATINGS.catalogue[movie]?.genres.includes('War'),
    );
    const { count, rows, genres } = pointSelection(mapped, war);
    expect(count).toBe(war.length);
    expect(genres[0]).toEqual({ genre: 'War', share: 1, shareOfAll: war.length / 40 });
    expect(rows.map(({ ratings }) => ratings)).toEqual(rows.map(({ ratings }) => ratings).sort((a, b) => b - a));
    expect(pointSelection(mapped, new Int32Array())).toEqual({ count: 0, rows: [], genres: [] });
  });

  test('pages have all points once', () => {
    const points = [0, 15, 30].flatMap((from) => pointPage(mapped, from, 15).map(({ point }) => point));
    expect(points.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, point) => point));
  });

  test('colours: the rarest genre, the year where it is known, the bias, the ratings', () => {
    const genre = coloursOf(mapped, 'genre');
    expect(genre).toMatchObject({ kind: 'classes' });
    if (genre.kind !== 'classes') return;
    expect(genre.names.at(-1)).toBe('Other');
    expect(genre.names[genre.classes[6] as number]).toBe('Other');
    expect(genre.names[genre.classes[2] as number]).toBe('Action');
    const year = coloursOf(mapped, 'year');
    expect(year.kind === 'values' && [year.values[1], year.values[5]]).toEqual([1951, Number.NaN]);
    expect(coloursOf(mapped, 'popularity')).toMatchObject({ kind: 'values', isLogarithmic: true, high: 24 });
    expect(coloursOf(mapped, 'bias')).toMatchObject({ kind: 'values', isLogarithmic: false });
  });
});
