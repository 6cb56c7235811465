import { useActions, useNotebookState } from '../state/hooks.ts';
import { selectCanTrain, selectTraining, selectTrainLabel } from '../state/selectors.ts';
import { Button } from '../ui/Button.tsx';

interface TrainButtonProps {
  readonly look?: 'primary' | 'secondary';
}

/** Starts a run with the settings as they stand. */
export function TrainButton({ look = 'primary' }: TrainButtonProps) {
  const { train } = useActions();
  const canTrain = useNotebookState(selectCanTrain);
  const training = useNotebookState(selectTraining);
  const label = useNotebookState(selectTrainLabel);
  // While a run goes it cannot be pressed, but keeps the keyboard's place: `disabled` would lose it.
  return (
    <Button look={look} icon="play" disabled={!canTrain} aria-disabled={training} onClick={() => void train()}>
      {label}
    </Button>
  );
}
