import { type KeyboardEvent, useId, useMemo } from 'react';
import { Field, type FieldTexts } from './Field.tsx';
import styles from './NumberSlider.module.css';
import { useNumberDraft } from './number-draft.ts';
import { moveBy, nearestNotch, notchesOf, positionOf, type Scale } from './scale.ts';
import { useSay } from './words.tsx';

interface NumberSliderProps extends FieldTexts {
  readonly value: number;
  readonly defaultValue: number;
  readonly scale: Scale;
  readonly unit: string;
  /** A value as it is read aloud, such as "off" for 0. */
  readonly write: (value: number) => string;
  readonly onChange: (value: number) => void;
}

const FORWARD: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };
const PAGES: Readonly<Record<string, number>> = { PageUp: 1, PageDown: -1 };

/** A slider over round values and a field for exact ones. Arrows go to the next round value, Page keys a tenth of the way. */
export function NumberSlider({ value, defaultValue, scale, unit: plainUnit, write, onChange, ...texts }: NumberSliderProps) {
  const id = useId();
  const say = useSay();
  const unit = say(value === 1 ? plainUnit.replace(/s$/, '') : plainUnit);
  const { note, forget, input } = useNumberDraft(value, scale, onChange);
  const notches = useMemo(() => notchesOf(scale, defaultValue), [scale, defaultValue]);
  const slide = (to: number): void => {
    forget();
    if (to !== value) onChange(to);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = PAGES[event.key];
    const by = FORWARD[event.key] ?? (page === undefined ? undefined : page * Math.max(2, Math.round(notches.length / 10)));
    if (by === undefined) return;
    event.preventDefault();
    slide(moveBy(value, by, notches));
  };
  const place = { '--at': positionOf(value, scale), '--default-at': positionOf(defaultValue, scale) };
  const field = (
    <span className={styles.exact}>
      <input id={id} className={styles.input} aria-describedby={`${id}-help`} aria-invalid={note !== null} {...input} />
      {unit && <span className={styles.unit}>{unit}</span>}
    </span>
  );
  return (
    <Field {...texts} controlId={id} helpId={`${id}-help`} aside={field} note={note}>
      <span className={styles.track} style={place as Record<string, number>}>
        <input
          type="range"
          className={styles.slider}
          aria-label={say(texts.label)}
          aria-valuetext={`${write(value)}${unit ? ` ${unit}` : ''}`}
          min={0}
          max={1}
          step="any"
          value={positionOf(value, scale)}
          onChange={({ target }) => slide(nearestNotch(Number(target.value), scale, notches))}
          onKeyDown={onKeyDown}
        />
        {scale.zero && <span className={styles.off}>off</span>}
      </span>
    </Field>
  );
}
