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
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.tableFrame} aria-label={`${axisTitle(y)} as a table`} tabIndex={0}>
      <table className={styles.table}>
        {levels.length > 0 && <caption>Reference lines: {levels.join(' · ')}</caption>}
        <thead>
          <tr>
            <th scope="col">{x.title}</th>
            {series.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.map((at, row) => (
            <tr key={at}>
              <th scope="row">{formatX(at, x)}</th>
              {series.map(({ name }, column) => (
                <td key={name}>{formatY(rows[column]?.[row]?.y ?? Number.NaN, y)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
