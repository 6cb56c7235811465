import type { RowLists } from '../../../core/lists.ts';
import type { NetworkRun } from '../../../lab/model.ts';
import type { BagNode, EmbeddingNode, Entity, Weights } from '../../../models/graph.ts';

/** A table with a row for each user or each movie. */
export interface EntityTable {
  readonly of: Entity;
  readonly width: number;
  /** (users or movies, width) */
  readonly values: Float32Array;
}

/**
 * What an embedding or a bag looks up for each user or movie: bags are added up, and times are those of each user's last rating, as where
 * movies are recommended.
 */
export function entityTable(run: NetworkRun, node: EmbeddingNode | BagNode, weights: Weights): EntityTable {
  const { prepared, data } = run;
  const { width } = node;
  const values = weights[`${node.name}/embeddings`] as Float32Array;
  if (node.kind === 'bag') return { of: node.of, width, values: addUp(prepared.lists[node.list] as RowLists, values, width) };
  if (node.of === 'user' || node.of === 'movie') return { of: node.of, width, values };
  const users = Int32Array.from({ length: data.ratings.userIds.size }, (_, user) => user);
  const latest = prepared.calendar?.latest(users);
  const rows = (node.of === 'period' ? latest?.periods : latest?.userPeriods) as Int32Array;
  return { of: 'user', width, values: pickRows(values, rows, width) };
}

function pickRows(table: Float32Array, rows: Int32Array, width: number): Float32Array {
  const picked = new Float32Array(rows.length * width);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    picked.set(table.subarray(row * width, (row + 1) * width), at * width);
  }
  return picked;
}

/** Of each entry's rows the sum over the square root of their number. */
function addUp({ offsets, rows }: RowLists, table: Float32Array, width: number): Float32Array {
  const entries = offsets.length - 1;
  const sums = new Float32Array(entries * width);
  for (let entry = 0; entry < entries; entry++) {
    const [begin, end] = [offsets[entry] as number, offsets[entry + 1] as number];
    const share = 1 / Math.sqrt(Math.max(1, end - begin));
    for (let column = 0; column < width; column++) {
      let sum = 0;
      for (let at = begin; at < end; at++) sum += table[(rows[at] as number) * width + column] as number;
      sums[entry * width + column] = sum * share;
    }
  }
  return sums;
}
