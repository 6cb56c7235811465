import { affinitiesOf } from '../../../core/embeddings/affinities.ts';
import { nearestLists } from '../../../core/embeddings/nearest-lists.ts';
import { tsne } from '../../../core/embeddings/tsne.ts';
import type { VectorTable } from '../../../core/embeddings/vector-table.ts';
import { LabError } from '../../../core/errors.ts';

const PERPLEXITY = 30;
const LEAST_POINTS = 4;
/** About the share of the time that goes into finding neighbours. */
const FOUND = 0.2;

/**
 * t-SNE of vectors by cosine, by exact neighbours and from a given start, (rows, 2). Yields the share that is done; returns the positions, (rows, 2).
 * Throws a LabError of code `no-evaluation` where there are too few points.
 */
export function* placeByTsne(table: VectorTable, start: Float32Array): Generator<number, Float32Array<ArrayBuffer>, void> {
  const { rows } = table;
  if (rows < LEAST_POINTS) {
    throw new LabError('no-evaluation', `t-SNE needs ${LEAST_POINTS} points; there are ${rows}.`, 'Choose PCA.');
  }
  const perplexity = Math.min(PERPLEXITY, (rows - 1) / 3);
  const finding = nearestLists(table, Math.floor(3 * perplexity));
  for (;;) {
    const found = finding.next();
    if (!found.done) {
      yield FOUND * found.value;
      continue;
    }
    const { length, items, values } = found.value;
    // Of unit vectors; a value is 1 + cosine.
    const distances = Float64Array.from(values, (value) => Math.max(0, 4 - 2 * value));
    const placing = tsne(affinitiesOf({ length, items, distances }, perplexity), start);
    for (;;) {
      const next = placing.next();
      if (next.done) return next.value;
      yield FOUND + (1 - FOUND) * next.value;
    }
  }
}
