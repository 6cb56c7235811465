import { appliesTo } from '../../core/hyperparameters.ts';
import { formatNumber } from '../../core/settings/format.ts';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration, selectDefaults } from '../../state/selectors.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

const selectRun = ({ training }: NotebookState) => training.run;

/** What ended the last run, and the button that does what the remedy says. */
export function RunFailure() {
  const run = useNotebookState(selectRun);
  const configuration = useNotebookState(selectConfiguration);
  const { learningRate: usual } = useNotebookState(selectDefaults);
  const { set, train } = useActions();
  if (run.phase !== 'failed') return null;
  const { code, message, remedy } = run.error;
  const { learningRate } = configuration;
  const canLower = code === 'diverged' && appliesTo('learningRate', configuration);
  // A tenth where even the usual rate was too much for the other settings.
  const lower = learningRate > usual ? usual : learningRate / 10;
  const trainLower = (): void => {
    set('learningRate', lower);
    void train();
  };
  return (
    <Notice tone="failed" message={message} remedy={remedy}>
      {canLower && <Button onClick={trainLower}>Train with learning rate {formatNumber(lower)}</Button>}
    </Notice>
  );
}
