import { type PrincipalAxes, principalAxes, project } from '../../../core/embeddings/principal-axes.ts';
import { alignPlane, mapPlane, type PlaneMap } from '../../../core/embeddings/procrustes.ts';
import { neighbourPurity, type Purity } from '../../../core/embeddings/purity.ts';
import { rowsOf, type VectorTable } from '../../../core/embeddings/vector-table.ts';
import { LabError } from '../../../core/errors.ts';
import { featureLists } from '../../../core/feature-lists.ts';
import { fetchPart } from '../../../core/fetch-part.ts';
import { withPauses } from '../../../core/in-slices.ts';
import { createRandom } from '../../../core/random.ts';
import type { RunId } from '../../../core/run-report.ts';
import type { LabData } from '../../../lab/loaded-data.ts';
import type { Model } from '../../../lab/model.ts';
import type { CallContext } from '../../../lab/wire.ts';
import type { EmbeddingMap, MapMethod, MapRequest } from '../contract.ts';
import type { Embeddings, EmbeddingsReader } from './embeddings.ts';
import { type Points, pointsOf } from './points.ts';

/** A map with what its points are. */
export interface Mapped {
  readonly runId: RunId;
  readonly points: Points;
  /** Of the points, in their order. */
  readonly table: VectorTable;
  readonly embeddings: Embeddings;
  /** By PCA, as it was last drawn: along these axes, turned by this map. */
  readonly plane: Float32Array;
  readonly axes: PrincipalAxes;
  readonly turn: PlaneMap;
}

/** Of the movies with the most ratings: their embeddings say most, and all of them would take too long beside a run. */
const PURITY_AMONG = 2000;
const PURITY = { neighbours: 10, sample: 300 };
const UNTURNED: PlaneMap = { a: 1, b: 0, c: 0, d: 1 };
/** For so long UMAP and t-SNE work before it lets messages in. */
const SLICE_MILLISECONDS = 30;

/** Makes maps; what was mapped last is known to those that ask about its points. */
export function createMapper(reader: EmbeddingsReader) {
  let last: Mapped | null = null;

  async function map(
    model: Model,
    { of, method }: MapRequest,
    { report, signal }: Pick<CallContext<number>, 'report' | 'signal'>,
  ): Promise<EmbeddingMap & { readonly positions: Float32Array<ArrayBuffer> }> {
    const start = performance.now();
    const embeddings = await reader.read(model);
    const isSame = last?.runId === model.runId && last.points.of === of;
    const points = isSame && last ? last.points : pointsOf(model, of);
    const table = rowsOf(of === 'movies' ? embeddings.movie : embeddings.user, points.rows);
    const started = performance.now();
    const axes = principalAxes(table);
    requireSpread(of, points, axes.variance);
    const projected = project(table, axes, 2);
    // From epoch to epoch the picture turns as little as it can.
    const turn = isSame && last ? alignPlane(projected, last.plane) : UNTURNED;
    const plane = mapPlane(projected, turn);
    last = { runId: model.runId, points, table, embeddings, plane, axes, turn };
    const { seed } = model.parts.configuration;
    const positions = method === 'pca' ? plane.slice() : await layOut(table, plane, { method, seed, report, signal });
    const done = performance.now();
    const purity = of === 'movies' ? purityOf(model.data, table, points, seed) : null;
    return {
      of,
      method,
      runId: model.runId,
      epoch: embeddings.epoch,
      positions,
      trained: points.trained,
      width: table.width,
      explained: method === 'pca' ? [shareOf(axes, 0), shareOf(axes, 1)] : null,
      purity,
      milliseconds: { method: done - started, all: performance.now() - start },
    };
  }

  return {
    map,
    /** Throws a LabError where nothing was mapped. */
    last(): Mapped {
      if (last === null) throw new LabError('no-model', 'There is no map yet.', 'Open the map first.');
      return last;
    },
  };
}

interface LayOut {
  readonly method: Exclude<MapMethod, 'pca'>;
  readonly seed: number;
}

async function layOut(
  table: VectorTable,
  start: Float32Array,
  { method, seed, report, signal }: Pick<CallContext<number>, 'report' | 'signal'> & LayOut,
): Promise<Float32Array<ArrayBuffer>> {
  const placing =
    method === 'tsne'
      ? (await fetchPart(() => import('./tsne.ts'))).placeByTsne(table, start)
      : (await fetchPart(() => import('./umap.ts'))).umap(table, start, createRandom(seed, 'umap'));
  const work = withPauses(placing, SLICE_MILLISECONDS);
  for (;;) {
    const next = await work.next();
    if (next.done) return next.value;
    signal.throwIfAborted();
    report(next.value);
  }
}

const shareOf = ({ variances, variance }: ReturnType<typeof principalAxes>, axis: number): number =>
  (variances[axis] ?? 0) / variance;

function requireSpread(of: MapRequest['of'], { rows }: Points, variance: number): void {
  if (variance > 0) return;
  const one = of === 'movies' ? 'movie' : 'user';
  const message =
    rows.length < 2
      ? `A map needs two ${of} with training ratings; there ${rows.length === 0 ? `is no ${one}` : `is one ${one}`}.`
      : `All ${of} have the same embedding, so that there is nothing to draw.`;
  throw new LabError('no-evaluation', message, 'Train for longer, or load more ratings.');
}

function purityOf(data: LabData, table: VectorTable, { rows, order }: Points, seed: number): Purity | null {
  const among = order.slice(0, PURITY_AMONG);
  const genres = genresOf(data, rows, among);
  return neighbourPurity(rowsOf(table, among), genres, { ...PURITY, seed });
}

/** The genres of some points as a list for each. */
function genresOf({ ratings }: LabData, rows: Int32Array, among: Int32Array) {
  const only = {
    genres: true,
    releaseYear: false,
    demographics: false,
    ratedSet: false,
    ratedBy: false,
    ratingTime: false,
    userDrift: false,
  };
  const { offsets, rows: genres } = featureLists(ratings, new Int32Array(), only).genres as NonNullable<
    ReturnType<typeof featureLists>['genres']
  >;
  const own = Array.from(among, (point) => {
    const movie = rows[point] as number;
    return genres.subarray(offsets[movie], offsets[movie + 1]);
  });
  const ends = new Int32Array(own.length + 1);
  for (const [at, { length }] of own.entries()) ends[at + 1] = (ends[at] as number) + length;
  return { offsets: ends, rows: Int32Array.from(own.flatMap((list) => [...list])) };
}
