import type { NotebookState } from '../state/notebook-state.ts';
import { useSay } from '../ui/words.tsx';
import styles from './MiniCurve.module.css';
import { miniCurve } from './mini-curve.ts';
import { curveInWords } from './run-progress.ts';

const BOX = { width: 160, height: 30 };
/** Room for half a line's width at the edges. */
const EDGE = 2;

interface MiniCurveProps {
  readonly training: NotebookState['training'];
}

/** The errors of the run so far, small enough to go along on the whole page. */
export function MiniCurve({ training }: MiniCurveProps) {
  const { epochs, progress, start } = training;
  const say = useSay();
  const { train, validation } = miniCurve(epochs, progress, start?.configuration.epochs ?? 1, BOX);
  return (
    <svg
      className={styles.curve}
      viewBox={`${-EDGE} ${-EDGE} ${BOX.width + 2 * EDGE} ${BOX.height + 2 * EDGE}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={say(curveInWords(training))}
    >
      <polyline className={styles.train} points={train} />
      <polyline className={styles.validation} points={validation} />
    </svg>
  );
}
