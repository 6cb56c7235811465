import type { MovieIndex, UserIndex } from '../core/ids.ts';
import { type NpyArray, writeNpz } from '../data/npz.ts';
import { parametersOf } from '../models/graph.ts';
import type { Run } from './run.ts';

/**
 * A run's weights as an .npz file: every table under its name (`user_factors/embeddings` and so on, (rows, columns)), the raw
 * ids of their rows as `user_ids` and `movie_ids`, and `target` = [offset, scale], with stars = prediction · scale + offset.
 */
export async function weightsFile({ trainer, prepared, data }: Run): Promise<Uint8Array> {
  const { userIds, movieIds } = data.ratings;
  const weights = await trainer.readWeights();
  const tables = parametersOf(prepared.graph).map(({ name, rows, columns }): NpyArray => {
    return { name, shape: [rows, columns], values: weights[name] as Float32Array };
  });
  return await writeNpz([
    ...tables,
    {
      name: 'user_ids',
      shape: [userIds.size],
      values: Int32Array.from({ length: userIds.size }, (_, i) => userIds.idOf(i as UserIndex)),
    },
    {
      name: 'movie_ids',
      shape: [movieIds.size],
      values: Int32Array.from({ length: movieIds.size }, (_, i) => movieIds.idOf(i as MovieIndex)),
    },
    { name: 'target', shape: [2], values: Float32Array.of(prepared.target.offset, prepared.target.scale) },
  ]);
}
