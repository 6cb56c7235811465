import type { ListName } from '../core/lists.ts';

/**
 * A model is a small graph of standard layers, written as data. Engines compile it; the diagram, the formula and the code
 * view read it. Every node yields a matrix (batch, width); nodes are listed so that each comes after its inputs, and the
 * last node is the prediction, of width 1, in target units (see `Target`).
 */
export interface Graph {
  readonly nodes: readonly Node[];
  /**
   * A second head, which ranks: nodes that read those above, by their own kind or a gain. The last one is the score of a movie with a user, of
   * width 1. No prediction depends on it.
   */
  readonly list?: readonly ListNode[];
}

export type Entity = 'user' | 'movie';

/** What a rating is looked up by: whose it is, of which movie, and when it was given (see `Periods` in core/periods.ts). */
export type Column = Entity | 'period' | 'userPeriod';

export type ActivationName = 'relu' | 'sigmoid';

/** How a parameter table starts: normal with a standard deviation, uniform in ± limit (Glorot), one value everywhere, or zeros. */
export type Initializer =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'normal'; readonly deviation: number }
  | { readonly kind: 'glorot-uniform' }
  | { readonly kind: 'zeros' };

/** Row `index` of a table: (batch) → (batch, width). Parameter `<name>/embeddings` (rows, width). */
export interface EmbeddingNode {
  readonly kind: 'embedding';
  readonly name: string;
  readonly of: Column;
  readonly rows: number;
  readonly width: number;
  readonly initializer: Initializer;
  /** λ: adds λ · mean over the batch of the squared norm of the gathered rows to the loss. */
  readonly l2: number;
}

/**
 * The rows that the user's or the movie's list names, added up and divided by the square root of their number; zeros for an
 * empty list: (batch) → (batch, width). Parameter `<name>/embeddings` (rows, width).
 */
export interface BagNode {
  readonly kind: 'bag';
  readonly name: string;
  readonly of: Entity;
  readonly list: ListName;
  readonly rows: number;
  readonly width: number;
  readonly initializer: Initializer;
  /** λ: adds λ · mean over the batch of the sum of the squared norms of the list's rows to the loss. */
  readonly l2: number;
}

/** Row-wise inner product of two inputs of equal width: → (batch, 1). No parameters. */
export interface DotNode {
  readonly kind: 'dot';
  readonly name: string;
  readonly inputs: readonly [string, string];
  /** κ: adds κ · the mean of its square over all pairs of a user and a movie to the loss (core/gravity.ts). Of two embeddings alone. */
  readonly gravity?: number;
}

/** Columns side by side: → (batch, sum of widths). No parameters. */
export interface ConcatNode {
  readonly kind: 'concat';
  readonly name: string;
  readonly inputs: readonly string[];
}

/** x · kernel + bias. Parameters `<name>/kernel` (input width, width) and, with `useBias`, `<name>/bias` (width). */
export interface DenseNode {
  readonly kind: 'dense';
  readonly name: string;
  readonly input: string;
  readonly width: number;
  readonly useBias: boolean;
  readonly initializer: Initializer;
}

/** Elementwise max(0, x) or 1 / (1 + e^-x). No parameters. */
export interface ActivationNode {
  readonly kind: 'activation';
  readonly name: string;
  readonly input: string;
  readonly activation: ActivationName;
}

/** While training, zeroes a share of the units and scales the rest by 1 / (1 - rate). No parameters. */
export interface DropoutNode {
  readonly kind: 'dropout';
  readonly name: string;
  readonly input: string;
  readonly rate: number;
}

/** Elementwise sum of inputs of equal width. No parameters. */
export interface AddNode {
  readonly kind: 'add';
  readonly name: string;
  readonly inputs: readonly string[];
}

/** factor · x + offset, with two constants that are not trained. No parameters. */
export interface ScaleNode {
  readonly kind: 'scale';
  readonly name: string;
  readonly input: string;
  readonly factor: number;
  readonly offset: number;
}

export type Node =
  | EmbeddingNode
  | BagNode
  | DotNode
  | ConcatNode
  | DenseNode
  | ActivationNode
  | DropoutNode
  | AddNode
  | ScaleNode;

/** Each column times a trained number of its own. Parameter `<name>/gain` (1, width). */
export interface GainNode {
  readonly kind: 'gain';
  readonly name: string;
  readonly input: string;
  readonly initializer: Initializer;
}

export type ListNode = Node | GainNode;

/** A named table of trained numbers, row-major; a vector has one row. */
export interface ParameterSpec {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly initializer: Initializer;
}

/** Trained numbers by parameter name, each row-major (rows × columns). */
export type Weights = Readonly<Record<string, Float32Array>>;

/** The names of the nodes that a node reads. */
export function inputsOf(node: ListNode): readonly string[] {
  switch (node.kind) {
    case 'embedding':
    case 'bag':
      return [];
    case 'dot':
    case 'concat':
    case 'add':
      return node.inputs;
    default:
      return [node.input];
  }
}

/** The nodes of both heads. */
export const allNodes = ({ nodes, list = [] }: Graph): readonly ListNode[] => [...nodes, ...list];

/** The width of every node's output, by node name. Throws a RangeError where the graph does not fit together. */
export function widthsOf(graph: Graph): ReadonlyMap<string, number> {
  const widths = new Map<string, number>();
  for (const node of allNodes(graph)) {
    if (widths.has(node.name)) throw new RangeError(`Two nodes are named "${node.name}"`);
    const inputs = inputsOf(node).map((name) => {
      const width = widths.get(name);
      if (width === undefined) throw new RangeError(`"${node.name}" reads "${name}" before it exists`);
      return width;
    });
    widths.set(node.name, outputWidth(node, inputs));
  }
  const lasts = [graph.nodes.at(-1), ...(graph.list ? [graph.list.at(-1)] : [])];
  if (lasts.some((last) => !last || widths.get(last.name) !== 1)) throw new RangeError('The last node must have width 1');
  return widths;
}

function outputWidth(node: ListNode, inputs: readonly number[]): number {
  switch (node.kind) {
    case 'embedding':
    case 'bag':
    case 'dense':
      if (!(node.width >= 1)) throw new RangeError(`"${node.name}" has no columns`);
      return node.width;
    case 'concat':
      if (inputs.length === 0) throw new RangeError(`"${node.name}" has no inputs`);
      return inputs.reduce((sum, width) => sum + width, 0);
    case 'dot':
      requireEqual(node, inputs);
      return 1;
    case 'add':
      requireEqual(node, inputs);
      return inputs[0] as number;
    default:
      return inputs[0] as number;
  }
}

function requireEqual(node: ListNode, inputs: readonly number[]): void {
  if (inputs.length < 2 || inputs.some((width) => width !== inputs[0])) {
    throw new RangeError(`"${node.name}" needs two or more inputs of equal width, not ${inputs.join(', ')}`);
  }
}

/** Every trained table of a graph, in node order. */
export function parametersOf(graph: Graph): readonly ParameterSpec[] {
  const widths = widthsOf(graph);
  return allNodes(graph).flatMap((node): ParameterSpec[] => {
    if (node.kind === 'gain') {
      const columns = widths.get(node.input) as number;
      return [{ name: `${node.name}/gain`, rows: 1, columns, initializer: node.initializer }];
    }
    if (node.kind === 'embedding' || node.kind === 'bag') {
      const { rows, width, initializer } = node;
      return [{ name: `${node.name}/embeddings`, rows, columns: width, initializer }];
    }
    if (node.kind !== 'dense') return [];
    const { width, initializer } = node;
    const kernel = { name: `${node.name}/kernel`, rows: widths.get(node.input) as number, columns: width, initializer };
    const bias = { name: `${node.name}/bias`, rows: 1, columns: width, initializer: { kind: 'zeros' } as const };
    return node.useBias ? [kernel, bias] : [kernel];
  });
}

/** The columns that a graph looks up: users and movies always. */
export function columnsOf(graph: Graph): readonly Column[] {
  const used = new Set<Column>(['user', 'movie', ...graph.nodes.flatMap((node) => (node.kind === 'embedding' ? [node.of] : []))]);
  return (['user', 'movie', 'period', 'userPeriod'] as const).filter((column) => used.has(column));
}

/** How many rows the tallest embedding has that is looked up by a column; 0 where there is none. */
export function tableHeight({ nodes }: Graph, column: Column): number {
  return Math.max(0, ...nodes.map((node) => (node.kind === 'embedding' && node.of === column ? node.rows : 0)));
}

/** How many numbers are trained. */
export function parameterCount(graph: Graph): number {
  return parametersOf(graph).reduce((sum, { rows, columns }) => sum + rows * columns, 0);
}
