import type { LoadPhase, LoadProgress } from '../../state/notebook-state.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Progress } from '../../ui/Progress.tsx';
import styles from './LoadSteps.module.css';

/** In the order in which they happen. */
const PHASES: readonly { readonly phase: LoadPhase; readonly words: string }[] = [
  { phase: 'fetch', words: 'Fetching the zip' },
  { phase: 'unzip', words: 'Unzipping' },
  { phase: 'verify', words: 'Checking its SHA-256' },
  { phase: 'parse', words: 'Reading the ratings' },
];

interface LoadStepsProps {
  readonly progress: LoadProgress | null;
}

/** What is being done to the file, and how much of it is left. */
export function LoadSteps({ progress }: LoadStepsProps) {
  const current = PHASES.findIndex(({ phase }) => phase === progress?.phase);
  return (
    <ol className={styles.steps} aria-label="Loading the data">
      {PHASES.map(({ phase, words }, at) => {
        const share = at < current ? 1 : at === current ? (progress?.share ?? 0) : 0;
        return (
          <li key={phase} className={styles.step} data-reached={at <= current || undefined}>
            <span className={styles.words}>
              {at < current && <Icon name="check" className={styles.check} />}
              {words}
            </span>
            <span className={styles.share}>{at === current ? `${Math.round(share * 100)} %` : ''}</span>
            <Progress label={words} share={share} />
          </li>
        );
      })}
    </ol>
  );
}
