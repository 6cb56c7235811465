import type { Lists } from '../core/lists.ts';
import { type DenseNode, type EmbeddingNode, type Graph, type Node, type Weights, widthsOf } from './graph.ts';

/** The output of a node for every user or every movie, (rows, width) row-major. */
export interface NodeRows {
  readonly values: Float32Array;
  readonly rows: number;
  readonly width: number;
}

/** Which nodes stand for a user and a movie where the two first meet: in the dot product where there is one, else before the dense layers. */
export function meetingNodes({ nodes }: Graph): { readonly user: string; readonly movie: string } | null {
  const meeting = nodes.find(({ kind }) => kind === 'dot') ?? nodes.find(({ kind }) => kind === 'concat');
  if (meeting?.kind !== 'dot' && meeting?.kind !== 'concat') return null;
  const [user, movie] = meeting.inputs as [string, string];
  return { user, movie };
}

/** What a node of embeddings, their sums and maps without a bias gives for each row. Throws a RangeError for a node that reads anything else. */
export function rowsOfNode(graph: Graph, weights: Weights, lists: Lists, name: string): NodeRows {
  const node = graph.nodes.find((candidate) => candidate.name === name);
  const read = (input: string): NodeRows => rowsOfNode(graph, weights, lists, input);
  switch (node?.kind) {
    case 'embedding':
      return embeddingRows(node, weights);
    case 'bag':
      return bagRows(node, weights, lists);
    case 'add':
      return node.inputs.map(read).reduce(sumOf);
    case 'dense':
      return denseRows(node, read(node.input), weights, widthsOf(graph).get(node.input) as number);
    default:
      throw new RangeError(`"${name}" is not an embedding`);
  }
}

const embeddingRows = ({ name, rows, width }: EmbeddingNode, weights: Weights): NodeRows => ({
  values: weights[`${name}/embeddings`] as Float32Array,
  rows,
  width,
});

function bagRows({ name, list, width }: Extract<Node, { kind: 'bag' }>, weights: Weights, lists: Lists): NodeRows {
  const table = weights[`${name}/embeddings`] as Float32Array;
  const { offsets, rows } = lists[list] as NonNullable<Lists[typeof list]>;
  const entries = offsets.length - 1;
  const values = new Float32Array(entries * width);
  for (let entry = 0; entry < entries; entry++) {
    const [from, to] = [offsets[entry] as number, offsets[entry + 1] as number];
    const scale = 1 / Math.sqrt(Math.max(1, to - from));
    for (let at = from; at < to; at++) {
      const row = (rows[at] as number) * width;
      for (let i = 0; i < width; i++) {
        const place = entry * width + i;
        values[place] = (values[place] as number) + scale * (table[row + i] as number);
      }
    }
  }
  return { values, rows: entries, width };
}

function sumOf(a: NodeRows, b: NodeRows): NodeRows {
  return { ...a, values: a.values.map((value, at) => value + (b.values[at] as number)) };
}

function denseRows({ name, width, useBias }: DenseNode, input: NodeRows, weights: Weights, inner: number): NodeRows {
  if (useBias) throw new RangeError(`"${name}" is not an embedding`);
  const kernel = weights[`${name}/kernel`] as Float32Array;
  const values = new Float32Array(input.rows * width);
  for (let row = 0; row < input.rows; row++) {
    for (let k = 0; k < inner; k++) {
      const x = input.values[row * inner + k] as number;
      for (let i = 0; i < width; i++) {
        const place = row * width + i;
        values[place] = (values[place] as number) + x * (kernel[k * width + i] as number);
      }
    }
  }
  return { values, rows: input.rows, width };
}
