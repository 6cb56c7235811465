import { numberText } from './number-text.ts';
import styles from './Strip.module.css';

interface StripProps {
  readonly label: string;
  readonly values: ArrayLike<number>;
  /** What reaches the edge; the largest of these values where absent. */
  readonly most?: number | undefined;
  /** The number that stands out. */
  readonly marked?: number | undefined;
  readonly onMark?: ((at: number) => void) | undefined;
}

/** Numbers side by side as bars from a middle line: up is positive. */
export function Strip({ label, values, most, marked, onMark }: StripProps) {
  const numbers = Array.from(values);
  const edge = most ?? largest(numbers);
  const mark = (offset: number, width: number): void =>
    onMark?.(Math.min(numbers.length - 1, Math.floor((offset / width) * numbers.length)));
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the slider below does the same for the keyboard
    <svg
      className={styles.strip}
      role="img"
      aria-label={`${label}: ${summary(numbers)}`}
      viewBox={`0 0 ${numbers.length} 2`}
      preserveAspectRatio="none"
      onClick={({ clientX, currentTarget }) => {
        const { left, width } = currentTarget.getBoundingClientRect();
        mark(clientX - left, width);
      }}
    >
      {marked !== undefined && <rect className={styles.mark} x={marked} y="0" width="1" height="2" />}
      {numbers.map((value, at) => {
        const size = edge > 0 ? Math.min(1, Math.abs(value) / edge) : 0;
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a number is known by its place
            key={at}
            className={value < 0 ? styles.negative : styles.positive}
            x={at + 0.1}
            width="0.8"
            y={value < 0 ? 1 : 1 - size}
            height={size}
          />
        );
      })}
    </svg>
  );
}

export const largest = (...lists: readonly ArrayLike<number>[]): number =>
  lists.reduce((most, values) => Array.from(values).reduce((max, value) => Math.max(max, Math.abs(value)), most), 0);

function summary(numbers: readonly number[]): string {
  if (numbers.length === 1) return numberText(numbers[0] as number);
  return `${numbers.length} numbers from ${numberText(Math.min(...numbers))} to ${numberText(Math.max(...numbers))}`;
}
