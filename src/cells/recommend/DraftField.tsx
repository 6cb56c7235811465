import { useId, useState } from 'react';
import { useSay } from '../../ui/words.tsx';
import styles from './ListFilters.module.css';

interface DraftFieldProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  /** One number, or a text. */
  readonly isNumber?: boolean;
  /** Several lines. */
  readonly isLong?: boolean;
  readonly describedBy?: string;
  readonly onCommit: (text: string) => void;
}

/** A text that counts when the field is left, or on Enter where it is one line. */
export function DraftField({
  label,
  value,
  placeholder = '',
  isNumber = true,
  isLong = false,
  describedBy,
  onCommit,
}: DraftFieldProps) {
  const id = useId();
  const say = useSay();
  const [draft, setDraft] = useState<string | null>(null);
  const commit = (): void => {
    if (draft !== null && draft !== value) onCommit(draft);
    setDraft(null);
  };
  const shared = { id, value: draft ?? value, placeholder, 'aria-describedby': describedBy, onBlur: commit };
  const onChange = ({ target }: { readonly target: { readonly value: string } }): void => setDraft(target.value);
  return (
    <div className={styles.field}>
      <label className={styles.name} htmlFor={id}>
        {say(label)}
      </label>
      {isLong ? (
        <textarea className={styles.titles} rows={4} spellCheck={false} {...shared} onChange={onChange} />
      ) : (
        <input
          className={styles.control}
          type="text"
          inputMode={isNumber ? 'numeric' : 'text'}
          autoComplete="off"
          {...shared}
          onChange={onChange}
          onKeyDown={({ key }) => key === 'Enter' && commit()}
        />
      )}
    </div>
  );
}
