import styles from './Provenance.module.css';

interface ProvenanceProps {
  /** Where the output above comes from: run, data, split, seed, engine, time. */
  readonly parts: readonly string[];
}

export function Provenance({ parts }: ProvenanceProps) {
  return (
    <ul className={styles.parts} aria-label="Where this comes from">
      {parts.map((part) => (
        <li key={part} className={styles.part}>
          {part}
        </li>
      ))}
    </ul>
  );
}
