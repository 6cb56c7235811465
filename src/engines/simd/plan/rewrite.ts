import { type Column, type Graph, inputsOf, type Node } from '../../../models/graph.ts';

/** The same node, reading from other nodes. */
function renameInputs(node: Node, rename: (name: string) => string): Node {
  switch (node.kind) {
    case 'embedding':
    case 'bag':
      return node;
    case 'dot':
      return { ...node, inputs: [rename(node.inputs[0]), rename(node.inputs[1])] };
    case 'concat':
    case 'add':
      return { ...node, inputs: node.inputs.map(rename) };
    default:
      return { ...node, input: rename(node.input) };
  }
}

/** Those of the nodes that some of the named ones depend on, themselves included. */
export function nodesFor(names: Iterable<string>, nodes: readonly Node[]): readonly Node[] {
  const wanted = new Set(names);
  const found = nodes.toReversed().filter((node) => {
    if (!wanted.has(node.name)) return false;
    for (const name of inputsOf(node)) wanted.add(name);
    return true;
  });
  return found.reverse();
}

/** The one column that each node depends on, by name; null where it depends on several. */
export function soleColumns({ nodes }: Graph): ReadonlyMap<string, Column | null> {
  const columns = new Map<string, Column | null>();
  for (const node of nodes) {
    if (node.kind === 'embedding' || node.kind === 'bag') {
      columns.set(node.name, node.of);
      continue;
    }
    const found = new Set(inputsOf(node).map((name) => columns.get(name) as Column | null));
    const [only] = found;
    columns.set(node.name, found.size === 1 && only ? only : null);
  }
  return columns;
}

/** As it predicts: without dropout, and without what the prediction does not depend on. */
export function withoutDropout({ nodes }: Graph): Graph {
  const inputs = new Map<string, string>();
  const through = (name: string): string => inputs.get(name) ?? name;
  const kept: Node[] = [];
  for (const node of nodes) {
    if (node.kind === 'dropout') inputs.set(node.name, through(node.input));
    else kept.push(renameInputs(node, through));
  }
  return { nodes: nodesFor([through(nodes.at(-1)?.name as string)], kept) };
}
