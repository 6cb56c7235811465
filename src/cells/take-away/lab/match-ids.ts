import type { IdMap, RawId } from '../../../core/ids.ts';
import type { ReadArray } from '../../../data/safetensors.ts';
import { unreadableWeights } from '../../../data/unreadable-weights.ts';
import type { Matched } from '../contract.ts';

/** Which row of the loaded data each row of a file is, −1 where it is none, and how many agree. */
export interface RowsByFile {
  readonly rows: Int32Array;
  readonly matched: Matched;
}

/** Holds the ids of a file against those of the ratings. Throws a LabError `weights-unreadable` where none agrees, or one stands twice. */
export function matchIds<Index extends number>(
  column: ReadArray | undefined,
  ids: IdMap<RawId, Index>,
  words: { readonly one: string; readonly many: string },
): RowsByFile {
  const values = column?.values;
  if (values === undefined || values instanceof Float32Array || column?.shape.length !== 1) {
    throw unreadableWeights(`does not say which ${words.many} its rows are of`);
  }
  const rows = Int32Array.from(values, (id: RawId) => ids.indexOf(id) ?? -1);
  const isThere = new Uint8Array(ids.size);
  let both = 0;
  for (const row of rows) {
    if (row < 0) continue;
    if (isThere[row] === 1) throw unreadableWeights(`has two rows for one ${words.one}`);
    isThere[row] = 1;
    both++;
  }
  if (both === 0) throw unreadableWeights(`has none of the ${words.many} of the data that is loaded`);
  return { rows, matched: { both, inFileAlone: rows.length - both, inDataAlone: ids.size - both } };
}
