import type { IdMap, RawId } from '../../../core/ids.ts';
import { type NpyArray, writeNpz } from '../../../data/npz.ts';
import type { NetworkRun } from '../../../lab/model.ts';
import { parametersOf } from '../../../models/graph.ts';

/**
 * A run's weights as an .npz file: every table under its name (`user_factors/embeddings` and so on, (rows, columns)), the raw
 * ids of their rows as `user_ids` and `movie_ids`, and `model.json` with all else that a prediction needs: the graph, and the
 * target, with stars = prediction · scale + offset.
 */
export async function weightsFile({ trainer, prepared, data }: NetworkRun): Promise<Uint8Array<ArrayBuffer>> {
  const { configuration, graph, target } = prepared;
  const weights = await trainer.readWeights();
  const tables = parametersOf(graph).map(({ name, rows, columns }): NpyArray => {
    return { name, shape: [rows, columns], values: weights[name] as Float32Array };
  });
  const ids = [idsOf('user_ids', data.ratings.userIds), idsOf('movie_ids', data.ratings.movieIds)];
  return await writeNpz([...tables, ...ids], { 'model.json': JSON.stringify({ configuration, target, graph }, null, 2) });
}

function idsOf<Index extends number>(name: string, { size, kind, idOf }: IdMap<RawId, Index>): NpyArray {
  const ids = Array.from({ length: size }, (_, index) => idOf(index as Index));
  return { name, shape: [size], values: kind === 'text' ? ids.map(String) : Int32Array.from(ids, Number) };
}
