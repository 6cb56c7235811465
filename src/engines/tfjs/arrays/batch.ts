import type { Examples } from '../../trainer.ts';
import type { EpochBatches, Lookup } from '../device.ts';

export interface ArrayLookup extends Lookup {
  readonly users: Int32Array;
  readonly movies: Int32Array;
}

export interface ArrayBatch extends ArrayLookup {
  readonly targets: Float32Array;
}

export function createArrayEpochBatches({ users, movies, targets }: Examples, batchSize: number): EpochBatches<ArrayBatch> {
  let order = new Int32Array();
  return {
    begin(next) {
      order = Int32Array.from(next);
    },
    at(index) {
      const positions = order.subarray(index * batchSize, (index + 1) * batchSize);
      return {
        size: positions.length,
        users: positions.map((at) => users[at] as number),
        movies: positions.map((at) => movies[at] as number),
        targets: Float32Array.from(positions, (at) => targets[at] as number),
      };
    },
    dispose() {},
  };
}
