import type { RatingScale } from '../../../core/rating-scale.ts';
import type { Target } from '../../../core/target.ts';
import type { Graph, Node } from '../../../models/graph.ts';
import type { EntityTable } from './entity-tables.ts';

/** A layer as Keras 2 writes it in JSON, which is what TensorFlow.js reads. */
interface LayerConfig {
  readonly class_name: string;
  readonly name: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly inbound_nodes: readonly unknown[];
}

/** How predictions become stars: within the scale; null where they only rank. */
export interface StarsOf {
  readonly target: Target;
  readonly scale: RatingScale;
}

/** The layers of a graph: two inputs, the rows of a user and of a movie, each (batch, 1); one output, (batch, 1). */
export function layersTopology({ nodes }: Graph, tables: ReadonlyMap<string, EntityTable>, stars: StarsOf | null): object {
  const layers: LayerConfig[] = [inputLayer('user'), inputLayer('movie')];
  /** What stands for a node where its layer has another name. */
  const standIns = new Map<string, string>();
  const outputOf = (name: string): string => standIns.get(name) ?? name;
  for (const node of nodes) {
    const table = tables.get(node.name);
    if (table) {
      layers.push(...lookup(node.name, table));
      standIns.set(node.name, rowName(node.name));
    } else if (node.kind === 'dropout') standIns.set(node.name, outputOf(node.input));
    else layers.push(layerOf(node, outputOf));
  }
  layers.push(...(stars ? starLayers(outputOf((nodes.at(-1) as Node).name), stars) : []));
  const output = stars ? 'stars' : outputOf((nodes.at(-1) as Node).name);
  const ends = (names: readonly string[]) => names.map((name) => [name, 0, 0]);
  const config = { name: 'matinee', layers, input_layers: ends(['user', 'movie']), output_layers: ends([output]) };
  return { class_name: 'Model', config, keras_version: '2', backend: 'tensor_flow.js' };
}

function layer(
  class_name: string,
  name: string,
  config: Readonly<Record<string, unknown>>,
  inputs: readonly string[] = [],
): LayerConfig {
  const inbound_nodes = inputs.length > 0 ? [inputs.map((input) => [input, 0, 0, {}])] : [];
  return { class_name, name, config: { name, trainable: true, ...config }, inbound_nodes };
}

const inputLayer = (name: string): LayerConfig =>
  layer('InputLayer', name, { batch_input_shape: [null, 1], dtype: 'int32', sparse: false });

const rowName = (name: string): string => `${name}_row`;

/** The row of a table, (batch, width). */
const lookup = (name: string, { of, width, values }: EntityTable): readonly LayerConfig[] => [
  layer('Embedding', name, { input_dim: values.length / width, output_dim: width, mask_zero: false, input_length: 1 }, [of]),
  layer('Flatten', rowName(name), {}, [name]),
];

function layerOf(
  node: Exclude<Node, { kind: 'embedding' | 'bag' | 'dropout' }> | Node,
  outputOf: (name: string) => string,
): LayerConfig {
  const { name } = node;
  const inputs = 'inputs' in node ? node.inputs.map(outputOf) : 'input' in node ? [outputOf(node.input)] : [];
  switch (node.kind) {
    case 'dot':
      return layer('Dot', name, { axes: 1, normalize: false }, inputs);
    case 'concat':
      return layer('Concatenate', name, { axis: -1 }, inputs);
    case 'add':
      return layer('Add', name, {}, inputs);
    case 'dense':
      return layer('Dense', name, { units: node.width, activation: 'linear', use_bias: node.useBias }, inputs);
    case 'activation':
      return layer('Activation', name, { activation: node.activation }, inputs);
    case 'scale':
      return layer('Rescaling', name, { scale: node.factor, offset: node.offset }, inputs);
    default:
      throw new RangeError(`"${name}" has no layer of its own`);
  }
}

/** Held to the scale: no layer of TensorFlow.js clips at both ends but a rectifier that starts at 0. */
function starLayers(input: string, { target, scale: { min, max } }: StarsOf): readonly LayerConfig[] {
  return [
    layer('Rescaling', 'above_least', { scale: target.scale, offset: target.offset - min }, [input]),
    layer('ReLU', 'within_scale', { max_value: max - min }, ['above_least']),
    layer('Rescaling', 'stars', { scale: 1, offset: min }, ['within_scale']),
  ];
}
