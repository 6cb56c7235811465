import type { ReactNode } from 'react';
import styles from './Figures.module.css';
import { InWords, useSay } from './words.tsx';

interface Figure {
  readonly label: string;
  readonly value: ReactNode;
  /** What the value means or compares with. */
  readonly note?: ReactNode;
}

interface FiguresProps {
  readonly figures: readonly Figure[];
}

/** A row of numbers, each under its name. */
export function Figures({ figures }: FiguresProps) {
  const say = useSay();
  return (
    <dl className={styles.figures}>
      {figures.map(({ label, value, note }) => (
        <div key={label} className={styles.figure}>
          <dt className={styles.label}>{say(label)}</dt>
          <dd className={styles.value}>{value}</dd>
          {note && (
            <dd className={styles.note}>
              <InWords>{note}</InWords>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
