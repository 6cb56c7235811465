import { useActions, useNotebookState } from '../../state/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { formatQuantity } from '../../ui/format.ts';
import { Muted } from '../../ui/Muted.tsx';
import styles from './TrainOnEverything.module.css';
import { selectEpochsOnEverything, selectIsFitted } from './train-on-everything.ts';

/** After a run: the model that one keeps, from all ratings, for as many epochs as did best. */
export function TrainOnEverything() {
  const epochs = useNotebookState(selectEpochsOnEverything);
  const isFitted = useNotebookState(selectIsFitted);
  const { setAll, train } = useActions();
  if (epochs === null) return null;
  const trainOnEverything = (): void => {
    setAll({ split: 'none', ...(!isFitted && { epochs }) });
    void train();
  };
  return (
    <p className={styles.line}>
      <Button onClick={trainOnEverything}>
        {isFitted ? 'Fit on everything' : `Train on everything for ${formatQuantity(epochs, 'epoch')}`}
      </Button>
      <Muted as="span">Learns from all ratings, for the final model. Its error cannot be measured.</Muted>
    </p>
  );
}
