import { useId } from 'react';
import control from '../../ui/Control.module.css';
import { useSay } from '../../ui/words.tsx';
import styles from './SweepPanel.module.css';

interface ChoiceFieldProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  /** Each with what it is called. */
  readonly options: readonly (readonly [Value, string])[];
  readonly onChange: (value: Value) => void;
}

export function ChoiceField<Value extends string>({ label, value, options, onChange }: ChoiceFieldProps<Value>) {
  const id = useId();
  const say = useSay();
  return (
    <span className={styles.field}>
      <label htmlFor={id}>{say(label)}</label>
      <select id={id} className={control.control} value={value} onChange={({ target }) => onChange(target.value as Value)}>
        {options.map(([name, title]) => (
          <option key={name} value={name}>
            {say(title)}
          </option>
        ))}
      </select>
    </span>
  );
}
