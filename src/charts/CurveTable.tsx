import { Muted } from '../ui/Muted.tsx';
import { Table } from '../ui/Table.tsx';
import { TableFrame } from '../ui/TableFrame.tsx';
import { alignSeries } from './align.ts';
import styles from './CurveChart.module.css';
import { axisTitle, type Curves, formatX, formatY } from './curve.ts';

interface CurveTableProps {
  readonly curves: Curves;
}

/** The same numbers as the chart, one row an x. */
export function CurveTable({ curves: { series, references, x, y } }: CurveTableProps) {
  const { grid, rows } = alignSeries(series);
  const levels = references.map(({ name, value }) => `${name} ${formatY(value, y)}`);
  return (
    <TableFrame label={`${axisTitle(y)} as a table`} className={styles.tableFrame}>
      {levels.length > 0 && <Muted className={styles.levels}>Reference lines: {levels.join(' · ')}</Muted>}
      <Table
        caption={axisTitle(y)}
        isCaptionHidden
        columns={[{ title: x.title }, ...series.map(({ name }) => ({ title: name, isNumber: true }))]}
        rows={grid.map((at, row) => ({
          key: at,
          cells: [formatX(at, x), ...series.map((_, column) => formatY(rows[column]?.[row]?.y ?? Number.NaN, y))],
        }))}
      />
    </TableFrame>
  );
}
