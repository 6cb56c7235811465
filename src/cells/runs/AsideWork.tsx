import { selectGoesFirst } from '../../state/aside-work.ts';
import { useNotebookState } from '../../state/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { formatSeconds } from '../../ui/format.ts';
import { Muted } from '../../ui/Muted.tsx';
import { Progress } from '../../ui/Progress.tsx';
import styles from './RunsPanel.module.css';

interface AsideWorkProps {
  readonly label: string;
  /** 0 … 1 */
  readonly share: number;
  /** Null before there is enough to tell by. */
  readonly secondsLeft: number | null;
  /** What is being done, in a few words. */
  readonly words: string;
  readonly onStop: () => void;
}

/** Takes the place of the button that began runs in the background: how far they are, and a way out. */
export function AsideWork({ label, share, secondsLeft, words, onStop }: AsideWorkProps) {
  const waits = useNotebookState(selectGoesFirst);
  const left = secondsLeft === null ? '…' : `, about ${formatSeconds(Math.max(1, secondsLeft))} left`;
  return (
    <>
      <Progress label={label} share={share} />
      <div className={styles.buttons}>
        <Button icon="stop" onClick={onStop}>
          Stop
        </Button>
        <Muted as="span">
          {words}
          {waits ? '. It waits until the other training is over.' : left}
        </Muted>
      </div>
    </>
  );
}
