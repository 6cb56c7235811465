import { useId } from 'react';
import { Field, type FieldTexts } from './Field.tsx';
import styles from './Switch.module.css';

interface SwitchProps extends FieldTexts {
  readonly value: boolean;
  readonly disabled?: boolean;
  readonly onChange: (value: boolean) => void;
}

export function Switch({ value, disabled = false, onChange, ...texts }: SwitchProps) {
  const id = useId();
  const control = (
    <input
      id={id}
      type="checkbox"
      role="switch"
      aria-checked={value}
      className={styles.switch}
      checked={value}
      disabled={disabled}
      aria-describedby={`${id}-help`}
      onChange={({ target }) => onChange(target.checked)}
    />
  );
  return <Field {...texts} controlId={id} helpId={`${id}-help`} aside={control} />;
}
