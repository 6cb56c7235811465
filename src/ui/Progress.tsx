import styles from './Progress.module.css';

interface ProgressProps {
  readonly label: string;
  /** 0 … 1; null where it is not known yet. */
  readonly share: number | null;
}

export function Progress({ label, share }: ProgressProps) {
  const percent = share === null ? undefined : Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div
      className={styles.track}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      data-unknown={share === null || undefined}
    >
      <div className={styles.fill} style={{ scale: `${share === null ? 1 : share} 1` }} />
    </div>
  );
}
