import { useId } from 'react';
import { Field, type FieldTexts } from './Field.tsx';
import styles from './Segmented.module.css';
import { useSay } from './words.tsx';

interface SegmentedProps extends FieldTexts {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

/** A choice among few, all of them in view. */
export function Segmented({ value, options, onChange, ...texts }: SegmentedProps) {
  const id = useId();
  const say = useSay();
  return (
    <Field {...texts} helpId={`${id}-help`}>
      <div className={styles.options} data-many={options.length > 3 || undefined}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              name={id}
              className={styles.radio}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span className={styles.text}>{say(option.label)}</span>
          </label>
        ))}
      </div>
    </Field>
  );
}
