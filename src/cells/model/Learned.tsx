import type { BaselineName } from '../../core/model-name.ts';
import type { BaselineSizes } from '../../models/model.ts';
import { BASELINES } from '../../models/registry.ts';
import { formatCount } from '../../ui/format.ts';
import { Muted } from '../../ui/Muted.tsx';
import { Table } from '../../ui/Table.tsx';
import { useSay } from '../../ui/words.tsx';
import { countLearned } from './count-learned.ts';

interface LearnedProps {
  readonly model: BaselineName;
  readonly sizes: BaselineSizes;
}

const COLUMNS = [{ title: 'Table' }, { title: 'From the training ratings', isSpare: true }, { title: 'Numbers', isNumber: true }];

/** What a model without layers takes from the ratings, in place of a diagram. */
export function Learned({ model, sizes }: LearnedProps) {
  const say = useSay();
  const tables = BASELINES[model].learns(sizes);
  const cost = BASELINES[model].costs?.(sizes);
  return (
    <>
      <Table
        caption="What it learns, directly and without gradients"
        columns={COLUMNS}
        rows={tables.map(({ name, how, numbers, isBound }) => ({
          key: name,
          cells: [say(name), say(how), (isBound ? '≤ ' : '') + formatCount(numbers)],
        }))}
        total={['All', '', countLearned(model, sizes)]}
      />
      {cost && <Muted>{cost}</Muted>}
    </>
  );
}
