import {
  type Column,
  columnsOf,
  type EmbeddingNode,
  type Graph,
  inputsOf,
  type Node,
  tableHeight,
  widthsOf,
} from '../../../models/graph.ts';
import { nodesFor, soleColumns } from './rewrite.ts';

/** A graph cut in two: what depends on one column alone, and so has only as many values as the column's tables have rows, and the rest. */
export interface CutGraph {
  readonly columns: readonly ColumnGraph[];
  /** In it the results of the columns' graphs are embeddings. */
  readonly pairs: Graph;
  readonly results: readonly EmbeddingNode[];
}

export interface ColumnGraph {
  readonly column: Column;
  readonly nodes: readonly Node[];
  /** The nodes that are read beyond it. */
  readonly results: readonly EmbeddingNode[];
}

/** Embeddings are tables as they are: they stay with what reads them. */
export function cutByColumn(graph: Graph): CutGraph {
  const columns = soleColumns(graph);
  const last = graph.nodes.at(-1) as Node;
  const rest = graph.nodes.filter(({ name }) => columns.get(name) === null);
  const read = new Set([last.name, ...rest.flatMap(inputsOf)]);
  const widths = widthsOf(graph);
  const results = graph.nodes.flatMap((node): readonly EmbeddingNode[] => {
    const of = columns.get(node.name);
    if (!of || node.kind === 'embedding' || !read.has(node.name)) return [];
    const width = widths.get(node.name) as number;
    return [
      { kind: 'embedding', name: node.name, of, rows: tableHeight(graph, of), width, initializer: { kind: 'zeros' }, l2: 0 },
    ];
  });
  const tables = new Map(results.map((result) => [result.name, result]));
  const pairs = nodesFor(
    [last.name],
    graph.nodes.map((node) => tables.get(node.name) ?? node),
  );
  return { columns: columnGraphs(graph, results), pairs: { nodes: pairs }, results };
}

function columnGraphs(graph: Graph, results: readonly EmbeddingNode[]): readonly ColumnGraph[] {
  return columnsOf(graph).flatMap((column) => {
    const own = results.filter(({ of }) => of === column);
    const nodes = nodesFor(
      own.map(({ name }) => name),
      graph.nodes,
    );
    return own.length > 0 ? [{ column, nodes, results: own }] : [];
  });
}
