import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import wasmUrl from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm.wasm?url';
import wasmSimdUrl from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-simd.wasm?url';

export interface StockWork {
  readonly backend: 'webgl' | 'wasm' | 'cpu';
  readonly users: number;
  readonly movies: number;
  readonly factors: number;
  readonly batchSize: number;
  readonly steps: number;
}

declare global {
  interface Window {
    /** Milliseconds of one step. Rejects with the error of TensorFlow.js where it cannot train. */
    timeStockTfjs(work: StockWork): Promise<number>;
  }
}

window.timeStockTfjs = async (work) => {
  await start(work.backend);
  const model = compileDot(work);
  const examples = (steps: number) => randomExamples(work, work.batchSize * steps);
  const train = async (steps: number): Promise<void> => {
    const { ids, stars } = examples(steps);
    await model.fit(ids, stars, { batchSize: work.batchSize, epochs: 1, verbose: 0 });
    tf.dispose([ids, stars]);
  };
  // Shaders are compiled and the moments are made.
  await train(1);
  const begin = performance.now();
  await train(work.steps);
  return (performance.now() - begin) / work.steps;
};

async function start(backend: StockWork['backend']): Promise<void> {
  tf.env().set('SOFTWARE_WEBGL_ENABLED', true);
  // The threaded build starts its threads from a path of its own that does not survive bundling.
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths({
    'tfjs-backend-wasm-threaded-simd.wasm': wasmSimdUrl,
    'tfjs-backend-wasm-simd.wasm': wasmSimdUrl,
    'tfjs-backend-wasm.wasm': wasmUrl,
  });
  if (!(await tf.setBackend(backend)) || tf.getBackend() !== backend) throw new Error(`There is no ${backend} backend here`);
}

/** user bias + movie bias + p · q, from the ready-made layers. */
function compileDot({ users, movies, factors }: StockWork): tf.LayersModel {
  const [user, movie] = [tf.input({ shape: [1], dtype: 'int32' }), tf.input({ shape: [1], dtype: 'int32' })];
  const look = (ids: tf.SymbolicTensor, inputDim: number, outputDim: number): tf.SymbolicTensor => {
    const rows = tf.layers.embedding({ inputDim, outputDim, inputLength: 1 }).apply(ids) as tf.SymbolicTensor;
    return tf.layers.flatten().apply(rows) as tf.SymbolicTensor;
  };
  const match = tf.layers.dot({ axes: 1 }).apply([look(user, users, factors), look(movie, movies, factors)]);
  const terms = [match as tf.SymbolicTensor, look(user, users, 1), look(movie, movies, 1)];
  const model = tf.model({ inputs: [user, movie], outputs: tf.layers.add().apply(terms) as tf.SymbolicTensor });
  model.compile({ optimizer: tf.train.adam(5e-3), loss: 'meanSquaredError' });
  return model;
}

/** A step's time does not hang on what is rated how. */
function randomExamples({ users, movies }: StockWork, count: number): { ids: tf.Tensor[]; stars: tf.Tensor } {
  const draw = (size: number): tf.Tensor =>
    tf.tensor2d(
      Int32Array.from({ length: count }, () => Math.random() * size),
      [count, 1],
    );
  return { ids: [draw(users), draw(movies)], stars: tf.fill([count, 1], 3.5) };
}
