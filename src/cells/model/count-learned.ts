import type { BaselineName } from '../../core/model-name.ts';
import type { BaselineSizes } from '../../models/model.ts';
import { BASELINES } from '../../models/registry.ts';
import { formatCount } from '../../ui/format.ts';

/** How many numbers a baseline learns, in words. */
export function countLearned(model: BaselineName, sizes: BaselineSizes): string {
  const tables = BASELINES[model].learns(sizes);
  const bound = tables.some(({ isBound }) => isBound) ? '≤ ' : '';
  return bound + formatCount(tables.reduce((sum, { numbers }) => sum + numbers, 0));
}
