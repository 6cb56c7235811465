import { Table } from '../../../ui/Table.tsx';
import { TableFrame } from '../../../ui/TableFrame.tsx';
import styles from './FollowRating.module.css';
import { numberText } from './number-text.ts';

interface ColumnTableProps {
  readonly caption: string;
  readonly columns: readonly { readonly label: string; readonly values: ArrayLike<number> }[];
}

/** Columns of numbers side by side; shorter ones end early. */
export function ColumnTable({ caption, columns }: ColumnTableProps) {
  const rows = Math.max(0, ...columns.map(({ values }) => values.length));
  return (
    <TableFrame label={caption} className={styles.scroll}>
      <Table
        caption={caption}
        isCaptionHidden
        columns={[{ title: 'No.' }, ...columns.map(({ label }) => ({ title: label, isNumber: true }))]}
        rows={Array.from({ length: rows }, (_, at) => ({
          key: at,
          cells: [at + 1, ...columns.map(({ values }) => (at < values.length ? numberText(values[at] as number) : ''))],
        }))}
      />
    </TableFrame>
  );
}
