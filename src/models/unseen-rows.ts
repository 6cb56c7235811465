import type { Seen } from '../core/split/seen.ts';
import type { Graph, Weights } from './graph.ts';

/**
 * Initial weights in which the embeddings of users and movies without a training rating are zero; all others stay as they were drawn. No
 * step moves a row that no batch reads, so such a row is still zero at the end: it adds nothing to a dot product, and what is left of
 * the prediction is the biases. Into dense layers it goes as the middle of the initial rows, the point that L2 pulls to. With pairs a
 * movie without a training rating may still be drawn as the one that is not liked, and learns from there.
 */
export function clearUnseenRows({ nodes }: Graph, weights: Weights, seen: Seen): Weights {
  const cleared: Record<string, Float32Array> = { ...weights };
  for (const node of nodes) {
    if (node.kind !== 'embedding' || (node.of !== 'user' && node.of !== 'movie')) continue;
    const name = `${node.name}/embeddings`;
    const table = (weights[name] as Float32Array).slice();
    const rows = node.of === 'user' ? seen.users : seen.movies;
    rows.forEach((isSeen, row) => {
      if (isSeen === 0) table.fill(0, row * node.width, (row + 1) * node.width);
    });
    cleared[name] = table;
  }
  return cleared;
}
