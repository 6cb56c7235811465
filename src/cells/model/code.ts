import type { ListName } from '../../core/lists.ts';
import { formatNumber } from '../../core/settings/format.ts';
import {
  type BagNode,
  type Column,
  columnsOf,
  type EmbeddingNode,
  type Graph,
  type ListNode,
  type Node,
} from '../../models/graph.ts';
import { type GravityTables, gravityTables } from '../../models/gravity.ts';
import { SHARED_FACTORS } from '../../models/list-head.ts';

const INPUTS: Readonly<Record<Column, string>> = { user: 'user', movie: 'movie', period: 'period', userPeriod: 'user_period' };

const SIZES: Readonly<Record<Column, string>> = {
  user: 'n_users',
  movie: 'n_movies',
  period: 'n_periods',
  userPeriod: 'n_user_periods',
};

/**
 * Python that builds the same network with Keras 3, one layer a node under the node's name. The L2 of its rows counts as much as the stars do
 * beside a list of weight `listWeight`.
 */
export function modelCode(graph: Graph | null, seed: number, listWeight = 0): string {
  if (graph === null) return '# The sizes of the tables depend on the data: load it first.\n';
  const lines = graph.nodes.map((node) => `${node.name} = ${layerOf(node, shareOf(listWeight))}`);
  const decays = graph.nodes.some((node) => node.kind === 'embedding' && node.l2 > 0);
  const bags = graph.nodes.some(({ kind }) => kind === 'bag');
  const columns = columnsOf(graph);
  const gravity = gravityTables(graph);
  return `import keras
${bags ? 'import numpy as np\n' : ''}from keras import layers, ops

keras.utils.set_random_seed(${seed})
${decays ? ROWS_L2 : ''}${bags ? BAG : ''}
${columns.map((column) => `${INPUTS[column]} = keras.Input(shape=(), dtype="int32", name="${INPUTS[column]}")`).join('\n')}
${lines.join('\n')}

model = keras.Model([${columns.map((column) => INPUTS[column]).join(', ')}], ${graph.nodes.at(-1)?.name})
${gravity ? gravityCode(gravity) : ''}model.summary()
${graph.list ? listCode(graph.list) : ''}`;
}

/** A layer over the tables of the model, since it goes by all pairs. */
const gravityCode = ({ weight, user, movie }: GravityTables): string => `

class Gravity(layers.Layer):
    """Returns predictions unchanged. Adds strength x the mean of (p . q)^2 over all pairs, from two Gramians."""

    def __init__(self, users, movies, strength):
        super().__init__()
        self.users, self.movies, self.strength = users, movies, strength

    def call(self, predictions):
        p, q = self.users.embeddings, self.movies.embeddings
        squares = ops.sum(ops.matmul(ops.transpose(p), p) * ops.matmul(ops.transpose(q), q))
        self.add_loss(self.strength * squares / (n_users * n_movies))
        return predictions

# This uses all rows in each step; the page uses an equal share of them.
gravity = Gravity(model.get_layer("${user.name}"), model.get_layer("${movie.name}"), ${formatNumber(weight)})
model = keras.Model(model.inputs, gravity(model.output))
`;

/** What the stars count beside the list, as a factor in front of their L2; nothing where they are all there is. */
const shareOf = (listWeight: number): string => (listWeight === 0 ? '' : `${formatNumber(1 - listWeight)} * `);

/** The second head: a layer over the tables of the model, since it asks for all movies at once. */
function listCode(list: readonly ListNode[]): string {
  const gain = list.find((node) => node.kind === 'gain');
  const start = gain?.initializer.kind === 'constant' ? formatNumber(gain.initializer.value) : '1';
  return `

class ListHead(layers.Layer):
    """Scores of all movies for each user: the model's factors with a gain for each, and a bias of its own for each movie."""

    def __init__(self, users, movies):
        super().__init__()
        self.users, self.movies = users, movies
        self.gain = self.add_weight(shape=(users.output_dim,), initializer=keras.initializers.Constant(${start}))
        self.bias = self.add_weight(shape=(n_movies,), initializer="zeros")

    def call(self, entries):
        rows = ops.take(self.users.embeddings, entries, axis=0) * self.gain
        return ops.matmul(rows, ops.transpose(self.movies.embeddings)) + self.bias

list_head = ListHead(model.get_layer("${SHARED_FACTORS.user}"), model.get_layer("${SHARED_FACTORS.movie}"))
`;
}

const BAG = `

class Bag(layers.Layer):
    """The sum of the embeddings in an entry's list, divided by the square root of their number."""

    def __init__(self, lists, rows, width, l2, **kwargs):
        super().__init__(**kwargs)
        self.holds = np.zeros((len(lists), rows), dtype="float32")
        for entry, own in enumerate(lists):
            self.holds[entry, own] = 1
        self.roots = np.sqrt(np.maximum(self.holds.sum(axis=1, keepdims=True), 1))
        self.l2 = l2
        self.table = self.add_weight(shape=(rows, width), initializer="zeros")

    def call(self, entries):
        # Of all entries: lists are long, and a batch asks for the same ones again and again.
        sums = ops.matmul(self.holds, self.table) / self.roots
        squares = ops.matmul(self.holds, ops.sum(ops.square(self.table), axis=1, keepdims=True))
        self.add_loss(self.l2 * ops.mean(ops.take(squares, entries, axis=0)))
        return ops.take(sums, entries, axis=0)

`;

/** What the lists of a bag hold, as a comment beside it. */
const LISTS: Readonly<Record<ListName, string>> = {
  rated: 'for each user the movies of their training ratings',
  raters: 'for each movie the users of its training ratings',
  genres: 'for each movie its genres, numbered',
  year: 'for each movie its release year in steps of five, numbered; empty where unknown',
  demographics: 'for each user age group, gender and occupation, numbered',
};

const ROWS_L2 = `

class RowsL2(layers.Layer):
    """Returns the rows that a batch looks up unchanged. Adds strength x their mean squared norm to the loss."""

    def __init__(self, strength):
        super().__init__()
        self.strength = strength

    def call(self, rows):
        self.add_loss(self.strength * ops.mean(ops.sum(ops.square(rows), axis=-1)))
        return rows

`;

function layerOf(node: Node, share: string): string {
  const name = `name="${node.name}"`;
  switch (node.kind) {
    case 'embedding':
      return `layers.Embedding(\n    ${embeddingArguments(node)}\n)(${INPUTS[node.of]})${decayOf(node, share)}`;
    case 'bag':
      return bagOf(node, share);
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
      return `layers.Rescaling(${exactNumber(node.factor)}, offset=${exactNumber(node.offset)}, ${name})(${node.input})`;
  }
}

/** As exact as 32 bits are: weights of the page predict the same there. */
const exactNumber = (value: number): string => String(Number(value.toPrecision(9)));

function bagOf({ name, of, list, rows, width, l2 }: BagNode, share: string): string {
  return `Bag(${list}_lists, ${rows}, ${width}, l2=${share}${formatNumber(l2)}, name="${name}")(${of})  # ${LISTS[list]}`;
}

/** An activity regularizer would be divided by the batch size, by newer versions of Keras alone. */
const decayOf = ({ name, l2 }: EmbeddingNode, share: string): string =>
  l2 > 0 ? `\n${name} = RowsL2(${share}${formatNumber(l2)})(${name})` : '';

function embeddingArguments({ name, of, width, initializer }: EmbeddingNode): string {
  const start =
    initializer.kind === 'normal'
      ? `keras.initializers.RandomNormal(stddev=${formatNumber(initializer.deviation)})`
      : `"${initializer.kind.replace('-', '_')}"`;
  return `${SIZES[of]}, ${width}, embeddings_initializer=${start}, name="${name}",`;
}
