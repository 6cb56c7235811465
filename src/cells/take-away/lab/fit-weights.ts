import { allFinite } from '../../../core/all-finite.ts';
import { USER_PERIODS } from '../../../core/periods.ts';
import type { ReadArray } from '../../../data/safetensors.ts';
import { CUT_OFF, unreadableWeights } from '../../../data/unreadable-weights.ts';
import { allNodes, type Graph, type ListNode, type ParameterSpec, parametersOf, type Weights } from '../../../models/graph.ts';
import type { Fields, WeightsFile } from './read-weights.ts';

/** Which row of the loaded data each row of a file is, by whose rows they are. */
export interface FileRows {
  readonly users: Int32Array;
  readonly movies: Int32Array;
}

/**
 * The graph of the loaded data with the constants of a file. Throws a LabError `weights-unreadable` where the file describes other layers
 * than its own settings give.
 */
export function graphOfFile(expected: Graph, nodes: WeightsFile['nodes']): Graph {
  const all = allNodes(expected);
  if (all.length !== nodes.length || all.some((node, at) => layerOf(node) !== layerOf(nodes[at] as Fields))) {
    throw unreadableWeights('describes a model that its settings do not give');
  }
  const adopted = all.map((node, at) => {
    if (node.kind !== 'scale') return node;
    const { factor, offset } = nodes[at] as Fields;
    if (!Number.isFinite(factor) || !Number.isFinite(offset)) throw unreadableWeights(CUT_OFF);
    return { ...node, factor, offset } as ListNode;
  });
  const count = expected.nodes.length;
  return { nodes: adopted.slice(0, count), ...(expected.list && { list: adopted.slice(count) }) } as Graph;
}

/** What must be the same in both: all but sizes, how numbers start, and constants. */
function layerOf(node: Fields | ListNode): string {
  const { kind, name, of, list, width, inputs, input, activation, useBias } = node as Fields;
  return JSON.stringify([kind, name, of, list, width, inputs, input, activation, useBias]);
}

/** The tables of a file, row by row where the loaded data has them; zeros for rows that the file does not have. */
export function weightsOfFile(graph: Graph, arrays: WeightsFile['arrays'], rows: FileRows): Weights {
  const nodes = new Map(allNodes(graph).map((node) => [node.name, node]));
  const names = new Set(['user_ids', 'movie_ids']);
  const tables = parametersOf(graph).map((table) => {
    names.add(table.name);
    const node = nodes.get(table.name.split('/')[0] as string) as ListNode;
    return [table.name, tableOf(table, arrays.get(table.name), rowsOf(node, rows))] as const;
  });
  const more = [...arrays.keys()].find((name) => !names.has(name));
  if (more !== undefined) throw unreadableWeights(`has an array “${more.slice(0, 60)}” that its model has no place for`);
  return Object.fromEntries(tables);
}

/** Null where rows have no ids: then each is itself. */
function rowsOf(node: ListNode, { users, movies }: FileRows): Int32Array | null {
  if (node.kind === 'bag') return node.list === 'rated' ? movies : node.list === 'raters' ? users : null;
  if (node.kind !== 'embedding' || node.of === 'period') return null;
  if (node.of !== 'userPeriod') return node.of === 'user' ? users : movies;
  return Int32Array.from({ length: users.length * USER_PERIODS }, (_, at) => {
    const user = users[Math.floor(at / USER_PERIODS)] as number;
    return user < 0 ? -1 : user * USER_PERIODS + (at % USER_PERIODS);
  });
}

function tableOf({ name, rows, columns }: ParameterSpec, array: ReadArray | undefined, places: Int32Array | null): Float32Array {
  if (!(array?.values instanceof Float32Array)) throw unreadableWeights(`has no table “${name}”`);
  const wanted = places?.length ?? rows;
  if (array.shape.length !== 2 || array.shape[0] !== wanted || array.shape[1] !== columns) {
    throw unreadableWeights(`has a table “${name}” of ${array.shape.join(' × ')}, where ${wanted} × ${columns} was expected`);
  }
  const { values } = array;
  if (!allFinite(values)) throw unreadableWeights(`has numbers in “${name}” that are infinite or no numbers`);
  if (places === null) return values;
  const table = new Float32Array(rows * columns);
  for (let at = 0; at < places.length; at++) {
    const row = places[at] as number;
    if (row >= 0) table.set(values.subarray(at * columns, (at + 1) * columns), row * columns);
  }
  return table;
}
