import type { BaselineName } from '../../core/model-name.ts';
import type { BaselineSizes } from '../../models/model.ts';
import { BASELINES } from '../../models/registry.ts';
import { formatCount } from '../../ui/format.ts';
import { countLearned } from './count-learned.ts';
import styles from './LayerTable.module.css';

interface LearnedProps {
  readonly model: BaselineName;
  readonly sizes: BaselineSizes;
}

/** What a model without layers takes from the ratings, in place of a diagram. */
export function Learned({ model, sizes }: LearnedProps) {
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>What it learns, in one go and without gradients</caption>
      <thead>
        <tr>
          <th scope="col">Table</th>
          <th scope="col" className={styles.kind}>
            From the training ratings
          </th>
          <th scope="col">Numbers</th>
        </tr>
      </thead>
      <tbody>
        {BASELINES[model].learns(sizes).map(({ name, how, numbers, isBound }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className={styles.kind}>{how}</td>
            <td>{(isBound ? '≤ ' : '') + formatCount(numbers)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2} className={styles.wide}>
            All
          </th>
          <th scope="row" className={styles.narrow}>
            All
          </th>
          <td>{countLearned(model, sizes)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
