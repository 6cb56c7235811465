import type { Graph } from '../../../models/graph.ts';

const SIZES = { user: 'n_users', movie: 'n_movies' } as const;

/** Python that sets rows to zero which no training rating is of, as `models/unseen-rows.ts` does; empty where all rows start at zero. */
export function unseenCode(graph: Graph | null): string {
  const names = { user: [] as string[], movie: [] as string[] };
  for (const node of graph?.nodes ?? []) {
    if (node.kind !== 'embedding' || node.initializer.kind === 'zeros') continue;
    if (node.of === 'user' || node.of === 'movie') names[node.of].push(node.name);
  }
  const lines = (['user', 'movie'] as const).flatMap((of) => {
    const seen = `np.bincount(${of}_index[train], minlength=${SIZES[of]})[:, None] > 0`;
    return names[of].map((name) => `rows = model.get_layer("${name}")\nrows.set_weights([rows.get_weights()[0] * (${seen})])\n`);
  });
  return lines.length === 0
    ? ''
    : `# Rows without training ratings start at zero: their random numbers would be scored.\n${lines.join('')}`;
}
