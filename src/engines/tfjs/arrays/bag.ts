import * as tf from '@tensorflow/tfjs';
import { groupPositions } from '../../../core/grouping.ts';
import type { RowLists } from '../../../core/lists.ts';
import type { BagNode } from '../../../models/graph.ts';
import { columnOf, type UpdateRule } from '../../trainer.ts';
import type { Table } from '../device.ts';
import type { ArrayBatch, ArrayLookup } from './batch.ts';
import { memoryOf } from './memory.ts';
import { createArrayParameter } from './parameter.ts';
import { addRow } from './table.ts';

/** A bag's table in JavaScript's memory. Each user's or movie's list is walked once a batch, however often it is looked up. */
export function createArrayBag(
  { of, rows, width, l2 }: BagNode,
  lists: RowLists,
  rule: UpdateRule,
): Table<ArrayLookup, ArrayBatch> {
  const { weights, update, load, readValues } = createArrayParameter(rows * width, rule);
  const entries = lists.offsets.length - 1;
  const listOf = (entry: number): Int32Array => lists.rows.subarray(lists.offsets[entry], lists.offsets[entry + 1]);

  function bagOf(entry: number): Float32Array {
    const list = listOf(entry);
    const sum = new Float32Array(width);
    for (const row of list) addRow(sum, weights, row * width);
    return sum.map((value) => value / Math.sqrt(list.length || 1));
  }

  return {
    load,
    read: async () => weights.slice(),
    readValues,
    gather({ pairs, size }) {
      const bags = new Map<number, Float32Array>();
      const gathered = new Float32Array(size * width);
      columnOf(pairs, of).forEach((entry, i) => {
        const bag = bags.get(entry) ?? bagOf(entry);
        bags.set(entry, bag);
        gathered.set(bag, i * width);
      });
      return tf.tensor2d(gathered, [size, width]);
    },
    update(gradient, { pairs, size }, _, step) {
      const errors = memoryOf(gradient);
      const { order, offsets } = groupPositions(columnOf(pairs, of), entries);
      const gradients = new Float32Array(rows * width);
      for (let entry = 0; entry < entries; entry++) {
        const run = order.subarray(offsets[entry], offsets[entry + 1]);
        if (run.length === 0) continue;
        const list = listOf(entry);
        const sum = new Float32Array(width);
        for (const position of run) addRow(sum, errors, position * width);
        const decay = ((2 * l2) / size) * run.length;
        for (const row of list) {
          for (let c = 0, at = row * width; c < width; c++, at++) {
            const learned = (sum[c] as number) / Math.sqrt(list.length);
            gradients[at] = (gradients[at] as number) + learned + decay * (weights[at] as number);
          }
        }
      }
      update(0, gradients, step);
    },
    dispose() {},
  };
}
