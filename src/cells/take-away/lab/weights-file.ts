import type { IdMap, RawId } from '../../../core/ids.ts';
import type { NamedArray } from '../../../data/named-array.ts';
import { writeNpz } from '../../../data/npz.ts';
import { writeSafetensors } from '../../../data/safetensors.ts';
import type { NetworkRun } from '../../../lab/model.ts';
import { parametersOf } from '../../../models/graph.ts';

/** A run's weights as `docs/weights-file.md` describes them, in one container or the other. */
export async function safetensorsFile(run: NetworkRun): Promise<Blob> {
  const metadata = { format: 'matinee-weights', version: '1', model: descriptionOf(run) };
  return writeSafetensors(await arraysOf(run), metadata);
}

export async function npzFile(run: NetworkRun, onProgress: (share: number) => void): Promise<Blob> {
  return new Blob([await writeNpz(await arraysOf(run), { 'model.json': descriptionOf(run) }, onProgress)]);
}

function descriptionOf({ prepared: { configuration, target, graph }, data: { summary } }: NetworkRun): string {
  const { name, sha256 } = summary;
  return JSON.stringify({ configuration, target, graph, data: { name, sha256 } }, null, 2);
}

async function arraysOf({ trainer, prepared, data }: NetworkRun): Promise<readonly NamedArray[]> {
  const weights = await trainer.readWeights();
  const tables = parametersOf(prepared.graph).map(({ name, rows, columns }): NamedArray => {
    return { name, shape: [rows, columns], values: weights[name] as Float32Array };
  });
  return [...tables, idsOf('user_ids', data.ratings.userIds), idsOf('movie_ids', data.ratings.movieIds)];
}

function idsOf<Index extends number>(name: string, { size, kind, idOf }: IdMap<RawId, Index>): NamedArray {
  const ids = Array.from({ length: size }, (_, index) => idOf(index as Index));
  return { name, shape: [size], values: kind === 'text' ? ids.map(String) : Int32Array.from(ids, Number) };
}
