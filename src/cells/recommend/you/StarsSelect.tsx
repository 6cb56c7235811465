import type { RatingScale } from '../../../core/rating-scale.ts';
import styles from './You.module.css';

/** More values than this are typed. */
const MOST_VALUES = 21;

interface StarsSelectProps {
  readonly label: string;
  readonly scale: RatingScale;
  /** Null where nothing was given. */
  readonly value: number | null;
  readonly onChange: (stars: number) => void;
}

/** Chooses a rating on the scale of the data. */
export function StarsSelect({ label, scale, value, onChange }: StarsSelectProps) {
  return (
    <select
      className={styles.stars}
      aria-label={label}
      value={value ?? ''}
      onChange={({ target }) => target.value !== '' && onChange(Number(target.value))}
    >
      {value === null && <option value="">Rate…</option>}
      {valuesOf(scale, value).map((stars) => (
        <option key={stars} value={stars}>
          {stars}
        </option>
      ))}
    </select>
  );
}

/** Highest first; of a scale with many steps about twenty of them, and what is chosen. */
function valuesOf({ min, max, step }: RatingScale, value: number | null): readonly number[] {
  const steps = step > 0 ? Math.round((max - min) / step) : MOST_VALUES - 1;
  const every = Math.ceil((steps + 1) / MOST_VALUES);
  const size = step > 0 ? step * every : (max - min) / steps;
  const count = size > 0 ? Math.floor((max - min) / size + 1e-9) : 0;
  const values = Array.from({ length: count + 1 }, (_, i) => Number((max - i * size).toPrecision(6)));
  const all = value === null || values.includes(value) ? values : [...values, value];
  return all.toSorted((a, b) => b - a);
}
