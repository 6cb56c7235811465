import { formatNumber } from '../../../core/settings/format.ts';
import { type Graph, inputsOf, type ListNode, widthsOf } from '../../../models/graph.ts';
import { plainName } from '../../../models/plain-name.ts';
import type { Box } from './boxes.ts';

/** What a box computes, as TeX, with the sizes as they stand; null for an input. */
export function formulaOf(box: Box, graph: Graph): string | null {
  const [head, ...followers] = box.nodes;
  if (head === undefined) return null;
  const widths = widthsOf(graph);
  const value = followers.reduce((inner, node) => follow(node, inner), express(head, widths));
  const sizes = sizesOf(head, widths);
  return `${text(head.name)} = ${value}${sizes && `, \\quad ${sizes}`}`;
}

function express(node: ListNode, widths: ReadonlyMap<string, number>): string {
  const inputs = inputsOf(node).map(text);
  switch (node.kind) {
    case 'embedding':
      return `E_{\\text{${node.of}}}`;
    case 'dot':
      return `\\sum_{d=1}^{${widths.get(node.inputs[0])}} ${inputs.map((name) => `${name}_d`).join(' \\cdot ')}`;
    case 'concat':
      return `\\left[\\, ${inputs.join(' ;\\; ')} \\,\\right]`;
    case 'dense':
      return `W^\\top ${inputs[0]}${node.useBias ? ' + c' : ''}`;
    case 'add':
      return inputs.join(' + ');
    case 'gain':
      return `a \\odot ${inputs[0]}`;
    default:
      return follow(node, inputs[0] as string);
  }
}

/** What is done to the output of the node before. */
function follow(node: ListNode, inner: string): string {
  switch (node.kind) {
    case 'activation':
      return `${node.activation === 'relu' ? '\\operatorname{ReLU}' : '\\sigma'}\\!\\left(${inner}\\right)`;
    case 'dropout':
      return `\\operatorname{dropout}_{${formatNumber(node.rate)}}\\!\\left(${inner}\\right)`;
    case 'scale': {
      const scaled = node.factor === 1 ? inner : `${formatNumber(node.factor)} \\left(${inner}\\right)`;
      return `${scaled} ${node.offset < 0 ? '-' : '+'} ${formatNumber(Math.abs(node.offset))}`;
    }
    default:
      return inner;
  }
}

/** The shape of what is trained; nothing where nothing is. */
function sizesOf(node: ListNode, widths: ReadonlyMap<string, number>): string {
  if (node.kind === 'embedding') return `E \\in \\mathbb{R}^{${node.rows} \\times ${node.width}}`;
  if (node.kind === 'dense') return `W \\in \\mathbb{R}^{${widths.get(node.input)} \\times ${node.width}}`;
  if (node.kind === 'gain') return `a \\in \\mathbb{R}^{${widths.get(node.name)}}`;
  return '';
}

const text = (name: string): string => `\\text{${plainName(name).toLowerCase()}}`;
