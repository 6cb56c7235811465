import * as tf from '@tensorflow/tfjs';
import { SEGMENT_SUM } from '../../src/engines/tfjs/kernels/segment-sum/inputs.ts';
import { startTfjs } from '../../src/engines/tfjs/start.ts';

export interface SegmentSums {
  readonly stock: readonly number[];
  readonly ours: readonly number[];
}

const stockKernel = tf.getKernel(SEGMENT_SUM, 'webgl');

/** Row sums of a batch (33, width) into 12 rows, by tfjs' own WebGL kernel and by ours. */
export async function compareSegmentSums(width: number): Promise<SegmentSums> {
  await startTfjs('webgl', 'webgl');
  const ours = await segmentSum(width);
  tf.unregisterKernel(SEGMENT_SUM, 'webgl');
  tf.registerKernel(stockKernel);
  return { stock: await segmentSum(width), ours };
}

async function segmentSum(width: number): Promise<number[]> {
  const sum = tf.tidy(() => {
    const x = tf.tensor2d(
      Float32Array.from({ length: 33 * width }, (_, i) => Math.sin(i)),
      [33, width],
    );
    const ids = tf.tensor1d(
      Int32Array.from({ length: 33 }, (_, i) => (i * i) % 12),
      'int32',
    );
    return tf.unsortedSegmentSum(x, ids, 12);
  });
  const values = [...(await sum.data())];
  sum.dispose();
  return values;
}
