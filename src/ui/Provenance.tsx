import styles from './Provenance.module.css';
import { useSay } from './words.tsx';

interface ProvenanceProps {
  /** Where the output above comes from: run, data, split, seed, engine, time. */
  readonly parts: readonly string[];
}

export function Provenance({ parts }: ProvenanceProps) {
  const say = useSay();
  return (
    <ul className={styles.parts} aria-label="Source of this result">
      {parts.map((part) => (
        <li key={part} className={styles.part}>
          {say(part)}
        </li>
      ))}
    </ul>
  );
}
