import { useId } from 'react';
import control from '../../ui/Control.module.css';
import { Muted } from '../../ui/Muted.tsx';
import { useNumberDraft } from '../../ui/number-draft.ts';
import type { Limits } from '../../ui/read-number.ts';
import styles from './SweepPanel.module.css';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly limits: Limits;
  readonly onChange: (value: number) => void;
}

/** A number that is typed; what is not taken as typed is said below. */
export function NumberField({ label, value, limits, onChange }: NumberFieldProps) {
  const id = useId();
  const { note, input } = useNumberDraft(value, limits, onChange);
  return (
    <span className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input id={id} className={control.control} aria-invalid={note !== null} size={8} {...input} />
      {note && <Muted as="span">{note}</Muted>}
    </span>
  );
}
