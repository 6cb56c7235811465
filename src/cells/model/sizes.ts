import { allNodes, type Graph, widthsOf } from '../../models/graph.ts';
import { plainName } from '../../models/plain-name.ts';

/** What the models' formulas call their tables. */
const SYMBOLS: Readonly<Record<string, string>> = {
  user_factors: 'p_u',
  movie_factors: 'q_i',
  user_bias: 'b_u',
  movie_bias: 'b_i',
  user_projection: 'W',
  score: 'w',
  mlp_user_factors: "p'_u",
  mlp_movie_factors: "q'_i",
  rated_factors: 'y_j',
  raters_factors: 'w_v',
  genres_factors: 'x_g',
  year_factors: 'h_y',
  demographics_factors: 'z_d',
  mlp_rated_factors: "y'_j",
  mlp_raters_factors: "w'_v",
  mlp_genres_factors: "x'_g",
  mlp_year_factors: "h'_y",
  mlp_demographics_factors: "z'_d",
  period_bias: 'b_t',
  user_period_bias: 'b_{u,t}',
  list_gain: 'a',
  list_bias: 'c_i',
};

/** The sizes of everything that is trained, as TeX: what has the same shape stands together. */
export function sizesOf(graph: Graph): string {
  const widths = widthsOf(graph);
  const symbolsBySpace = new Map<string, string[]>();
  const add = (name: string, ...sizes: readonly number[]): void => {
    const space = spaceOf(sizes);
    symbolsBySpace.set(space, [...(symbolsBySpace.get(space) ?? []), symbolOf(name)]);
  };
  for (const node of allNodes(graph)) {
    if (node.kind === 'embedding' || node.kind === 'bag') add(node.name, node.width);
    if (node.kind === 'gain') add(node.name, widths.get(node.input) as number);
    if (node.kind === 'dense') add(node.name, widths.get(node.input) as number, node.width);
  }
  return [...symbolsBySpace].map(([space, symbols]) => `${symbols.join(', ')} \\in ${space}`).join(', \\quad ');
}

function symbolOf(name: string): string {
  const layer = /^dense_(\d+)$/.exec(name);
  return layer ? `W_{${layer[1]}}` : (SYMBOLS[name] ?? `\\text{${plainName(name).toLowerCase()}}`);
}

function spaceOf(sizes: readonly number[]): string {
  const several = sizes.filter((size) => size > 1);
  return several.length === 0 ? '\\mathbb{R}' : `\\mathbb{R}^{${several.join(' \\times ')}}`;
}
