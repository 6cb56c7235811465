import { useId, useRef } from 'react';
import { Button } from './Button.tsx';
import { Field, type FieldTexts } from './Field.tsx';
import { useNumberDraft } from './number-draft.ts';
import type { Limits } from './read-number.ts';
import styles from './WidthList.module.css';

interface WidthListProps extends FieldTexts {
  readonly value: readonly number[];
  readonly min: number;
  readonly max: number;
  readonly maxLayers: number;
  readonly onChange: (value: readonly number[]) => void;
}

/** The widths of a stack of layers, input side first. */
export function WidthList({ value, min, max, maxLayers, onChange, ...texts }: WidthListProps) {
  const id = useId();
  const limits: Limits = { min, max, integer: true, zero: false };
  const replace = (at: number, width: number) => onChange(value.with(at, width));
  const addButton = useRef<HTMLButtonElement>(null);
  const remove = (at: number): void => {
    onChange(value.toSpliced(at, 1));
    // The button that was pressed may be gone with its layer.
    addButton.current?.focus();
  };
  // A new layer is half as wide as the one before it, as most such stacks are.
  const add = () => onChange([...value, Math.max(min, Math.round((value.at(-1) ?? 64) / 2))]);
  return (
    <Field {...texts} helpId={`${id}-help`}>
      <ol className={styles.layers}>
        {value.map((width, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its place in the stack
          <li key={at}>
            <Width layer={at + 1} width={width} limits={limits} onChange={(to) => replace(at, to)} onRemove={() => remove(at)} />
          </li>
        ))}
        <li>
          <Button ref={addButton} icon="plus" className={styles.add} disabled={value.length >= maxLayers} onClick={add}>
            Add layer
          </Button>
        </li>
      </ol>
    </Field>
  );
}

interface WidthProps {
  readonly layer: number;
  readonly width: number;
  readonly limits: Limits;
  readonly onChange: (width: number) => void;
  readonly onRemove: () => void;
}

function Width({ layer, width, limits, onChange, onRemove }: WidthProps) {
  const { note, input } = useNumberDraft(width, limits, onChange);
  return (
    <>
      <span className={styles.layer}>
        <input className={styles.input} aria-label={`Units of hidden layer ${layer}`} aria-invalid={note !== null} {...input} />
        <Button
          look="quiet"
          icon="cross"
          className={styles.remove}
          aria-label={`Remove hidden layer ${layer}`}
          onClick={onRemove}
        />
      </span>
      {note && (
        <strong className={styles.note} role="status">
          {note}
        </strong>
      )}
    </>
  );
}
