import type { Configuration } from '../../core/hyperparameters.ts';
import type { RawId } from '../../core/ids.ts';
import { type Column, columnsOf, type Graph } from '../../models/graph.ts';
import { meetingNodes } from '../../models/node-rows.ts';
import type { EmbeddingsState } from './contract.ts';

type Shown = Pick<EmbeddingsState, 'view' | 'method'> & { readonly movieId: RawId };

/** The weights of a fitted model that say which movies are similar, as the code of the model names them. */
const PAIR_WEIGHTS: Readonly<Partial<Record<Configuration['model'], string>>> = { ease: 'b', neighbours: 'similarity' };

/** Python that works out with NumPy what the view of the cell shows, from the model that was trained above. */
export function embeddingsCode(shown: Shown, { model, minRatings, seed }: Configuration, graph: Graph | null): string {
  const weights = PAIR_WEIGHTS[model];
  if (weights) return `${rowCode(shown, minRatings)}${listCode([['weight', `${weights}[row]`]])}`;
  const nodes = graph && meetingNodes(graph);
  if (!graph || !nodes) return '# This model has no embeddings: no list of numbers stands for a movie.\n';
  const vectors = vectorsCode(graph, nodes.movie);
  if (shown.view === 'similar') return `${vectors}${rowCode(shown, minRatings)}${SIMILARITIES}`;
  return `${vectors}${shown.view === 'numbers' ? numbersCode(graph) : mapCode(shown.method, seed)}`;
}

/** A table as it is; of what is added up from several, the output of the layer. */
function vectorsCode(graph: Graph, node: string): string {
  const isTable = graph.nodes.some(({ kind, name }) => kind === 'embedding' && name === node);
  if (isTable) return `vectors = model.get_layer("${node}").get_weights()[0]\n`;
  const inputOf = (column: Column): string => (column === 'movie' ? 'np.arange(n_movies)' : 'np.zeros(n_movies, "int32")');
  const inputs = columnsOf(graph).map(inputOf).join(', ');
  return `inner = keras.Model(model.inputs, model.get_layer("${node}").output)
vectors = inner.predict([${inputs}], batch_size=4096)
`;
}

const rowCode = ({ movieId }: Shown, minRatings: number): string => `row = np.searchsorted(movie_ids, ${JSON.stringify(movieId)})
shown = np.bincount(movie_index, minlength=n_movies) >= ${minRatings}
shown[row] = False

`;

const listCode = (lists: readonly (readonly [string, string])[]): string => `for name, values in [${lists
  .map(([name, values]) => `("${name}", ${values})`)
  .join(', ')}]:
    best = np.argsort(-np.where(shown & np.isfinite(values), values, -np.inf))[:10]
    print(catalogue.loc[movie_ids[best]].assign(**{name: values[best]}))
`;

const SIMILARITIES = `dot = vectors @ vectors[row]
with np.errstate(divide="ignore", invalid="ignore"):
    cosine = dot / (np.linalg.norm(vectors, axis=1) * np.linalg.norm(vectors[row]))
${listCode([
  ['cosine', 'cosine'],
  ['dot', 'dot'],
])}`;

const numbersCode = ({ nodes }: Graph): string => `counts = np.bincount(movie_index, minlength=n_movies)
known = np.flatnonzero(counts >= 20)
${nodes.some(({ name }) => name === 'movie_bias') ? BIASES : ''}
# The factors after a rotation to principal axes.
centred = vectors[known] - vectors[known].mean(axis=0)
variances, axes = np.linalg.eigh(centred.T @ centred / len(known))
places = centred @ axes[:, ::-1]
for axis in range(min(8, places.shape[1])):
    order = known[np.argsort(places[:, axis])]
    print(f"Axis {axis + 1}: {variances[::-1][axis] / variances.sum():.1%} of the variance")
    print(catalogue.loc[movie_ids[np.r_[order[:4], order[-4:]]]])

lengths = np.linalg.norm(vectors[known], axis=1)
print("Length and log of the number of ratings: correlation", np.corrcoef(lengths, np.log(counts[known]))[0, 1])
`;

const BIASES = `bias = model.get_layer("movie_bias").get_weights()[0][:, 0] * scale
liked = known[np.argsort(-bias[known])]
print(catalogue.loc[movie_ids[liked[:10]]].assign(bias=bias[liked[:10]]))
print(catalogue.loc[movie_ids[liked[:-11:-1]]].assign(bias=bias[liked[:-11:-1]]))
`;

const mapCode = (method: EmbeddingsState['method'], seed: number): string => `trained = np.unique(movie_index[train])
centred = vectors[trained] - vectors[trained].mean(axis=0)
places = centred @ np.linalg.svd(centred, full_matrices=False)[2][:2].T
${method === 'umap' ? umapCode(seed) : method === 'tsne' ? TSNE : ''}
import matplotlib.pyplot as plt

plt.scatter(*places.T, s=4)
plt.show()
`;

const TSNE = `
from sklearn.manifold import TSNE

unit = vectors[trained] / np.linalg.norm(vectors[trained], axis=1, keepdims=True)
places = TSNE(perplexity=30, init=1e-4 * places / places[:, 0].std()).fit_transform(unit)
`;

const umapCode = (seed: number): string => `
import umap

start = 10 * places / np.abs(places).max()
places = umap.UMAP(metric="cosine", init=start, random_state=${seed}).fit_transform(vectors[trained])
`;
