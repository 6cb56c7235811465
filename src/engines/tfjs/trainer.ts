import * as tf from '@tensorflow/tfjs';
import { dropoutKey, fillDropoutMask } from '../../core/dropout.ts';
import type { Weights } from '../../models/graph.ts';
import { checkIndices, checkOrder, checkTrainerOptions } from '../check-options.ts';
import type { EngineName, Trainer, TrainerOptions } from '../trainer.ts';
import { createArrayOptimizer } from './array-optimizer.ts';
import { rememberIds } from './kernels/segment-sum/webgl.ts';
import { assignWeights, buildLayersModel, variablesOf } from './layers-model.ts';
import { createTensorOptimizer } from './tensor-optimizer.ts';

/** How many pairs are predicted at once: bounds the memory of (pairs, width) matrices. */
const PREDICTED_AT_ONCE = 65_536;

/** Trains a graph as a tf.layers model on tfjs' current backend. */
export function createTfjsTrainer(options: TrainerOptions): Trainer {
  checkTrainerOptions(options);
  if (options.optimizer === 'lazy-adam') throw new RangeError('TensorFlow.js trains with adam or sgd here');
  const { graph, examples, batchSize, seed } = options;
  let steps = 0;
  const { model, decays } = buildLayersModel(graph, (layer, rate, shape) => {
    const [rows, columns] = shape as [number, number];
    const mask = fillDropoutMask(new Float32Array(rows * columns), dropoutKey(seed, steps, layer), rate);
    return tf.tensor2d(mask, [rows, columns]);
  });
  const variables = variablesOf(graph, model);
  assignWeights(variables, options.weights);
  const createOptimizer = tf.getBackend() === 'webgl' ? createTensorOptimizer : createArrayOptimizer;
  const optimizer = createOptimizer(options.optimizer, variables);
  const rowsOf = { user: tableRows('user'), movie: tableRows('movie') };
  const squaredError = tf.tidy(() => tf.variable(tf.scalar(0), false));
  let counted = 0;
  let order = new Int32Array();

  function tableRows(entity: 'user' | 'movie'): number {
    return Math.max(0, ...graph.nodes.map((node) => (node.kind === 'embedding' && node.of === entity ? node.rows : 0)));
  }

  function indexTensor(indices: Int32Array, rows: number): tf.Tensor2D {
    const tensor = tf.tensor2d(indices, [indices.length, 1], 'int32');
    rememberIds(tensor, indices, rows);
    return tensor;
  }

  /** Loss of a batch; leaves its squared error behind in `squaredError`. */
  function loss(users: tf.Tensor2D, movies: tf.Tensor2D, targets: tf.Tensor2D): tf.Scalar {
    const outputs = [model.apply([users, movies], { training: true })].flat() as tf.Tensor[];
    const [prediction, ...decayed] = outputs as [tf.Tensor, ...tf.Tensor[]];
    const errors = tf.squaredDifference(prediction, targets);
    const sum = tf.sum(errors);
    tf.keep(sum);
    pendingSum = sum;
    const penalties = decayed.map((rows, i) => tf.mul(tf.sum(tf.square(rows)), decays[i] as number));
    const total = penalties.reduce((a: tf.Tensor, b) => tf.add(a, b), sum);
    return tf.div(total, targets.shape[0]) as tf.Scalar;
  }
  let pendingSum: tf.Tensor | undefined;

  async function predict(users: Int32Array, movies: Int32Array): Promise<Float32Array> {
    checkIndices(graph, users, movies);
    const predictions = new Float32Array(users.length);
    for (let from = 0; from < users.length; from += PREDICTED_AT_ONCE) {
      const part = tf.tidy(() => {
        const u = tf.tensor2d(
          users.slice(from, from + PREDICTED_AT_ONCE),
          [Math.min(PREDICTED_AT_ONCE, users.length - from), 1],
          'int32',
        );
        const m = tf.tensor2d(movies.slice(from, from + PREDICTED_AT_ONCE), u.shape, 'int32');
        return [model.apply([u, m], { training: false })].flat()[0] as tf.Tensor;
      });
      predictions.set(await part.data<'float32'>(), from);
      part.dispose();
    }
    return predictions;
  }

  return {
    engine: tf.getBackend() as EngineName,
    beginEpoch(next) {
      checkOrder(next, examples.targets.length);
      order = Int32Array.from(next);
    },
    step(index, learningRate) {
      const positions = order.subarray(index * batchSize, (index + 1) * batchSize);
      const pick = (column: Int32Array): Int32Array => positions.map((at) => column[at] as number);
      const targets = Float32Array.from(positions, (at) => examples.targets[at] as number);
      tf.tidy(() => {
        const users = indexTensor(pick(examples.users), rowsOf.user);
        const movies = indexTensor(pick(examples.movies), rowsOf.movie);
        const wanted = tf.tensor2d(targets, [targets.length, 1]);
        const { grads } = tf.variableGrads(() => loss(users, movies, wanted), [...variables.values()]);
        const gradients = new Map([...variables].map(([name, variable]) => [name, grads[variable.name] as tf.Tensor]));
        squaredError.assign(tf.add(squaredError, pendingSum as tf.Tensor));
        pendingSum?.dispose();
        optimizer.apply(gradients, steps + 1, learningRate);
      });
      steps++;
      counted += targets.length;
    },
    async takeLoss() {
      const taken = squaredError.clone();
      const examplesTaken = counted;
      counted = 0;
      tf.tidy(() => squaredError.assign(tf.scalar(0)));
      const [sum] = await taken.data<'float32'>();
      taken.dispose();
      return { squaredError: sum as number, examples: examplesTaken };
    },
    predict,
    async score(users) {
      const movies = rowsOf.movie;
      const pairs = users.length * movies;
      const rows = Int32Array.from({ length: pairs }, (_, i) => users[Math.floor(i / movies)] as number);
      return await predict(
        rows,
        Int32Array.from({ length: pairs }, (_, i) => i % movies),
      );
    },
    async readWeights(): Promise<Weights> {
      const entries = [...variables].map(async ([name, variable]) => [name, Float32Array.from(await variable.data())] as const);
      return Object.fromEntries(await Promise.all(entries));
    },
    writeWeights(weights) {
      assignWeights(variables, weights);
      optimizer.reset();
      steps = 0;
    },
    dispose() {
      optimizer.dispose();
      squaredError.dispose();
      model.dispose();
    },
  };
}
