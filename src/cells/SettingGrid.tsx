import type { SettingName } from '../core/hyperparameters.ts';
import { SettingField } from './SettingField.tsx';
import styles from './SettingGrid.module.css';

interface SettingGridProps {
  readonly names: readonly SettingName[];
}

export function SettingGrid({ names }: SettingGridProps) {
  return (
    <div className={styles.grid}>
      {names.map((name) => (
        <SettingField key={name} name={name} />
      ))}
    </div>
  );
}
