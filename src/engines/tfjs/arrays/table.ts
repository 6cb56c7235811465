import * as tf from '@tensorflow/tfjs';
import { groupPositions } from '../../../core/grouping.ts';
import type { Column } from '../../../models/graph.ts';
import { columnOf, type UpdateRule } from '../../trainer.ts';
import type { Table } from '../device.ts';
import type { ArrayBatch, ArrayLookup } from './batch.ts';
import { memoryOf } from './memory.ts';
import { createArrayParameter } from './parameter.ts';

/** An embedding's table in JavaScript's memory, trained in one pass over its rows. */
export function createArrayTable(rows: number, columns: number, of: Column, rule: UpdateRule): Table<ArrayLookup, ArrayBatch> {
  const { weights, update, load, readValues } = createArrayParameter(rows * columns, rule);
  const indices = ({ pairs }: ArrayLookup): Int32Array => columnOf(pairs, of);
  return {
    load,
    read: async () => weights.slice(),
    readValues,
    gather(lookup) {
      const gathered = new Float32Array(lookup.size * columns);
      indices(lookup).forEach((row, i) => {
        gathered.set(weights.subarray(row * columns, (row + 1) * columns), i * columns);
      });
      return tf.tensor2d(gathered, [lookup.size, columns]);
    },
    update(gradient, batch, l2, step) {
      const gradients = memoryOf(gradient);
      const { order, offsets } = groupPositions(indices(batch), rows);
      const sum = new Float32Array(columns);
      for (let row = 0; row < rows; row++) {
        const run = order.subarray(offsets[row], offsets[row + 1]);
        const start = row * columns;
        const decay = ((2 * l2) / batch.size) * run.length;
        for (let c = 0; c < columns; c++) sum[c] = decay * (weights[start + c] as number);
        for (const position of run) addRow(sum, gradients, position * columns);
        update(start, sum, step);
      }
    },
    dispose() {},
  };
}

/** sum += the row from `start` on. */
export function addRow(sum: Float32Array, rows: Float32Array, start: number): void {
  for (let c = 0; c < sum.length; c++) sum[c] = (sum[c] as number) + (rows[start + c] as number);
}
