import type { DataSource, LoadPhase } from '../../../core/data-source.ts';
import type { LoadProgress } from '../../../core/load-progress.ts';
import { formatBytes, type Transfer } from '../../../core/transfer.ts';
import type { DataChoice } from '../../../state/data-choice.ts';
import { useActions } from '../../../state/hooks.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatSeconds } from '../../../ui/format.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import styles from './LoadSteps.module.css';

type Steps = readonly { readonly phase: LoadPhase; readonly words: string }[];

const JOIN = { phase: 'join', words: 'Numbering users and items' } as const;

/** A file that is no zip leaves out the unzipping. */
const FILE_STEPS: Steps = [
  { phase: 'verify', words: 'Computing the SHA-256' },
  { phase: 'unzip', words: 'Unzipping' },
  { phase: 'parse', words: 'Reading the ratings' },
  JOIN,
];

/** In the order in which they happen. */
const STEPS: Readonly<Record<DataSource['kind'], Steps>> = {
  bundled: [
    { phase: 'fetch', words: 'Fetching the zip' },
    { phase: 'unzip', words: 'Unzipping' },
    { phase: 'verify', words: 'Checking the SHA-256' },
    { phase: 'parse', words: 'Reading the ratings' },
    JOIN,
  ],
  file: [{ phase: 'fetch', words: 'Opening the file' }, ...FILE_STEPS],
  kept: [{ phase: 'fetch', words: 'Opening the kept file' }, ...FILE_STEPS],
  url: [{ phase: 'fetch', words: 'Downloading' }, ...FILE_STEPS],
  synthetic: [{ phase: 'generate', words: 'Generating the ratings' }, JOIN],
};

interface LoadStepsProps {
  readonly choice: DataChoice;
  readonly progress: LoadProgress | null;
}

/** What is being done to get the ratings, how much of it is left, and a way out. */
export function LoadSteps({ choice, progress }: LoadStepsProps) {
  const { cancelLoad } = useActions();
  const steps = STEPS[kindOf(choice)];
  const current = steps.findIndex(({ phase }) => phase === progress?.phase);
  return (
    <div className={styles.load}>
      <ol className={styles.steps} aria-label="Loading the data">
        {steps.map(({ phase, words }, at) => {
          const share = at < current ? 1 : at === current ? (progress?.share ?? null) : 0;
          return (
            <li key={phase} className={styles.step} data-reached={at <= current || undefined}>
              <span className={styles.words}>
                {at < current && <Icon name="check" className={styles.check} />}
                {words}
              </span>
              <span>{at === current && share !== null ? `${Math.round(share * 100)} %` : ''}</span>
              <span className={styles.bar}>
                <Progress label={words} share={share} />
              </span>
              {at === current && progress?.transfer && <span className={styles.transfer}>{describe(progress.transfer)}</span>}
            </li>
          );
        })}
      </ol>
      <Button icon="cross" onClick={() => cancelLoad()}>
        Cancel
      </Button>
    </div>
  );
}

function kindOf(choice: DataChoice): DataSource['kind'] {
  if (choice instanceof File) return 'file';
  if (typeof choice === 'object') return choice.kind;
  return choice === 'bundled' ? choice : choice === 'ml-1m' ? 'url' : 'synthetic';
}

/** "2.1 MB of 5.9 MB, 4 s left". */
function describe({ received, total, secondsLeft }: Transfer): string {
  if (total === null) return `${formatBytes(received)} so far`;
  const left = secondsLeft === null || received === total ? '' : `, ${formatSeconds(secondsLeft)} left`;
  return `${formatBytes(received)} of ${formatBytes(total)}${left}`;
}
