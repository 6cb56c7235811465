import { type ReactNode, useId } from 'react';
import { Muted } from '../../../ui/Muted.tsx';
import styles from './fields.module.css';

interface SelectFieldProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  /** What stands below. */
  readonly help?: ReactNode;
}

/** A choice among some, with its label. */
export function SelectField<Value extends string>({ label, value, options, onChange, help }: SelectFieldProps<Value>) {
  const helpId = useId();
  return (
    <div className={styles.field}>
      <label className={styles.label}>
        {label}
        <select
          className={styles.control}
          value={value}
          aria-describedby={help === undefined ? undefined : helpId}
          onChange={({ target }) => onChange(target.value as Value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </label>
      {help !== undefined && (
        <Muted as="span" id={helpId}>
          {help}
        </Muted>
      )}
    </div>
  );
}
