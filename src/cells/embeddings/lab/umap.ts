import { UMAP } from 'umap-js';
import { nearestLists } from '../../../core/embeddings/nearest-lists.ts';
import type { VectorTable } from '../../../core/embeddings/vector-table.ts';
import { LabError } from '../../../core/errors.ts';
import type { Random } from '../../../core/random.ts';

const NEIGHBOURS = 15;
const LEAST_POINTS = 4;

/** About the share of the time that goes into finding neighbours, and into that and the graph. */
const FOUND = 0.2;
const GRAPHED = 0.3;

/** How wide UMAP starts: as umap-learn does. */
const START = 10;

/**
 * UMAP of vectors by cosine (McInnes, Healy and Melville 2018), by exact neighbours and from a given start, (rows, 2), instead of one of chance. Yields the share that is done; returns the positions, (rows, 2). Throws a LabError of
 * code `no-evaluation` where there are too few points.
 */
export function* umap(
  table: VectorTable,
  start: Float32Array,
  random: Random,
): Generator<number, Float32Array<ArrayBuffer>, void> {
  const { rows } = table;
  if (rows < LEAST_POINTS) {
    throw new LabError('no-evaluation', `UMAP needs ${LEAST_POINTS} points; there are ${rows}.`, 'Choose PCA.');
  }
  const count = Math.min(NEIGHBOURS, rows - 1);
  const work = new UMAP({ nNeighbors: count, random: random.next });
  yield* findNeighbours(work, table, count);
  const epochs = work.initializeFit(Array.from({ length: rows }, () => []));
  const embedding = work.getEmbedding();
  startAt(embedding, start);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    work.step();
    yield GRAPHED + (1 - GRAPHED) * (epoch / epochs);
  }
  return Float32Array.from(embedding.flat());
}

/** Gives them to it as it wants them: each row is its own nearest. */
function* findNeighbours(work: UMAP, table: VectorTable, count: number): Generator<number, void, void> {
  const finding = nearestLists(table, count - 1);
  for (;;) {
    const next = finding.next();
    if (!next.done) {
      yield FOUND * next.value;
      continue;
    }
    const { length, items, values } = next.value;
    const rowsOf = <Value>(first: (row: number) => Value, rest: (at: number) => Value): Value[][] =>
      Array.from({ length: table.rows }, (_, row) => [first(row), ...Array.from({ length }, (_, i) => rest(row * length + i))]);
    work.setPrecomputedKNN(
      rowsOf(
        (row) => row,
        (at) => items[at] as number,
      ),
      rowsOf(
        () => 0,
        (at) => Math.max(0, 2 - (values[at] as number)),
      ),
    );
    return;
  }
}

/** Puts the points where they start, the furthest at the edge. */
function startAt(embedding: number[][], start: Float32Array): void {
  const furthest = start.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  for (const [row, place] of embedding.entries()) {
    place[0] = ((start[2 * row] as number) / furthest) * START;
    place[1] = ((start[2 * row + 1] as number) / furthest) * START;
  }
}
