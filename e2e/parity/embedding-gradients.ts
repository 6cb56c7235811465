import * as tf from '@tensorflow/tfjs';
import { startTfjs } from '../../src/engines/tfjs/start.ts';
import { withStockKernel } from './stock.ts';

/** Row-major gradients of a table. */
export interface EmbeddingGradients {
  readonly found: readonly number[];
  /** Added up in double precision. */
  readonly expected: readonly number[];
}

export interface LookedUp {
  readonly rows: number;
  readonly width: number;
  readonly batch: number;
}

/** Gradients of a tf.layers.embedding (rows, width) in which rows are looked up again and again, with tfjs' own segment sum or with ours. */
export async function embeddingGradients(
  backend: 'webgl' | 'webgpu',
  kernel: 'stock' | 'ours',
  lookedUp: LookedUp,
): Promise<EmbeddingGradients> {
  await startTfjs(backend, backend);
  const compute = () => embeddingGradient(lookedUp);
  const isReplaced = backend === 'webgl' && kernel === 'stock';
  return { found: await (isReplaced ? withStockKernel(compute) : compute()), expected: expectedGradient(lookedUp) };
}

const idAt = (position: number, rows: number): number => (position * position) % rows;
const factorAt = (index: number): number => Math.fround(Math.sin(index));

async function embeddingGradient({ rows, width, batch }: LookedUp): Promise<number[]> {
  const model = tf.sequential({ layers: [tf.layers.embedding({ inputDim: rows, outputDim: width, inputLength: 1 })] });
  const gradient = tf.tidy(() => {
    const ids = tf.tensor2d(
      Int32Array.from({ length: batch }, (_, i) => idAt(i, rows)),
      [batch, 1],
      'int32',
    );
    const factors = tf.tensor3d(
      Float32Array.from({ length: batch * width }, (_, i) => factorAt(i)),
      [batch, 1, width],
    );
    const { grads } = tf.variableGrads(() => tf.sum(tf.mul(model.apply(ids) as tf.Tensor, factors)));
    return Object.values(grads)[0] as tf.Tensor;
  });
  const values = [...(await gradient.data())];
  gradient.dispose();
  model.dispose();
  return values;
}

function expectedGradient({ rows, width, batch }: LookedUp): number[] {
  const sums = new Array<number>(rows * width).fill(0);
  for (let i = 0; i < batch * width; i++) {
    const at = idAt(Math.floor(i / width), rows) * width + (i % width);
    sums[at] = (sums[at] as number) + factorAt(i);
  }
  return sums;
}
