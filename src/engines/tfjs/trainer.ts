import * as tf from '@tensorflow/tfjs';
import { dropoutKey } from '../../core/dropout.ts';
import type { EngineName } from '../../core/hyperparameters.ts';
import { checkEpoch, checkIndices, checkState, checkTrainerOptions } from '../check-options.ts';
import { wholeOf } from '../examples.ts';
import { scoredPairs, slicePairs } from '../pairs.ts';
import { stepRule } from '../step-rule.ts';
import type { Pairs, Trainer, TrainerOptions } from '../trainer.ts';
import { createArrayDevice } from './arrays/device.ts';
import type { Device, Lookup } from './device.ts';
import { differentiable } from './layer-operations.ts';
import { buildLayersModel } from './layers-model.ts';
import { createParameters, tableHeights } from './parameters.ts';
import { createWebglDevice } from './webgl/device.ts';
import type { WebglBackend } from './webgl/program.ts';
import { createWebgpuDevice } from './webgpu/device.ts';
import type { WebgpuBackend } from './webgpu/program.ts';

/** How many pairs are predicted at once: bounds the memory of (pairs, width) matrices. */
const PREDICTED_AT_ONCE = 16_384;

/** Trains a graph on tfjs' current backend. Throws a RangeError where the options do not fit together. */
export function createTfjsTrainer(options: TrainerOptions): Trainer {
  checkTrainerOptions(options);
  if (options.optimizer === 'lazy-adam') throw new RangeError('TensorFlow.js trains whole tables here, not lazily');
  if (options.optimizer === 'gibbs' || options.optimizer === 'als') throw new RangeError('TensorFlow.js solves no rows here');
  if (options.optimizer === 'sgd-by-rating') throw new RangeError('TensorFlow.js trains batches here, not single ratings');
  const isGpu = ['webgpu', 'webgl'].includes(tf.getBackend());
  if (isGpu && (options.loss ?? 'squared') !== 'squared') throw new RangeError('A GPU minimises the squared error here');
  switch (tf.getBackend()) {
    case 'webgpu':
      return createTrainer(options, createWebgpuDevice(tf.backend() as WebgpuBackend));
    case 'webgl':
      return createTrainer(options, createWebglDevice(tf.backend() as WebglBackend));
    default:
      return createTrainer(options, createArrayDevice(options.loss ?? 'squared'));
  }
}

/**
 * The device looks rows up and trains the tables; the tf.layers model takes the looked-up rows and predicts. Gradients are
 * taken with respect to those rows and to the model's own variables.
 */
function createTrainer<L extends Lookup, B extends L>(options: TrainerOptions, device: Device<L, B>): Trainer {
  const { graph, lists = {}, batchSize, seed } = options;
  const examples = wholeOf(options.examples);
  const engine = tf.getBackend() as EngineName;
  const heights = tableHeights(graph);
  let steps = 0;
  let counted = 0;
  const model = buildLayersModel(graph, {
    ...device,
    drawMask: (layer, rate, shape) => device.dropoutMask(dropoutKey(seed, steps, layer), rate, shape),
  });
  const parameters = createParameters(graph, model, lists, options, device);
  parameters.load({ weights: options.weights, first: {}, second: {} });
  const batches = device.createEpochBatches(examples, batchSize, heights);

  /** The backend is global to TensorFlow.js, and another engine may have been started since. One that runs is set at once. */
  function enter(): void {
    if (tf.getBackend() === engine) return;
    // A run that rests meanwhile hears of a lost GPU here.
    if (tf.findBackend(engine) === null) throw new Error(`The backend ${engine} of TensorFlow.js is gone`);
    void tf.setBackend(engine);
  }

  const applyModel = (rows: tf.Tensor[], training: boolean): tf.Tensor2D =>
    [model.apply(rows, { training })].flat()[0] as tf.Tensor2D;

  /** Has the loss's gradient with respect to the predictions. Its value is not the loss, which nobody reads here. */
  const loss = (predictions: tf.Tensor2D, batch: B): tf.Tensor =>
    differentiable([predictions], (save) => {
      device.addLoss(predictions, batch);
      save([predictions]);
      return { value: tf.scalar(0), gradFunc: (_, [saved]) => device.errorGradient(saved as tf.Tensor2D, batch) };
    });

  async function predict(pairs: Pairs): Promise<Float32Array> {
    checkIndices(graph, pairs);
    const count = pairs.users.length;
    const predictions = new Float32Array(count);
    for (let from = 0; from < count; from += PREDICTED_AT_ONCE) {
      const to = from + PREDICTED_AT_ONCE;
      enter();
      const part = tf.tidy(() => {
        const lookup = device.createLookup(slicePairs(pairs, from, to));
        return applyModel(parameters.gather(lookup), false);
      });
      predictions.set(await part.data<'float32'>(), from);
      part.dispose();
    }
    return predictions;
  }

  return {
    engine,
    beginEpoch(order, movies) {
      checkEpoch(options.graph, examples.targets.length, order, movies);
      enter();
      batches.begin(order, movies);
      device.resetLoss();
      counted = 0;
    },
    step(index, learningRate) {
      enter();
      const batch = batches.at(index);
      tf.tidy(() => {
        const rows = parameters.gather(batch);
        const watched = [...rows, ...parameters.variables];
        const gradients = tf.grads(() => loss(applyModel(rows, true), batch))(watched);
        parameters.update(gradients, batch, stepRule(options, steps + 1, learningRate));
      });
      steps++;
      counted += batch.size;
    },
    async takeLoss() {
      enter();
      const examples = counted;
      counted = 0;
      return { total: await device.takeLoss(), examples };
    },
    predict: (users, movies, when) => predict({ users, movies, when }),
    score: (users, when) => predict(scoredPairs(users, heights.movie, when)),
    readWeights() {
      enter();
      return parameters.read();
    },
    writeWeights(weights) {
      enter();
      parameters.load({ weights, first: {}, second: {} });
      steps = 0;
    },
    async readState() {
      enter();
      const after = steps;
      return { ...(await parameters.readNumbers()), steps: after };
    },
    writeState(state) {
      checkState(options, state);
      enter();
      parameters.load(state);
      steps = state.steps;
    },
    dispose() {
      batches.dispose();
      parameters.dispose();
      device.dispose();
      model.dispose();
    },
  };
}
