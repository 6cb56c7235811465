import { useState } from 'react';
import type { DataSummary } from '../../state/notebook-state.ts';
import { formatCount, formatShare } from '../../ui/format.ts';
import { TableSwitch } from '../../ui/TableSwitch.tsx';
import styles from './RatingHistogram.module.css';

interface RatingHistogramProps {
  readonly data: Pick<DataSummary, 'histogram' | 'ratings'>;
}

/** How often each star value was given, as bars or as a table. */
export function RatingHistogram({ data: { histogram, ratings } }: RatingHistogramProps) {
  const [asTable, setAsTable] = useState(false);
  const most = histogram.reduce((best, bin) => (bin.count > best.count ? bin : best), { stars: 0, count: 1 });
  const summary = `Bars: how often each of ${histogram.length} star values was given. Most often ${most.stars}, ${formatCount(most.count)} times.`;
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        <span className={styles.title}>How people rate</span>
        <TableSwitch on={asTable} onChange={setAsTable} />
      </figcaption>
      {asTable ? (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Stars</th>
              <th scope="col">Ratings</th>
              <th scope="col">Share</th>
            </tr>
          </thead>
          <tbody>
            {histogram.map(({ stars, upTo, count }) => (
              <tr key={stars}>
                <th scope="row">{upTo === undefined ? stars : `${stars} – ${upTo}`}</th>
                <td>{formatCount(count)}</td>
                <td>{formatShare(count / ratings)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <div className={styles.bars} role="img" aria-label={summary}>
          {histogram.map(({ stars, count }) => (
            <div key={stars} className={styles.bin} data-most={stars === most.stars || undefined}>
              <span className={styles.count}>{shorten(count)}</span>
              <span className={styles.bar} style={{ blockSize: `${(count / most.count) * 100}%` }} />
              <span className={styles.stars}>{stars}</span>
            </div>
          ))}
        </div>
      )}
    </figure>
  );
}

const shorten = (count: number): string => (count < 1000 ? String(count) : `${(count / 1000).toFixed(count < 10_000 ? 1 : 0)}k`);
