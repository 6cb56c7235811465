import { brokenRow, lengthsOf, type VectorTable } from '../../../core/embeddings/vector-table.ts';
import { LabError } from '../../../core/errors.ts';
import type { Model, NetworkRun } from '../../../lab/model.ts';
import type { Weights } from '../../../models/graph.ts';
import { meetingNodes, rowsOfNode } from '../../../models/node-rows.ts';

/** The embeddings of a model at one moment. */
export interface Embeddings {
  readonly movie: VectorTable;
  readonly user: VectorTable;
  /** Whether users and movies meet in a dot product, so that both are vectors of one space. */
  readonly isOneSpace: boolean;
  /** By movie; null where the model has none. In units of the prediction times `scale`. */
  readonly movieBias: Float32Array | null;
  readonly userBias: Float32Array | null;
  /** Of the epoch, while its run goes. */
  readonly epoch: number | null;
  /** Of the movies' embeddings, (movies). */
  readonly lengths: Float64Array;
}

/** Reads the embeddings of the model in use: as they are, or as they were at the end of the last epoch of a run that goes. */
export interface EmbeddingsReader {
  /** Throws a LabError of code `no-model` for a model without embeddings, and of code `diverged` where they are not finite. */
  read(model: Model): Promise<Embeddings>;
}

/** `going`: the network that is being trained, if any. */
export function createEmbeddingsReader(going: () => NetworkRun | null): EmbeddingsReader {
  let last: { readonly key: unknown; readonly embeddings: Embeddings } | null = null;
  let version = -1;
  return {
    async read(model) {
      const { network } = model;
      if (network === null) throw withoutEmbeddings();
      const isGoing = going() === network;
      const key = isGoing ? network.checkpoint : network.trainer;
      if (last?.key === key && (isGoing || version === network.trainer.version)) return last.embeddings;
      version = network.trainer.version;
      const weights = isGoing ? network.checkpoint.state.weights : await network.trainer.readWeights();
      const embeddings = embeddingsOf(network, weights, isGoing ? network.checkpoint.history.length : null);
      last = { key, embeddings };
      return embeddings;
    },
  };
}

function embeddingsOf({ prepared }: Pick<NetworkRun, 'prepared'>, weights: Weights, epoch: number | null): Embeddings {
  const { graph, lists, target } = prepared;
  const nodes = meetingNodes(graph);
  if (nodes === null) throw withoutEmbeddings();
  const movie = rowsOfNode(graph, weights, lists, nodes.movie);
  const user = rowsOfNode(graph, weights, lists, nodes.user);
  if (brokenRow(movie) >= 0 || brokenRow(user) >= 0) throw notFinite();
  const inStars = (name: string): Float32Array | null => weights[name]?.map((value) => value * target.scale) ?? null;
  return {
    movie,
    user,
    isOneSpace: graph.nodes.some(({ kind }) => kind === 'dot'),
    movieBias: inStars('movie_bias/embeddings'),
    userBias: inStars('user_bias/embeddings'),
    epoch,
    lengths: lengthsOf(movie),
  };
}

const withoutEmbeddings = (): LabError =>
  new LabError(
    'no-model',
    'This model has no embeddings: no list of numbers stands for a movie.',
    'Train a dot product or an MLP.',
  );

const notFinite = (): LabError =>
  new LabError(
    'diverged',
    'Some embeddings are not finite numbers: the run diverged.',
    'Train again with a smaller learning rate.',
  );
