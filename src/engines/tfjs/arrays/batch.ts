import { pick } from '../../../core/pick.ts';
import { pairsAt } from '../../pairs.ts';
import type { Examples, Pairs } from '../../trainer.ts';
import type { EpochBatches, Lookup } from '../device.ts';

export interface ArrayLookup extends Lookup {
  readonly pairs: Pairs;
}

export interface ArrayBatch extends ArrayLookup {
  readonly targets: Float32Array;
}

export function createArrayEpochBatches(given: Examples, batchSize: number): EpochBatches<ArrayBatch> {
  let examples = given;
  let order = new Int32Array();
  return {
    begin(next, movies) {
      if (movies) examples = { ...examples, movies: Int32Array.from(movies) };
      order = Int32Array.from(next);
    },
    at(index) {
      const positions = order.subarray(index * batchSize, (index + 1) * batchSize);
      return {
        size: positions.length,
        pairs: pairsAt(examples, positions),
        targets: pick(examples.targets, positions),
      };
    },
    dispose() {},
  };
}
