import { type Column, type EmbeddingNode, type Graph, widthsOf } from '../../../models/graph.ts';
import type { Address } from '../kernels.ts';
import type { Arena } from '../memory/arena.ts';
import type { Matrix } from '../memory/matrix.ts';
import { type BagTable, type DenseTable, type EmbeddingTable, kernelFrom, resultTable, type Tables } from '../memory/tables.ts';
import { type ColumnGraph, cutByColumn } from './by-column.ts';
import { compileForward } from './forward.ts';
import { withoutDropout } from './rewrite.ts';
import { type KernelPart, splitDense } from './split-dense.ts';
import { type Op, tileRowsFor } from './tile.ts';

/**
 * A graph's prediction of many pairs. Pairs are far more than users and movies: what depends on a user or a movie alone, such as
 * their part of a first dense layer, is worked out once for each and put into a table, which the pairs read like an embedding's.
 */
export interface Prediction {
  /** To be followed first, for the rows that the pairs read. */
  readonly columns: readonly Tabulation[];
  /** Of a tile of pairs. */
  readonly ops: readonly Op[];
  readonly tileRows: number;
  readonly output: Matrix;
}

/** Fills the tables of what depends on one column, for a tile of its rows. */
export interface Tabulation {
  readonly column: Column;
  /** To be summed for the rows before. */
  readonly bags: readonly BagTable[];
  readonly ops: readonly Op[];
  readonly tileRows: number;
}

export interface PredictSettings {
  readonly graph: Graph;
  readonly tables: Tables;
  readonly arena: Arena;
  readonly zeros: Address;
  readonly counting: Address;
}

interface ColumnContext extends PredictSettings {
  readonly widths: ReadonlyMap<string, number>;
  /** Where the results of the columns' graphs are put, by node. */
  readonly results: ReadonlyMap<string, EmbeddingTable>;
  readonly seed: number;
}

export function compilePrediction(settings: PredictSettings): Prediction {
  const { graph, parts } = splitDense(withoutDropout(settings.graph));
  const cut = cutByColumn(graph);
  const tables = withParts(settings.tables, parts);
  const results = new Map(cut.results.map((node) => [node.name, resultTable(node, settings.arena)]));
  const context = { ...settings, tables, results, widths: widthsOf(graph), seed: 0 };
  const tileRows = tileRowsFor(cut.pairs, context.widths, 1);
  const embeddings = new Map([...tables.embeddings, ...results]);
  const forward = compileForward({ ...context, graph: cut.pairs, tables: { ...tables, embeddings }, tileRows });
  return {
    columns: cut.columns.map((each) => tabulation(each, context)),
    ops: forward.ops,
    tileRows,
    output: forward.outputs.get(graph.nodes.at(-1)?.name as string) as Matrix,
  };
}

/** Each part of a kernel is a kernel of its own, which stands within the whole one. */
function withParts(tables: Tables, parts: ReadonlyMap<string, KernelPart>): Tables {
  const dense = new Map(tables.dense);
  for (const [name, { of, row }] of parts) {
    const kernel = tables.dense.get(`${of}/kernel`) as DenseTable;
    const bias = tables.dense.get(`${of}/bias`);
    dense.set(`${name}/kernel`, kernelFrom(kernel, row));
    if (bias && row === 0) dense.set(`${name}/bias`, bias);
  }
  return { ...tables, dense };
}

function tabulation({ column, nodes, results }: ColumnGraph, context: ColumnContext): Tabulation {
  const graph = { nodes };
  const tileRows = tileRowsFor(graph, context.widths, 1);
  const kept = new Set(results.map(({ name }) => name));
  const { ops, outputs } = compileForward({ ...context, graph, kept, tileRows });
  const bags = nodes.flatMap(({ name }) => context.tables.bags.get(name) ?? []);
  return { column, bags, tileRows, ops: [...ops, ...results.map((result) => placeOp(result, outputs, context))] };
}

function placeOp({ name, of, width }: EmbeddingNode, outputs: ReadonlyMap<string, Matrix>, { results }: ColumnContext): Op {
  const from = outputs.get(name) as Matrix;
  const to = results.get(name) as EmbeddingTable;
  return (k, tile) => k.placeRows(to.address, to.stride, tile[of], tile.rows, width, from.base, from.stride);
}
