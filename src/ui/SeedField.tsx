import { useId } from 'react';
import { Button } from './Button.tsx';
import { Field, type FieldTexts } from './Field.tsx';
import { useNumberDraft } from './number-draft.ts';
import styles from './SeedField.module.css';

interface SeedFieldProps extends FieldTexts {
  readonly value: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

/** A seed is typed, or drawn: short, so that it can be told to someone. */
export function SeedField({ value, max, onChange, ...texts }: SeedFieldProps) {
  const id = useId();
  const { note, forget, input } = useNumberDraft(value, { min: 0, max, integer: true, zero: false }, onChange);
  const draw = (): void => {
    forget();
    onChange(Math.floor(Math.random() * Math.min(max, 9999)) + 1);
  };
  const control = (
    <span className={styles.exact}>
      <input id={id} className={styles.input} aria-describedby={`${id}-help`} aria-invalid={note !== null} {...input} />
      <Button icon="shuffle" className={styles.draw} onClick={draw}>
        Draw
      </Button>
    </span>
  );
  return <Field {...texts} controlId={id} helpId={`${id}-help`} aside={control} note={note} />;
}
