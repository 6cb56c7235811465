import type { Machine } from '../machine.ts';
import { floatsAt } from '../memory/heap.ts';
import type { GibbsPlan, GibbsSide } from './layout.ts';

/**
 * Copies the rows that were drawn last to where they are worked on, or the weights where there are none (`fromWeights`). So the tables
 * hold all that the next sweep depends on.
 */
export function loadRows({ kernels, heap }: Pick<Machine, 'kernels' | 'heap'>, gibbs: GibbsPlan, fromWeights: boolean): void {
  if (fromWeights) floatsAt(heap, gibbs.scalars, 2).fill(1);
  for (const side of Object.values(gibbs.sides)) {
    loadTotals(side);
    loadBag(side);
  }

  function loadTotals({ factors, bias, totals, rows }: GibbsSide): void {
    const { width } = factors.node;
    const from = factors.address + (fromWeights ? 0 : factors.offset);
    kernels.copyColumns(totals, gibbs.stride, from, factors.stride, rows, width);
    if (!bias) return;
    const at = bias.address + (fromWeights ? 0 : bias.offset);
    for (let row = 0; row < rows; row++) {
      heap.floats[(totals + row * gibbs.stride) / 4 + width] = heap.floats[(at + row * bias.stride) / 4] as number;
    }
  }

  function loadBag({ factors, bag, bagRows }: GibbsSide): void {
    if (!bag) return;
    const { table, node } = bag;
    const from = fromWeights ? table.weights : table.first;
    kernels.copyColumns(bagRows, gibbs.stride, from, table.stride, node.rows, factors.node.width);
    if (!fromWeights) return;
    for (let row = 0; row < node.rows; row++) heap.floats[(bagRows + row * gibbs.stride) / 4 + factors.node.width] = 0;
  }
}
