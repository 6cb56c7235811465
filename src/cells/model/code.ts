import { formatNumber } from '../../core/stale.ts';
import type { EmbeddingNode, Graph, Node } from '../../models/graph.ts';

/** Python that builds the same network with Keras 3, one layer a node under the node's name. */
export function modelCode(graph: Graph | null, seed: number): string {
  if (graph === null) return '# The sizes of the tables come from the data: load it first.\n';
  const lines = graph.nodes.map((node) => `${node.name} = ${layerOf(node)}`);
  const decays = graph.nodes.some((node) => node.kind === 'embedding' && node.l2 > 0);
  return `import keras
from keras import layers, ops

keras.utils.set_random_seed(${seed})
${decays ? ROWS_L2 : ''}
user = keras.Input(shape=(), dtype="int32", name="user")
movie = keras.Input(shape=(), dtype="int32", name="movie")
${lines.join('\n')}

model = keras.Model([user, movie], ${graph.nodes.at(-1)?.name})
model.summary()
`;
}

const ROWS_L2 = `

def rows_l2(strength):
    """Adds strength x the mean squared norm of the rows that the batch looks up."""
    return lambda rows: strength * ops.mean(ops.sum(ops.square(rows), axis=-1))

`;

function layerOf(node: Node): string {
  const name = `name="${node.name}"`;
  switch (node.kind) {
    case 'embedding':
      return `layers.Embedding(\n    ${embeddingArguments(node)}\n)(${node.of})`;
    case 'dot':
      return `layers.Dot(axes=1, ${name})([${node.inputs.join(', ')}])`;
    case 'concat':
      return `layers.Concatenate(${name})([${node.inputs.join(', ')}])`;
    case 'add':
      return `layers.Add(${name})([${node.inputs.join(', ')}])`;
    case 'dense':
      return `layers.Dense(${node.width}, ${node.useBias ? '' : 'use_bias=False, '}${name})(${node.input})`;
    case 'activation':
      return `layers.Activation("${node.activation}", ${name})(${node.input})`;
    case 'dropout':
      return `layers.Dropout(${formatNumber(node.rate)}, ${name})(${node.input})`;
    case 'scale':
      return `layers.Rescaling(${formatNumber(node.factor)}, offset=${formatNumber(node.offset)}, ${name})(${node.input})`;
  }
}

function embeddingArguments({ name, of, width, initializer, l2 }: EmbeddingNode): string {
  const start =
    initializer.kind === 'normal'
      ? `keras.initializers.RandomNormal(stddev=${formatNumber(initializer.deviation)})`
      : `"${initializer.kind.replace('-', '_')}"`;
  const decay = l2 > 0 ? `activity_regularizer=rows_l2(${formatNumber(l2)}), ` : '';
  return `n_${of}s, ${width}, embeddings_initializer=${start},\n    ${decay}name="${name}",`;
}
