import styles from './Fact.module.css';

interface FactProps {
  readonly label: string;
  readonly value: string;
}

export function Fact({ label, value }: FactProps) {
  return (
    <p className={styles.fact}>
      <span className={styles.label}>{label}</span> <span className={styles.value}>{value}</span>
    </p>
  );
}
