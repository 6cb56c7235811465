import { type BagNode, type DotNode, type EmbeddingNode, type Graph, inputsOf, type Node } from '../../../models/graph.ts';

/** Who reads whom in a graph, and what follows from it for where values are kept. */
export interface Wiring {
  node(name: string): Node;
  /** The one node that reads this one, and reads it once; undefined where there are none or several. */
  soleReader(name: string): Node | undefined;
  /** The embeddings of a dot product that is taken straight from the tables; null where it needs rows of their own. */
  tablePair(node: DotNode): readonly [EmbeddingNode, EmbeddingNode] | null;
  /** Whether nothing reads this embedding or bag but a kernel that reads its rows where they are. */
  isReadFromTable(node: EmbeddingNode | BagNode): boolean;
  /** Whether a node's reader may put its own output in the place of this node's. */
  isOverwritable(name: string): boolean;
}

/** `kept`: nodes whose outputs are also read from outside the graph. */
export function wire(graph: Graph, kept: ReadonlySet<string> = new Set()): Wiring {
  const nodes = new Map(graph.nodes.map((node) => [node.name, node]));
  const readers = new Map<string, Node[]>(graph.nodes.map(({ name }) => [name, []]));
  for (const reader of graph.nodes) for (const name of inputsOf(reader)) readers.get(name)?.push(reader);

  const node = (name: string): Node => nodes.get(name) as Node;
  const soleReader = (name: string): Node | undefined => {
    const [only, ...others] = readers.get(name) as Node[];
    return others.length === 0 ? only : undefined;
  };
  const tablePair = ({ inputs }: DotNode): readonly [EmbeddingNode, EmbeddingNode] | null => {
    const [left, right] = [node(inputs[0]), node(inputs[1])];
    const alone = inputs.every((name) => soleReader(name) !== undefined);
    return left.kind === 'embedding' && right.kind === 'embedding' && alone ? [left, right] : null;
  };
  return {
    node,
    soleReader,
    tablePair,
    isReadFromTable({ name }) {
      const reader = soleReader(name);
      return (reader?.kind === 'dot' && tablePair(reader) !== null) || reader?.kind === 'add';
    },
    // The slope of an activation is taken from its output.
    isOverwritable: (name) => soleReader(name) !== undefined && node(name).kind !== 'activation' && !kept.has(name),
  };
}
