import { formatNumber } from '../../../core/settings/format.ts';
import { type Graph, type ParameterSpec, parametersOf } from '../../../models/graph.ts';
import { pageRandom } from './page-random.ts';

const SEEN = { user: 'seen_users', movie: 'seen_movies' } as const;

/**
 * Python that gives the model the weights that the page starts from, as `models/initial-weights.ts` and `models/unseen-rows.ts` do; Keras
 * starts the others at the same constants.
 */
export function firstWeightsCode(graph: Graph | null, seed: number): string {
  if (graph === null) return '';
  return `# The weights that the page starts from. Rows without training ratings start at zero: their random numbers would be scored.
seen_users = np.bincount(user_index[train], minlength=n_users)[:, None] > 0
seen_movies = np.bincount(movie_index[train], minlength=n_movies)[:, None] > 0


def start_at(name, table):
    layer = model.get_layer(name)
    layer.set_weights([table, *layer.get_weights()[1:]])


${parametersOf(graph)
  .map((spec) => lineOf(graph, spec, seed))
  .join('')}`;
}

function lineOf({ nodes }: Graph, { name, rows, columns, initializer }: ParameterSpec, seed: number): string {
  if (initializer.kind === 'zeros' || initializer.kind === 'constant') return '';
  const layer = name.split('/')[0];
  const node = nodes.find((node) => node.name === layer);
  const of = node?.kind === 'embedding' && (node.of === 'user' || node.of === 'movie') ? ` * ${SEEN[node.of]}` : '';
  const random = pageRandom(seed, `weights:${name}`);
  const drawn =
    initializer.kind === 'normal'
      ? `${formatNumber(initializer.deviation)} * ${random}.normal(${rows}, ${columns})`
      : `${random}.glorot_uniform(${rows}, ${columns})`;
  return `start_at("${layer}", ${drawn}${of})\n`;
}
