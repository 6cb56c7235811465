import type { DenseNode } from '../../../models/graph.ts';
import { blockColumns, blockRows, type Matrix, rowBytes, rowsAt } from '../memory/matrix.ts';
import type { DenseTable } from '../memory/tables.ts';
import { type BackwardContext, type Errors, give } from './backward-context.ts';
import type { Op } from './tile.ts';

/** The gradients of a dense layer's kernel and bias, and the errors of its input. */
export function denseBackward(node: DenseNode, errors: Errors, context: BackwardContext): void {
  const x = context.forward.outputs.get(node.input) as Matrix;
  const kernel = context.tables.dense.get(`${node.name}/kernel`) as DenseTable;
  const bias = context.tables.dense.get(`${node.name}/bias`);
  context.ops.push(node.width === 1 ? rowGradient(x, errors, kernel, context) : kernelGradient(x, errors, kernel, context));
  if (bias) context.ops.push(biasGradient(errors, bias, context));
  give(node.input, context, (to) => inputErrors(to, errors, kernel, node.width, context));
}

/** Xᵀ E. */
function kernelGradient(x: Matrix, errors: Errors, { gradients, stride }: DenseTable, { zeros }: BackwardContext): Op {
  const g = gradients.own;
  const [m, n] = [blockRows(x.width), blockColumns(errors.width)];
  return (k, { first, rows, fresh }) => {
    const e = rowsAt(errors, first);
    k.gemm(x.base, 4, x.stride, e, errors.stride, fresh ? zeros : g, fresh ? 0 : stride, g, stride, m, n, rows);
  };
}

/** The same where there is one column of errors: the gradient is kept as a row. */
function rowGradient(x: Matrix, errors: Errors, { gradients }: DenseTable, { zeros }: BackwardContext): Op {
  const g = gradients.own;
  return (k, { first, rows, fresh }) =>
    k.weightedSum(g, fresh ? zeros : g, x.base, x.stride, rowsAt(errors, first), rows, rowBytes(x.width));
}

/** The sum of the rows of E. */
function biasGradient(errors: Errors, { gradients }: DenseTable, { zeros, ones }: BackwardContext): Op {
  const g = gradients.own;
  return (k, { first, rows, fresh }) => {
    const e = rowsAt(errors, first);
    const start = fresh ? zeros : g;
    if (errors.width === 1) k.weightedSum(g, start, ones, 0, e, rows, 16);
    else k.weightedSum(g, start, e, errors.stride, ones, rows, rowBytes(errors.width));
  };
}

/** E Wᵀ. */
function inputErrors(to: Errors, errors: Errors, kernel: DenseTable, width: number, context: BackwardContext): Op {
  const { arena, zeros, transposed } = context;
  if (to.width === 1) {
    return (k, { first, rows }) =>
      k.dotRows(rowsAt(errors, first), errors.stride, kernel.weights, 0, rows, width, rowsAt(to, first));
  }
  if (width === 1) {
    return (k, { first, rows }) =>
      k.scaleRows(rowsAt(to, first), to.stride, kernel.weights, 0, rowsAt(errors, first), rows, rowBytes(to.width));
  }
  const flipped = { kernel, address: arena.shared(width * to.stride), stride: to.stride };
  transposed.push(flipped);
  return (k, { first, rows }) =>
    k.gemm(
      rowsAt(errors, first),
      errors.stride,
      4,
      flipped.address,
      flipped.stride,
      zeros,
      0,
      rowsAt(to, first),
      to.stride,
      blockRows(rows),
      blockColumns(to.width),
      width,
    );
}
