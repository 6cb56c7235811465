import { useId } from 'react';
import type { RunPace } from '../../../core/run.ts';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { Muted } from '../../../ui/Muted.tsx';
import { Segments } from '../../../ui/Segmented.tsx';
import styles from './PaceChoice.module.css';
import { selectCanPace } from './pacing.ts';

const OPTIONS: readonly { readonly value: RunPace; readonly label: string }[] = [
  { value: 'full', label: 'Full speed' },
  { value: 'epoch', label: 'One epoch a second' },
  { value: 'step', label: 'Step by step' },
];

const WORDS: Readonly<Record<RunPace, string>> = {
  full: 'Each epoch starts as soon as the one before it is done.',
  epoch: 'An epoch starts every second; the waits in between do not count as training time.',
  step: 'The run pauses before its first batch; step through it, or resume at full speed.',
};

const selectPace = ({ pacing }: NotebookState) => pacing.pace;

/** How fast the next run goes; also of the one that goes. */
export function PaceChoice() {
  const id = useId();
  const pace = useNotebookState(selectPace);
  const canPace = useNotebookState(selectCanPace);
  const { setPace } = useActions();
  if (!canPace) return null;
  return (
    <fieldset className={styles.pace}>
      <legend className="visually-hidden">Pace of the run</legend>
      <Segments value={pace} options={OPTIONS} onChange={(value) => setPace(value as RunPace)} describedBy={id} />
      <Muted id={id}>{WORDS[pace]}</Muted>
    </fieldset>
  );
}
