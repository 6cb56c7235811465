import { type ChangeEvent, type KeyboardEvent, useState } from 'react';
import { type Limits, readNumber } from './read-number.ts';

interface NumberDraft {
  /** What was not taken as typed, until the next edit. */
  readonly note: string | null;
  forget(): void;
  readonly input: {
    readonly type: 'text';
    readonly inputMode: 'decimal' | 'numeric';
    readonly autoComplete: 'off';
    readonly spellCheck: false;
    readonly value: string;
    onChange(event: ChangeEvent<HTMLInputElement>): void;
    onKeyDown(event: KeyboardEvent<HTMLInputElement>): void;
    onBlur(): void;
  };
}

/** A text field for a number: what is typed counts on Enter and on blur, Escape takes it back. */
export function useNumberDraft(value: number, limits: Limits, onCommit: (value: number) => void): NumberDraft {
  const [draft, setDraft] = useState<string | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const commit = (): void => {
    if (draft === null) return;
    const reading = readNumber(draft, limits);
    setDraft(null);
    setNote(reading.note ?? null);
    if (reading.value !== undefined && reading.value !== value) onCommit(reading.value);
  };
  return {
    note,
    forget: () => setNote(null),
    input: {
      type: 'text',
      inputMode: limits.integer ? 'numeric' : 'decimal',
      autoComplete: 'off',
      spellCheck: false,
      value: draft ?? String(value),
      onChange: ({ target }) => {
        setDraft(target.value);
        setNote(null);
      },
      onKeyDown: ({ key }) => {
        if (key === 'Enter') commit();
        if (key === 'Escape') setDraft(null);
      },
      onBlur: commit,
    },
  };
}
