import { formatNumber } from '../../../core/settings/format.ts';
import { allNodes, type Column, type Graph, inputsOf, type ListNode, widthsOf } from '../../../models/graph.ts';
import { plainName } from '../../../models/plain-name.ts';
import { formatCount } from '../../../ui/format.ts';
import { layersOf } from '../layers.ts';

/**
 * One box of the drawn network: what is looked up by (`input`), a table of rows (`table`), or arithmetic (`layer`). What only
 * reshapes the output of one layer (an activation, dropout, a rescaling) stands in that layer's box.
 */
export interface Box {
  readonly id: string;
  readonly kind: 'input' | 'table' | 'layer';
  /** Which of the model's answers it is; null for all that leads there. */
  readonly answer: 'prediction' | 'list' | null;
  readonly title: string;
  /** What it does, a line for each of its nodes. */
  readonly details: readonly string[];
  /** Of the output, the batch left open. */
  readonly shape: string;
  readonly parameters: number;
  /** In the order of the graph; none for an input. */
  readonly nodes: readonly ListNode[];
  /** The boxes that it reads. */
  readonly inputs: readonly string[];
}

/** The boxes of a graph, each after those that it reads; the last one is the prediction, or of two heads the list's score. */
export function boxesOf(graph: Graph): readonly Box[] {
  const groups = groupNodes(graph);
  const widths = widthsOf(graph);
  const parameters = new Map(layersOf(graph).map((layer) => [layer.name, layer.parameters]));
  const boxOfNode = new Map(groups.flatMap((nodes) => nodes.map(({ name }) => [name, headOf(nodes).name] as const)));
  const layers = groups.map((nodes): Box => {
    const head = headOf(nodes);
    const column = columnOf(head);
    return {
      id: head.name,
      kind: column === null ? 'layer' : 'table',
      answer: answerOf(nodes, graph),
      title: plainName(head.name),
      details: nodes.map((node) => detailOf(node, widths)),
      shape: `(batch, ${widths.get((nodes.at(-1) as ListNode).name)})`,
      parameters: nodes.reduce((sum, { name }) => sum + (parameters.get(name) ?? 0), 0),
      nodes,
      inputs: column === null ? inputsOf(head).map((name) => boxOfNode.get(name) as string) : [inputId(column)],
    };
  });
  const columns = new Set(
    allNodes(graph)
      .map(columnOf)
      .filter((column) => column !== null),
  );
  return [...[...columns].map(inputBox), ...layers];
}

function answerOf(group: readonly ListNode[], { nodes, list }: Graph): Box['answer'] {
  if (group.includes(nodes.at(-1) as ListNode)) return 'prediction';
  return list && group.includes(list.at(-1) as ListNode) ? 'list' : null;
}

const headOf = (nodes: readonly ListNode[]): ListNode => nodes[0] as ListNode;

const inputId = (column: Column): string => `input ${column}`;

const INPUTS: Readonly<Record<Column, string>> = {
  user: 'User ID',
  movie: 'Movie ID',
  period: 'Rating period',
  userPeriod: 'User’s period',
};

function inputBox(column: Column): Box {
  const base = { answer: null, details: [], shape: '(batch)', parameters: 0, nodes: [], inputs: [] };
  return { ...base, id: inputId(column), kind: 'input', title: INPUTS[column] };
}

/** The column of the examples that a node looks rows up by; null for arithmetic. */
function columnOf(node: ListNode): Column | null {
  return node.kind === 'embedding' || node.kind === 'bag' ? node.of : null;
}

/** A node that has one input which nobody else reads joins that node's group, unless it has a matrix of its own. */
function groupNodes(graph: Graph): readonly (readonly ListNode[])[] {
  const nodes = allNodes(graph);
  const reads = new Map<string, number>();
  for (const name of nodes.flatMap(inputsOf)) reads.set(name, (reads.get(name) ?? 0) + 1);
  const groups = new Map<string, ListNode[]>();
  for (const node of nodes) {
    const [input, ...others] = inputsOf(node);
    const joins =
      input !== undefined && others.length === 0 && node.kind !== 'dense' && node.kind !== 'gain' && reads.get(input) === 1;
    const group = (joins && groups.get(input)) || [];
    group.push(node);
    groups.set(node.name, group);
  }
  return [...new Set(groups.values())];
}

function detailOf(node: ListNode, widths: ReadonlyMap<string, number>): string {
  switch (node.kind) {
    case 'embedding':
      return `Table ${formatCount(node.rows)} × ${node.width}`;
    case 'bag':
      return `Rows of ${formatCount(node.rows)} × ${node.width}`;
    case 'dot':
      return 'Dot product';
    case 'concat':
      return 'Concatenate';
    case 'dense':
      return `Dense ${widths.get(node.input)} × ${node.width}${node.useBias ? ' + bias' : ''}`;
    case 'activation':
      return node.activation === 'relu' ? 'ReLU' : 'Sigmoid';
    case 'dropout':
      return `Dropout ${Math.round(node.rate * 100)} %`;
    case 'add':
      return 'Add';
    case 'gain':
      return `× ${widths.get(node.name)} gains`;
    case 'scale':
      return rescaling(node.factor, node.offset);
  }
}

function rescaling(factor: number, offset: number): string {
  const sign = offset < 0 ? '−' : '+';
  return `${factor === 1 ? '' : `× ${formatNumber(factor)} `}${sign} ${formatNumber(Math.abs(offset))}, fixed`;
}
