import type { LabData } from '../../../lab/loaded-data.ts';
import type { Model } from '../../../lab/model.ts';
import type { PointsOf } from '../contract.ts';

/** What the points of a map stand for. */
export interface Points {
  readonly of: PointsOf;
  readonly data: LabData;
  /** The movie or user of each point. */
  readonly rows: Int32Array;
  /** How many were trained on; of too many some are left out. */
  readonly trained: number;
  /** How many ratings each point has, or gave. */
  readonly counts: Int32Array;
  /** The points with the most ratings first. */
  readonly order: Int32Array;
}

/** More points than a picture can tell apart, and than UMAP has done within a minute. */
const MOST_POINTS = 10_000;

/** The movies or users that the model was trained on ratings of; of too many, those with the most ratings. */
export function pointsOf({ data, parts }: Pick<Model, 'data' | 'parts'>, of: PointsOf, most = MOST_POINTS): Points {
  const { ratings } = data;
  const owners = of === 'movies' ? ratings.movies : ratings.users;
  const size = of === 'movies' ? ratings.movieIds.size : ratings.userIds.size;
  const isTrained = new Uint8Array(size);
  for (const at of parts.split.train) isTrained[owners[at] as number] = 1;
  const all = of === 'movies' ? data.statistics.counts : countsOf(owners, size);
  const trained = Int32Array.from(isTrained.keys()).filter((row) => isTrained[row] === 1);
  const rows = trained.length > most ? byCount(trained, all).slice(0, most).sort() : trained;
  const counts = rows.map((row) => all[row] as number);
  return { of, data, rows, trained: trained.length, counts, order: byCount(Int32Array.from(rows.keys()), counts) };
}

const byCount = (rows: Int32Array, counts: Int32Array): Int32Array =>
  rows.toSorted((a, b) => (counts[b] as number) - (counts[a] as number) || a - b);

function countsOf(owners: Int32Array, size: number): Int32Array {
  const counts = new Int32Array(size);
  for (const owner of owners) counts[owner] = (counts[owner] as number) + 1;
  return counts;
}
