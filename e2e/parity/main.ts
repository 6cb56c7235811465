import * as tf from '@tensorflow/tfjs';
import { measureParity, type ParityError, parityCases } from '../../src/engines/parity.ts';
import { SEGMENT_SUM } from '../../src/engines/tfjs/kernels/segment-sum/inputs.ts';
import { startTfjs, type TfjsBackend } from '../../src/engines/tfjs/start.ts';

export interface ParityRow extends ParityError {
  readonly label: string;
  /** Tensors that the case left behind. */
  readonly leaked: number;
}

export interface SegmentSums {
  readonly stock: readonly number[];
  readonly ours: readonly number[];
}

declare global {
  interface Window {
    parity: {
      /** The largest error of every case. */
      run(backend: TfjsBackend): Promise<readonly ParityRow[]>;
      /** Row sums of a batch (33, width) into 12 rows, by tfjs' own WebGL kernel and by ours. */
      segmentSums(width: number): Promise<SegmentSums>;
    };
  }
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

const stockKernel = tf.getKernel(SEGMENT_SUM, 'webgl');

window.parity = {
  async run(backend) {
    const engine = await startTfjs(backend, backend);
    const rows: ParityRow[] = [];
    for (const parity of parityCases(['adam', 'sgd'])) {
      const before = engine.tensors();
      const error = await measureParity(parity, engine.create);
      rows.push({ label: parity.label, ...error, leaked: engine.tensors() - before });
    }
    return rows;
  },
  async segmentSums(width) {
    await startTfjs('webgl', 'webgl');
    const ours = await segmentSum(width);
    tf.unregisterKernel(SEGMENT_SUM, 'webgl');
    tf.registerKernel(stockKernel);
    return { stock: await segmentSum(width), ours };
  },
};
