import type { BaselineName } from '../../core/model-name.ts';
import type { BaselineSizes } from '../../models/model.ts';
import { BASELINES } from '../../models/registry.ts';
import { formatCount } from '../../ui/format.ts';
import { countLearned } from './count-learned.ts';
import { NumbersTable } from './NumbersTable.tsx';

interface LearnedProps {
  readonly model: BaselineName;
  readonly sizes: BaselineSizes;
}

const HEAD = ['Table', 'From the training ratings', 'Numbers'];

/** What a model without layers takes from the ratings, in place of a diagram. */
export function Learned({ model, sizes }: LearnedProps) {
  const tables = BASELINES[model].learns(sizes);
  return (
    <NumbersTable
      caption="What it learns, in one go and without gradients"
      head={HEAD}
      rows={tables.map(({ name, how, numbers, isBound }) => [name, how, (isBound ? '≤ ' : '') + formatCount(numbers)])}
      total={countLearned(model, sizes)}
    />
  );
}
