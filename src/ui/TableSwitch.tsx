import styles from './TableSwitch.module.css';

interface TableSwitchProps {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** Shows the numbers of a figure instead of its picture. */
export function TableSwitch({ on, onChange }: TableSwitchProps) {
  return (
    <button type="button" role="switch" aria-checked={on} className={styles.switch} onClick={() => onChange(!on)}>
      Show as table
    </button>
  );
}
