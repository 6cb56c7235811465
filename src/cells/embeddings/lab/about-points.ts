import { nearest } from '../../../core/embeddings/nearest.ts';
import { vectorAt } from '../../../core/embeddings/vector-table.ts';
import { LabError } from '../../../core/errors.ts';
import type { RawId, UserIndex } from '../../../core/ids.ts';
import type { PointCard, PointRow, PointSelection } from '../contract.ts';
import type { Mapped } from './map.ts';
import { movieOf, nameOf } from './movies.ts';
import type { Points } from './points.ts';

const NEIGHBOURS = 5;
const LISTED = 20;
const GENRES = 5;

/** What a point is, with its nearest neighbours. Throws a LabError where there is no such point. */
export function pointCard({ points, table }: Mapped, point: number): PointCard {
  if (!(point >= 0 && point < points.rows.length)) {
    throw new LabError('no-data', 'The map has changed since.', 'Choose the point again.');
  }
  const excluded = new Uint8Array(table.rows);
  excluded[point] = 1;
  const found = nearest(table, vectorAt(table, point), { by: 'cosine', count: NEIGHBOURS, excluded });
  const isMovie = points.of === 'movies';
  return {
    ...rowOf(points, point),
    movieId: isMovie ? points.data.ratings.movieIds.idOf(points.rows[point] as never) : null,
    neighbours: found.map(({ row, value }) => ({ ...rowOf(points, row), value })),
  };
}

/** The point of a movie; null where it is not on the map. */
export function pointOfMovie({ points }: Mapped, movieId: RawId): number | null {
  if (points.of !== 'movies') return null;
  const movie = movieOf(points.data, movieId);
  const at = movie === undefined ? -1 : points.rows.indexOf(movie);
  return at < 0 ? null : at;
}

/** What some points are, and which genres they have in common. */
export function pointSelection({ points }: Mapped, chosen: Int32Array): PointSelection {
  const among = Uint8Array.from({ length: points.rows.length });
  for (const point of chosen) among[point] = 1;
  const listed = points.order.filter((point) => among[point] === 1);
  return {
    count: listed.length,
    rows: Array.from(listed.slice(0, LISTED), (point) => rowOf(points, point)),
    genres: points.of === 'movies' && listed.length > 0 ? distinctive(points, listed) : [],
  };
}

/** Points by their numbers of ratings. */
export const pointPage = ({ points }: Mapped, from: number, count: number): readonly PointRow[] =>
  Array.from(points.order.slice(from, from + count), (point) => rowOf(points, point));

export function rowOf({ of, data, rows, counts }: Points, point: number): PointRow {
  const row = rows[point] as number;
  if (of === 'movies') return { point, ...nameOf(data, row) };
  const title = `User ${data.ratings.userIds.idOf(row as UserIndex)}`;
  return { point, title, year: null, genres: [], ratings: counts[point] as number };
}

function distinctive({ data, rows }: Points, listed: Int32Array): PointSelection['genres'] {
  const count = (points: Iterable<number>): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const point of points) {
      for (const genre of data.ratings.catalogue[rows[point] as number]?.genres ?? [])
        counts.set(genre, (counts.get(genre) ?? 0) + 1);
    }
    return counts;
  };
  const everywhere = count(rows.keys());
  return [...count(listed)]
    .map(([genre, own]) => ({
      genre,
      share: own / listed.length,
      shareOfAll: (everywhere.get(genre) as number) / rows.length,
    }))
    .filter(({ share, shareOfAll }) => share > shareOfAll)
    .sort((a, b) => b.share - b.shareOfAll - (a.share - a.shareOfAll))
    .slice(0, GENRES);
}
