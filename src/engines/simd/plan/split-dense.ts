import type { Column, ConcatNode, DenseNode, Graph, Node } from '../../../models/graph.ts';
import { widthsOf } from '../../../models/graph.ts';
import { soleColumns } from './rewrite.ts';

/** The rows of a dense layer's kernel from `row` on, as many as the part's input is wide. */
export interface KernelPart {
  /** The dense layer. */
  readonly of: string;
  readonly row: number;
}

export interface SplitGraph {
  readonly graph: Graph;
  /** By the name of the dense node that has it for a kernel. The first part of a layer has its bias as well. */
  readonly parts: ReadonlyMap<string, KernelPart>;
}

/** Inputs of a concat that stand side by side and depend on the same column, or on several. */
interface Run {
  readonly column: Column | null;
  readonly inputs: string[];
  readonly row: number;
}

/** [x | y] · W = x · W₁ + y · W₂: so what depends on x alone can be worked out apart from what depends on y. */
export function splitDense(graph: Graph): SplitGraph {
  const nodes = new Map(graph.nodes.map((node) => [node.name, node]));
  const columns = soleColumns(graph);
  const widths = widthsOf(graph);
  const parts = new Map<string, KernelPart>();
  const split = graph.nodes.flatMap((node): readonly Node[] => {
    const input = node.kind === 'dense' ? nodes.get(node.input) : undefined;
    if (node.kind !== 'dense' || input?.kind !== 'concat') return [node];
    const runs = runsOf(input, columns, widths);
    if (runs.length < 2) return [node];
    runs.forEach(({ row }, index) => {
      parts.set(partName(node, index), { of: node.name, row });
    });
    const names = runs.map((_, index) => partName(node, index));
    return [...runs.flatMap((run, index) => partNodes(node, run, index)), { kind: 'add', name: node.name, inputs: names }];
  });
  return { graph: { nodes: split }, parts };
}

const partName = ({ name }: DenseNode, index: number): string => `${name}/${index}`;

function runsOf(
  { inputs }: ConcatNode,
  columns: ReadonlyMap<string, Column | null>,
  widths: ReadonlyMap<string, number>,
): readonly Run[] {
  const runs: Run[] = [];
  let row = 0;
  for (const name of inputs) {
    const column = columns.get(name) as Column | null;
    const last = runs.at(-1);
    if (last?.column === column) last.inputs.push(name);
    else runs.push({ column, inputs: [name], row });
    row += widths.get(name) as number;
  }
  return runs;
}

function partNodes(node: DenseNode, { inputs }: Run, index: number): readonly Node[] {
  const name = partName(node, index);
  const part = { ...node, name, useBias: node.useBias && index === 0 };
  const [only, ...others] = inputs as [string, ...string[]];
  if (others.length === 0) return [{ ...part, input: only }];
  return [
    { kind: 'concat', name: `${name}/input`, inputs },
    { ...part, input: `${name}/input` },
  ];
}
