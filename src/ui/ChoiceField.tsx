import { useId } from 'react';
import control from './Control.module.css';
import { useSay } from './words.tsx';

interface ChoiceFieldProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  /** Each with what it is called. */
  readonly options: readonly (readonly [Value, string])[];
  readonly onChange: (value: Value) => void;
  /** How label and choice stand beside each other. */
  readonly className: string | undefined;
}

/** A choice that is a matter of the view alone, so it has no default to go back to. */
export function ChoiceField<Value extends string>({ label, value, options, onChange, className }: ChoiceFieldProps<Value>) {
  const id = useId();
  const say = useSay();
  return (
    <span className={className}>
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
