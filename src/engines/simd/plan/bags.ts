import type { Address, Kernels } from '../kernels.ts';
import type { BagTable } from '../memory/tables.ts';
import type { BagGradient } from './backward-context.ts';
import type { ColumnPlan } from './plan.ts';

/** Puts the bags of these users or movies where the forward pass finds them. */
export function sumBags(k: Kernels, { table, span, offsets, lists, sums }: BagTable, entries: Address, count: number): void {
  k.sumBags(table.weights, table.stride, span, offsets, lists, entries, count, sums);
}

/** Leaves the gradient of a bag's table from the users or movies that this share owns, in the share's own slice. `weight`: what the ratings count beside a list. */
export function scatterBags(
  k: Kernels,
  { bag, errors }: BagGradient,
  own: Omit<ColumnPlan, 'slots'>,
  slots: number,
  batch: number,
  weight: number,
): void {
  const { node, table, span, offsets, lists, counts, scratch } = bag;
  const gradients = table.gradients.own;
  k.clear(gradients, node.rows * table.stride);
  k.scatterBags(
    gradients,
    table.stride,
    span,
    node.width,
    offsets,
    lists,
    own.rows,
    own.ends,
    own.positions,
    slots,
    batch,
    errors.base,
    errors.stride,
    counts,
    scratch,
  );
  k.decayBags(gradients, table.weights, table.stride, span, node.rows, counts, (weight * 2 * node.l2) / batch);
}
