import type { Distribution } from '../../../models/inspection.ts';
import { Muted } from '../../../ui/Muted.tsx';
import { numberText } from './number-text.ts';
import styles from './WeightStatistics.module.css';

interface BarsProps {
  readonly label: string;
  readonly of: Distribution;
}

/** A small histogram: how many numbers are in each stretch from the least to the most. */
export function Bars({ label, of }: BarsProps) {
  const { count, least, most, norm, bins } = of;
  if (count === 0) return <Muted>{label}: none</Muted>;
  const tallest = Math.max(...bins);
  return (
    <div>
      <Muted>
        {label}, norm {numberText(norm)}
      </Muted>
      <svg
        className={styles.bars}
        role="img"
        aria-label={`Histogram of ${label.toLowerCase()}: ${summaryOf(of)}`}
        viewBox={`0 0 ${bins.length} 1`}
        preserveAspectRatio="none"
      >
        {bins.map((size, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bin is known by its place
          <rect key={at} x={at + 0.05} width="0.9" y={1 - size / tallest} height={size / tallest} />
        ))}
      </svg>
      <p className={styles.range}>
        <span>{numberText(least)}</span>
        <span>{numberText(most)}</span>
      </p>
    </div>
  );
}

function summaryOf({ count, least, most, mean, deviation }: Distribution): string {
  if (least === most) return `all ${count} are ${numberText(least)}`;
  return `${count} numbers from ${numberText(least)} to ${numberText(most)}, mean ${numberText(mean)}, deviation ${numberText(deviation)}`;
}
