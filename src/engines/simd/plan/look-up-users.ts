import type { Kernels } from '../kernels.ts';
import { rowBytes, rowsAt } from '../memory/matrix.ts';
import type { ListPlan } from './list-plan.ts';

/** Puts the factors of a list's users, and the same times the gain, where they are multiplied with the movies'. */
export function lookUpUsers(k: Kernels, { users: listed, tables, plain, gained, flipped }: ListPlan, users: number): void {
  const { address, stride, node } = tables.users;
  k.gatherRows(address, stride, listed, users, node.width, plain.base, plain.stride);
  for (let b = 0; b < users; b++) {
    k.multiply(rowsAt(gained, b), rowsAt(plain, b), tables.gain.weights, rowBytes(node.width));
  }
  k.transposeRows(flipped.base, flipped.stride, gained.base, gained.stride, users, node.width);
}
