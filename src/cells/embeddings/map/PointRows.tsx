import type { ReactNode } from 'react';
import { formatCount } from '../../../ui/format.ts';
import { Table } from '../../../ui/Table.tsx';
import { TableFrame } from '../../../ui/TableFrame.tsx';
import type { PointRow } from '../contract.ts';
import styles from '../Embeddings.module.css';

interface PointRowsProps {
  readonly caption: string;
  readonly rows: readonly PointRow[];
  /** Where each lies, (points, 2). */
  readonly positions?: Float32Array;
}

/** Points as rows of a table. */
export function PointRows({ caption, rows, positions }: PointRowsProps) {
  const placeColumns = positions ? ['Right', 'Up'].map((title) => ({ title, isNumber: true })) : [];
  const placeOf = (point: number): readonly ReactNode[] =>
    positions ? [0, 1].map((axis) => (positions[2 * point + axis] as number).toFixed(3)) : [];
  return (
    <TableFrame label={caption}>
      <Table
        caption={caption}
        columns={[
          { title: 'Title' },
          { title: 'Year' },
          { title: 'Genres' },
          { title: 'Ratings', isNumber: true },
          ...placeColumns,
        ]}
        rows={rows.map(({ point, title, year, genres, ratings }) => ({
          key: point,
          cells: [title, year, genres.join(', '), formatCount(ratings), ...placeOf(point)],
        }))}
        className={styles.table}
      />
    </TableFrame>
  );
}
