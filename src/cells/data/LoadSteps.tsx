import type { DataSource, LoadPhase } from '../../core/data-source.ts';
import type { LoadProgress } from '../../state/notebook-state.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Progress } from '../../ui/Progress.tsx';
import styles from './LoadSteps.module.css';

/** In the order in which they happen; a file that is no zip leaves out the unzipping. */
const PHASES: Readonly<Record<DataSource['kind'], readonly { readonly phase: LoadPhase; readonly words: string }[]>> = {
  bundled: [
    { phase: 'fetch', words: 'Fetching the zip' },
    { phase: 'unzip', words: 'Unzipping' },
    { phase: 'verify', words: 'Checking its SHA-256' },
    { phase: 'parse', words: 'Reading the ratings' },
  ],
  file: [
    { phase: 'fetch', words: 'Opening the file' },
    { phase: 'verify', words: 'Computing its SHA-256' },
    { phase: 'unzip', words: 'Unzipping' },
    { phase: 'parse', words: 'Reading the ratings' },
  ],
  synthetic: [{ phase: 'generate', words: 'Making up the ratings' }],
};

interface LoadStepsProps {
  readonly kind: DataSource['kind'];
  readonly progress: LoadProgress | null;
}

/** What is being done to get the ratings, and how much of it is left. */
export function LoadSteps({ kind, progress }: LoadStepsProps) {
  const phases = PHASES[kind];
  const current = phases.findIndex(({ phase }) => phase === progress?.phase);
  return (
    <ol className={styles.steps} aria-label="Loading the data">
      {phases.map(({ phase, words }, at) => {
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
