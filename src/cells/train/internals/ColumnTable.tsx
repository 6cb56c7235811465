import styles from './FollowRating.module.css';
import { numberText } from './number-text.ts';

interface ColumnTableProps {
  readonly caption: string;
  readonly columns: readonly { readonly label: string; readonly values: ArrayLike<number> }[];
}

/** Columns of numbers side by side; shorter ones end early. It scrolls in its own frame. */
export function ColumnTable({ caption, columns }: ColumnTableProps) {
  const rows = Math.max(0, ...columns.map(({ values }) => values.length));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.scroll} aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">No.</th>
            {columns.map(({ label }) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: rows }, (_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its number
            <tr key={at}>
              <th scope="row">{at + 1}</th>
              {columns.map(({ label, values }) => (
                <td key={label}>{at < values.length ? numberText(values[at] as number) : ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
