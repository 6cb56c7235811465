import type { SplitReport } from '../../core/split/report.ts';
import { formatCount } from '../../ui/format.ts';
import { describeStrips } from './describe-strips.ts';
import styles from './UserStrips.module.css';

interface UserStripsProps {
  readonly strips: SplitReport['strips'];
}

const NAMES = ['train', 'validation', 'test'] as const;
const STEP = 10;
const LENGTH = 30;

/** A few users' ratings in the order in which they were given, with what is held out standing out. */
export function UserStrips({ strips }: UserStripsProps) {
  return (
    <figure className={styles.figure}>
      <div className={styles.rows} role="img" aria-label={describeStrips(strips)}>
        {strips.map(({ userId, ratings, parts }) => (
          <div key={userId} className={styles.row}>
            <span className={styles.user}>user {userId}</span>
            <svg aria-hidden="true" className={styles.strip} viewBox={`0 0 ${LENGTH * STEP} 14`} preserveAspectRatio="none">
              {parts.map((part, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a rating is its place in the strip
                <Rating key={at} part={NAMES[part] ?? 'train'} x={(LENGTH - parts.length + at) * STEP} />
              ))}
            </svg>
            <span className={styles.count}>{formatCount(ratings)}</span>
          </div>
        ))}
      </div>
      <figcaption className={styles.caption}>
        Eight users by the time of their first rating. Each has up to {LENGTH} of their last ratings, the newest at the right.
        Tall marks are held out.
      </figcaption>
    </figure>
  );
}

function Rating({ part, x }: { readonly part: (typeof NAMES)[number]; readonly x: number }) {
  const tall = part !== 'train';
  return <rect data-part={part} x={x + 1} width={STEP - 2} y={tall ? 0 : 4} height={tall ? 14 : 6} />;
}
