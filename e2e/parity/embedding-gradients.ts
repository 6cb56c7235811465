import * as tf from '@tensorflow/tfjs';
import { startTfjs } from '../../src/engines/tfjs/start.ts';
import { withStockKernel } from './stock.ts';

export interface EmbeddingGradients {
  readonly stock: readonly number[];
  readonly ours: readonly number[];
}

/** Gradients of a tf.layers.embedding (12, width) that looks 33 rows up, by tfjs' own WebGL kernel and by ours. */
export async function compareEmbeddingGradients(width: number): Promise<EmbeddingGradients> {
  await startTfjs('webgl', 'webgl');
  const ours = await embeddingGradient(width);
  return { stock: await withStockKernel(() => embeddingGradient(width)), ours };
}

async function embeddingGradient(width: number): Promise<number[]> {
  const model = tf.sequential({ layers: [tf.layers.embedding({ inputDim: 12, outputDim: width, inputLength: 1 })] });
  const gradient = tf.tidy(() => {
    const ids = tf.tensor2d(
      Int32Array.from({ length: 33 }, (_, i) => (i * i) % 12),
      [33, 1],
      'int32',
    );
    const factors = tf.tensor3d(
      Float32Array.from({ length: 33 * width }, (_, i) => Math.sin(i)),
      [33, 1, width],
    );
    const { grads } = tf.variableGrads(() => tf.sum(tf.mul(model.apply(ids) as tf.Tensor, factors)));
    return Object.values(grads)[0] as tf.Tensor;
  });
  const values = [...(await gradient.data())];
  gradient.dispose();
  model.dispose();
  return values;
}
