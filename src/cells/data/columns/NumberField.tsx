import { useState } from 'react';
import styles from './fields.module.css';

interface NumberFieldProps {
  readonly label: string;
  /** Null where the field is empty. */
  readonly value: number | null;
  readonly isWhole?: boolean;
  /** Null for an empty field; what is no number is not told. */
  readonly onChange: (value: number | null) => void;
}

/** A number that is typed; it counts once the field is left, or by Enter. */
export function NumberField({ label, value, isWhole = false, onChange }: NumberFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const commit = (): void => {
    const number = draft === null || draft.trim() === '' ? null : Number(draft);
    const fits = number === null || (Number.isFinite(number) && (!isWhole || (Number.isInteger(number) && number >= 0)));
    if (draft !== null && fits && number !== value) onChange(number);
    setDraft(null);
  };
  return (
    <label className={styles.label}>
      {label}
      <input
        className={styles.control}
        inputMode="decimal"
        autoComplete="off"
        value={draft ?? value ?? ''}
        onChange={({ target }) => setDraft(target.value)}
        onBlur={commit}
        onKeyDown={({ key }) => key === 'Enter' && commit()}
      />
    </label>
  );
}
