import { isBaseline } from '../../core/model-name.ts';
import { MODELS } from '../../models/registry.ts';
import { useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { classes } from '../../ui/classes.ts';
import { formatRmse } from '../../ui/format.ts';
import styles from './Levels.module.css';
import { levelsOf } from './levels.ts';

const selectTraining = ({ training }: NotebookState) => training;

/** In place of curves, which a model without steps does not have: its error beside those of others. */
export function Levels() {
  const { start, epochs } = useNotebookState(selectTraining);
  const epoch = epochs.at(-1);
  if (!start || !epoch || !isBaseline(start.configuration.model))
    return (
      <p className={styles.words}>This model is fitted in one go: there is no curve, but its error will be here beside others.</p>
    );
  const levels = levelsOf(start, epoch, MODELS[start.configuration.model].label);
  const most = levels[0]?.error ?? 1;
  return (
    <figure>
      <table className={styles.table}>
        <caption className={styles.caption}>Validation RMSE beside others, in stars</caption>
        <tbody>
          {levels.map(({ name, error, isOwn }) => (
            <tr key={name} className={classes(isOwn && styles.own)}>
              <th scope="row">{name}</th>
              <td className={styles.track}>
                <span className={styles.bar} style={{ inlineSize: `${(100 * error) / most}%` }} />
              </td>
              <td className={styles.value}>{formatRmse(error)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <figcaption className={styles.words}>
        The model was fitted in one go, without epochs, so there is no curve to draw.
      </figcaption>
    </figure>
  );
}
