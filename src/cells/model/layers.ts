import type { ListName } from '../../core/lists.ts';
import { allNodes, type Column, type Graph, type ListNode, parametersOf, widthsOf } from '../../models/graph.ts';

/** One layer as the summary shows it. */
export interface LayerRow {
  readonly name: string;
  readonly kind: string;
  /** Of the output; the batch is left open. */
  readonly shape: string;
  readonly parameters: number;
}

/** The layers of a graph, in its order; those of the list come last. */
export function layersOf(graph: Graph): readonly LayerRow[] {
  const widths = widthsOf(graph);
  const tables = parametersOf(graph);
  return allNodes(graph).map((node) => ({
    name: node.name,
    kind: describe(node),
    shape: `(batch, ${widths.get(node.name)})`,
    parameters: tables
      .filter(({ name }) => name.startsWith(`${node.name}/`))
      .reduce((sum, { rows, columns }) => sum + rows * columns, 0),
  }));
}

const LISTS: Readonly<Record<ListName, string>> = {
  rated: 'the user’s rated movies',
  raters: 'the movie’s users',
  genres: 'the movie’s genres',
  year: 'the movie’s release period',
  demographics: 'the user’s demographics',
};

const COLUMNS: Readonly<Record<Column, string>> = {
  user: 'user',
  movie: 'movie',
  period: 'period',
  userPeriod: 'period of each user',
};

function describe(node: ListNode): string {
  switch (node.kind) {
    case 'embedding':
      return `Embedding, one row per ${COLUMNS[node.of]}`;
    case 'bag':
      return `Sum of the embeddings of ${LISTS[node.list]}`;
    case 'dot':
      return 'Dot product';
    case 'concat':
      return 'Concatenate';
    case 'dense':
      return node.useBias ? 'Dense' : 'Dense without bias';
    case 'activation':
      return node.activation === 'relu' ? 'ReLU' : 'Sigmoid';
    case 'dropout':
      return `Dropout of ${Math.round(node.rate * 100)} %`;
    case 'add':
      return 'Sum';
    case 'scale':
      return 'Rescaling, fixed';
    case 'gain':
      return 'One gain per factor';
  }
}
