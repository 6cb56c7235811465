import * as tf from '@tensorflow/tfjs';
import { type BagNode, type EmbeddingNode, type Graph, type Node, parametersOf } from '../../models/graph.ts';
import { activate, dot, type LayerOperations, scale } from './layer-operations.ts';

/**
 * The tf.layers model of a graph, one layer a node, under the node's name. An embedding or bag is an input, (batch, width): the rows
 * that were looked up or added up. The output is the prediction, (batch, 1).
 */
export function buildLayersModel(graph: Graph, operations: LayerOperations): tf.LayersModel {
  const outputs = new Map<string, tf.SymbolicTensor>();
  const read = (name: string): tf.SymbolicTensor => outputs.get(name) as tf.SymbolicTensor;
  const inputs: tf.SymbolicTensor[] = [];
  let dropouts = 0;
  for (const node of graph.nodes) {
    if (isTable(node)) {
      const rows = tf.input({ shape: [node.width], name: node.name });
      inputs.push(rows);
      outputs.set(node.name, rows);
    } else {
      const layer = createLayer(node, operations, dropouts);
      if (node.kind === 'dropout') dropouts++;
      outputs.set(node.name, layer.apply('inputs' in node ? node.inputs.map(read) : read(node.input)) as tf.SymbolicTensor);
    }
  }
  return tf.model({ inputs, outputs: read((graph.nodes.at(-1) as Node).name) });
}

/** The nodes that have a table of rows; they are the model's inputs, in this order. */
export function tablesOf(graph: Graph): readonly (EmbeddingNode | BagNode)[] {
  return graph.nodes.filter(isTable);
}

const isTable = (node: Node): node is EmbeddingNode | BagNode => node.kind === 'embedding' || node.kind === 'bag';

/** The stock layer of a node; what some of them run instead of their own operations computes the same in fewer. */
function createLayer(
  node: Exclude<Node, EmbeddingNode | BagNode>,
  operations: LayerOperations,
  dropouts: number,
): tf.layers.Layer {
  const { name } = node;
  switch (node.kind) {
    case 'dot':
      return withCall(tf.layers.dot({ name, axes: 1 }), ([a, b]) => dot(operations, a as tf.Tensor2D, b as tf.Tensor2D));
    case 'concat':
      return tf.layers.concatenate({ name });
    case 'dense':
      return tf.layers.dense({ name, units: node.width, useBias: node.useBias });
    case 'activation': {
      const layer = tf.layers.activation({ name, activation: node.activation });
      return withCall(layer, ([x]) => activate(operations, x as tf.Tensor2D, node.activation));
    }
    case 'dropout': {
      // tfjs' own would drop the same units at every step.
      const drop = (x: tf.Tensor) => tf.mul(x, operations.drawMask(dropouts, node.rate, x.shape as [number, number]));
      return withCall(tf.layers.dropout({ name, rate: node.rate }), ([x], training) => (training ? drop(x) : x.clone()));
    }
    case 'add':
      return tf.layers.add({ name });
    case 'scale': {
      const layer = tf.layers.rescaling({ name, scale: node.factor, offset: node.offset });
      return withCall(layer, ([x]) => scale(operations, x as tf.Tensor2D, node.factor, node.offset));
    }
  }
}

type Call = (inputs: [tf.Tensor, ...tf.Tensor[]], training: boolean) => tf.Tensor;

function withCall(layer: tf.layers.Layer, call: Call): tf.layers.Layer {
  layer.call = (inputs, { training }) => call([inputs].flat() as Parameters<Call>[0], Boolean(training));
  return layer;
}

/** The model's variables by their parameters' names. */
export function variablesOf(graph: Graph, model: tf.LayersModel): ReadonlyMap<string, tf.Variable> {
  const names = parametersOf(graph).filter(({ name }) => !name.endsWith('/embeddings'));
  return new Map(
    names.map(({ name }) => {
      const [layer] = name.split('/') as [string];
      const found = model.getLayer(layer).weights.find(({ originalName }) => originalName === name);
      return [name, found?.read() as tf.Variable];
    }),
  );
}
