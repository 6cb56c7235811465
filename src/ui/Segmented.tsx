import { useId } from 'react';
import { Field, type FieldTexts } from './Field.tsx';
import styles from './Segmented.module.css';
import { useSay } from './words.tsx';

interface SegmentsProps {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
  /** The id of what explains the choice that is made. */
  readonly describedBy?: string;
}

interface SegmentedProps extends FieldTexts, Omit<SegmentsProps, 'describedBy'> {}

/** A choice among few, all of them in view. */
export function Segmented({ value, options, onChange, ...texts }: SegmentedProps) {
  const id = useId();
  return (
    <Field {...texts} helpId={`${id}-help`}>
      <Segments value={value} options={options} onChange={onChange} />
    </Field>
  );
}

/** The options alone, for a fieldset that names them. */
export function Segments({ value, options, onChange, describedBy }: SegmentsProps) {
  const id = useId();
  const say = useSay();
  return (
    <div className={styles.options} data-many={options.length > 3 || undefined}>
      {options.map((option) => (
        <label key={option.value} className={styles.option}>
          <input
            type="radio"
            name={id}
            className={styles.radio}
            checked={option.value === value}
            aria-describedby={option.value === value ? describedBy : undefined}
            onChange={() => onChange(option.value)}
          />
          <span className={styles.text}>{say(option.label)}</span>
        </label>
      ))}
    </div>
  );
}
