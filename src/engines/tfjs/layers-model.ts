import * as tf from '@tensorflow/tfjs';
import type { Graph, Node, Weights } from '../../models/graph.ts';
import { parametersOf } from '../../models/graph.ts';

/** Draws the mask (batch, width) of the dropout layer with this number, counted from 0; null when predicting. */
export type DrawMask = (layer: number, rate: number, shape: readonly number[]) => tf.Tensor2D | null;

export interface CompiledGraph {
  /** Inputs: user and movie indices, each (batch, 1) int32. Outputs: the prediction (batch, 1), then every decayed embedding. */
  readonly model: tf.LayersModel;
  /** λ of each further output. */
  readonly decays: readonly number[];
}

/** Builds the tf.layers model of a graph, one layer a node, under the node's name. */
export function buildLayersModel(graph: Graph, drawMask: DrawMask): CompiledGraph {
  const user = tf.input({ shape: [1], dtype: 'int32', name: 'user' });
  const movie = tf.input({ shape: [1], dtype: 'int32', name: 'movie' });
  const outputs = new Map<string, tf.SymbolicTensor>();
  const read = (name: string): tf.SymbolicTensor => outputs.get(name) as tf.SymbolicTensor;
  let dropouts = 0;
  for (const node of graph.nodes) {
    if (node.kind === 'embedding') {
      const layer = tf.layers.embedding({ name: node.name, inputDim: node.rows, outputDim: node.width, inputLength: 1 });
      const rows = layer.apply(node.of === 'user' ? user : movie) as tf.SymbolicTensor;
      outputs.set(node.name, tf.layers.flatten().apply(rows) as tf.SymbolicTensor);
    } else if (node.kind === 'dropout') {
      const layer = seededDropout(node.name, node.rate, dropouts++, drawMask);
      outputs.set(node.name, layer.apply(read(node.input)) as tf.SymbolicTensor);
    } else {
      const inputs = 'inputs' in node ? node.inputs.map(read) : read(node.input);
      outputs.set(node.name, createLayer(node).apply(inputs) as tf.SymbolicTensor);
    }
  }
  const decayed = graph.nodes.flatMap((node) => (node.kind === 'embedding' && node.l2 > 0 ? [node] : []));
  const prediction = read((graph.nodes.at(-1) as Node).name);
  const model = tf.model({ inputs: [user, movie], outputs: [prediction, ...decayed.map(({ name }) => read(name))] });
  return { model, decays: decayed.map(({ l2 }) => l2) };
}

function createLayer(node: Exclude<Node, { kind: 'embedding' | 'dropout' }>): tf.layers.Layer {
  const { name } = node;
  switch (node.kind) {
    case 'dot':
      return tf.layers.dot({ name, axes: 1 });
    case 'concat':
      return tf.layers.concatenate({ name });
    case 'dense':
      return tf.layers.dense({ name, units: node.width, useBias: node.useBias });
    case 'activation':
      return tf.layers.activation({ name, activation: node.activation });
    case 'add':
      return tf.layers.add({ name });
    case 'scale':
      return tf.layers.rescaling({ name, scale: node.factor, offset: node.offset });
  }
}

/** A stock Dropout layer whose masks come from the run's seed: tfjs' own would drop the same units at every step. */
function seededDropout(name: string, rate: number, index: number, drawMask: DrawMask): tf.layers.Layer {
  const layer = tf.layers.dropout({ name, rate });
  layer.call = (inputs, kwargs) => {
    const input = Array.isArray(inputs) ? (inputs[0] as tf.Tensor) : inputs;
    const mask = kwargs.training ? drawMask(index, rate, input.shape) : null;
    return mask ? tf.mul(input, mask) : input.clone();
  };
  return layer;
}

/** The model's variable of each parameter, by the parameter's name. */
export function variablesOf(graph: Graph, model: tf.LayersModel): ReadonlyMap<string, tf.Variable> {
  return new Map(
    parametersOf(graph).map(({ name }) => {
      const [layer, weight] = name.split('/') as [string, string];
      const found = model.getLayer(layer).weights.find(({ originalName }) => originalName === `${layer}/${weight}`);
      return [name, found?.read() as tf.Variable];
    }),
  );
}

/** Copies weights into the variables. */
export function assignWeights(variables: ReadonlyMap<string, tf.Variable>, weights: Weights): void {
  for (const [name, variable] of variables) {
    // tfjs' cpu backend keeps the array it is given, and ours are updated in place.
    const values = tf.tensor(Float32Array.from(weights[name] as Float32Array), variable.shape);
    variable.assign(values);
    values.dispose();
  }
}
