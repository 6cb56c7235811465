import { correlation } from '../../../core/embeddings/correlation.ts';
import { clearlyFollowed, type Trait } from '../../../core/embeddings/follows.ts';
import { lengthBins } from '../../../core/embeddings/length-bins.ts';
import { principalAxes, project } from '../../../core/embeddings/principal-axes.ts';
import { rowsOf } from '../../../core/embeddings/vector-table.ts';
import { topPositions } from '../../../core/ranking.ts';
import type { LabData } from '../../../lab/loaded-data.ts';
import type { Model } from '../../../lab/model.ts';
import type { Axis, EmbeddingNumbers, RatedBias } from '../contract.ts';
import type { Embeddings, EmbeddingsReader } from './embeddings.ts';
import { nameOf } from './movies.ts';

const LISTED = 10;
const MOST_AXES = 8;
const AT_AN_END = 4;
/** A genre of fewer movies is no trait of an axis. */
const LEAST_OF_GENRE = 20;

/** What biases, axes and lengths say of the movies with at least so many ratings. */
export async function embeddingNumbers(model: Model, reader: EmbeddingsReader, minRatings: number): Promise<EmbeddingNumbers> {
  const { data, network, fitted } = model;
  const { counts } = data.statistics;
  const rows = Int32Array.from(counts.keys()).filter((movie) => (counts[movie] as number) >= minRatings);
  const embeddings = network ? await reader.read(model) : null;
  const bias = embeddings ? embeddings.movieBias : (fitted?.movieBias ?? null);
  return {
    runId: model.runId,
    minRatings,
    movies: rows.length,
    biases: bias && { most: ranked(data, bias, rows, 1), least: ranked(data, bias, rows, -1) },
    axes: embeddings && axesOf(data, embeddings, rows),
    lengths: embeddings && lengthsFor(data, embeddings, rows),
  };
}

function ranked(data: LabData, bias: ArrayLike<number>, rows: Int32Array, sign: 1 | -1): readonly RatedBias[] {
  const values = Float64Array.from(rows, (movie) => sign * (bias[movie] as number));
  return topPositions(values, LISTED, new Uint8Array(rows.length)).map((at) => {
    const movie = rows[at] as number;
    return { ...nameOf(data, movie), bias: bias[movie] as number };
  });
}

function axesOf(data: LabData, { movie }: Embeddings, rows: Int32Array): readonly Axis[] | null {
  const table = rowsOf(movie, rows);
  const axes = principalAxes(table);
  if (!(axes.variance > 0)) return null;
  const shown = Math.min(MOST_AXES, table.width);
  const places = project(table, axes, shown);
  const traits = traitsOf(data, rows);
  return Array.from({ length: shown }, (_, axis): Axis => {
    const along = Float64Array.from(rows, (_, at) => places[at * shown + axis] as number);
    const ends = (values: Float64Array) =>
      topPositions(values, AT_AN_END, new Uint8Array(rows.length)).map((at) => nameOf(data, rows[at] as number));
    return {
      share: (axes.variances[axis] as number) / axes.variance,
      low: ends(along.map((place) => -place)),
      high: ends(along),
      follows: clearlyFollowed(along, traits),
    };
  }).filter(({ share }) => share > 1e-9);
}

/** Year, number of ratings, and each genre that is common enough. */
function traitsOf({ ratings: { catalogue }, statistics }: LabData, rows: Int32Array): readonly Trait[] {
  const genres = new Map<string, Float64Array>();
  rows.forEach((movie, at) => {
    for (const genre of catalogue[movie]?.genres ?? []) {
      const members = genres.get(genre) ?? new Float64Array(rows.length);
      genres.set(genre, members);
      members[at] = 1;
    }
  });
  const common = [...genres].filter(([, members]) => members.reduce((sum, is) => sum + is, 0) >= LEAST_OF_GENRE);
  return [
    { name: 'release year', values: Float64Array.from(rows, (movie) => catalogue[movie]?.year ?? Number.NaN) },
    { name: 'number of ratings', values: logCounts(statistics.counts, rows) },
    ...common.map(([name, values]) => ({ name, values })),
  ];
}

const logCounts = (counts: Int32Array, rows: Int32Array): Float64Array =>
  Float64Array.from(rows, (movie) => Math.log(Math.max(1, counts[movie] as number)));

function lengthsFor({ statistics: { counts } }: LabData, { lengths }: Embeddings, rows: Int32Array) {
  const own = Float64Array.from(rows, (movie) => lengths[movie] as number);
  return {
    bins: lengthBins(
      own,
      Int32Array.from(rows, (movie) => counts[movie] as number),
    ),
    correlation: correlation(own, logCounts(counts, rows)),
  };
}
