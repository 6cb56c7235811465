import type { SplitReport } from '../../core/split/report.ts';
import { formatCount, formatPercent, formatQuantity } from '../../ui/format.ts';
import styles from './PartFigures.module.css';
import { type PartRow, partRows } from './part-rows.ts';

interface PartFiguresProps {
  readonly report: SplitReport;
}

/** The parts as a bar, and as a table: how large each is and from when to when its ratings are. */
export function PartFigures({ report }: PartFiguresProps) {
  const rows = partRows(report);
  return (
    <div className={styles.figure}>
      <div className={styles.bar} aria-hidden="true">
        {rows.map(({ name, share }) => (
          <span key={name} data-part={name} style={{ flexGrow: share }} />
        ))}
      </div>
      <table className={styles.table}>
        <caption className="visually-hidden">The parts of the ratings</caption>
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col">Ratings</th>
            <th scope="col">Users, movies</th>
            {rows.some(({ span }) => span) && <th scope="col">Given</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.name} {...row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ name, title, ratings, share, users, movies, span }: PartRow) {
  return (
    <tr>
      <th scope="row">
        <span className={styles.key} data-part={name} aria-hidden="true" />
        {title}
      </th>
      <td>
        {formatCount(ratings)} <span className={styles.note}>{formatPercent(share)}</span>
      </td>
      <td>
        {formatQuantity(users, 'user')}, <span className={styles.note}>{formatQuantity(movies, 'movie')}</span>
      </td>
      {span && <td>{span}</td>}
    </tr>
  );
}
