import { Fragment, type ReactNode } from 'react';
import type { SplitReport } from '../../core/split/report.ts';
import { formatCount, formatPercent, formatQuantity } from '../../ui/format.ts';
import { Table } from '../../ui/Table.tsx';
import { InWords } from '../../ui/words.tsx';
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
      <Table
        caption="The parts of the ratings"
        isCaptionHidden
        columns={rows.some(({ span }) => span) ? COLUMNS : COLUMNS.slice(0, -1)}
        rows={rows.map((row) => ({ key: row.name, cells: cellsOf(row) }))}
        className={styles.table}
      />
    </div>
  );
}

const COLUMNS = [{ title: 'Part' }, { title: 'Ratings' }, { title: 'Users, movies' }, { title: 'Given' }];

const cellsOf = ({ name, title, ratings, share, users, movies, span }: PartRow): readonly ReactNode[] => [
  <span key="part" className={styles.part}>
    <span className={styles.key} data-part={name} aria-hidden="true" />
    {title}
  </span>,
  <Fragment key="ratings">
    {formatCount(ratings)} <span className={styles.note}>{formatPercent(share)}</span>
  </Fragment>,
  <InWords key="entities">
    {formatQuantity(users, 'user')}, <span className={styles.note}>{formatQuantity(movies, 'movie')}</span>
  </InWords>,
  span,
];
