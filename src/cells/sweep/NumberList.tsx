import { useId, useState } from 'react';
import control from '../../ui/Control.module.css';
import { Muted } from '../../ui/Muted.tsx';
import { type Limits, readNumber } from '../../ui/read-number.ts';
import styles from './SweepPanel.module.css';

interface NumberListProps {
  readonly values: readonly number[];
  readonly limits: Limits;
  readonly onChange: (values: readonly number[]) => void;
}

/** Numbers with spaces between them. What is typed counts when the field is left, and on Enter. */
export function NumberList({ values, limits, onChange }: NumberListProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [notes, setNotes] = useState<readonly string[]>([]);
  const commit = (): void => {
    if (draft === null) return;
    const readings = draft.split(/[\s,;]+/).flatMap((text) => (text === '' ? [] : [readNumber(text, limits)]));
    setNotes(readings.flatMap(({ note }) => note ?? []));
    setDraft(null);
    onChange([...new Set(readings.flatMap(({ value }) => value ?? []))]);
  };
  return (
    <span className={styles.field}>
      <label htmlFor={id}>Numbers</label>
      <input
        id={id}
        className={control.control}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={notes.length > 0}
        value={draft ?? values.join('  ')}
        onChange={({ target }) => setDraft(target.value)}
        onKeyDown={({ key }) => key === 'Enter' && commit()}
        onBlur={commit}
      />
      {notes[0] && <Muted as="span">{notes[0]}</Muted>}
    </span>
  );
}
