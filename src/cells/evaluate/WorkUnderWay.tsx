import { Button } from '../../ui/Button.tsx';
import { Muted } from '../../ui/Muted.tsx';
import { Progress } from '../../ui/Progress.tsx';
import styles from './EvaluateCell.module.css';

interface WorkUnderWayProps {
  readonly label: string;
  /** 0 … 1 */
  readonly share: number;
  /** What is being done, in a few words. */
  readonly words: string;
  readonly isAnnounced?: boolean;
  readonly onCancel: () => void;
}

/** Takes the place of the button that began long work: how far it is, and a way out. */
export function WorkUnderWay({ label, share, words, isAnnounced = false, onCancel }: WorkUnderWayProps) {
  return (
    <div className={styles.progress}>
      <Progress label={label} share={share} />
      <div className={styles.row}>
        <Button icon="stop" onClick={onCancel}>
          Cancel
        </Button>
        <Muted as="span" role={isAnnounced ? 'status' : undefined}>
          {words}
        </Muted>
      </div>
    </div>
  );
}
