import styles from './NumbersTable.module.css';

interface NumbersTableProps {
  readonly caption: string;
  /** Of at least three columns: what has numbers, its kind, and last how many. */
  readonly head: readonly string[];
  /** As many cells each; the first ones are unique. */
  readonly rows: readonly (readonly string[])[];
  /** How many numbers there are in all. */
  readonly total: string;
}

/** What a model is made of, row by row, and how many numbers that takes. Where it is narrow the kinds give way. */
export function NumbersTable({ caption, head, rows, total }: NumbersTableProps) {
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{caption}</caption>
      <thead>
        <tr>
          {head.map((title, column) => (
            <th key={title} scope="col" className={kindClass(column)}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((cell, at) => (
              <td key={head[at + 1]} className={kindClass(at + 1)}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">All</th>
          {head.slice(1).map((title, at) => (
            <td key={title} className={kindClass(at + 1)}>
              {at + 2 === head.length && total}
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

const kindClass = (column: number): string | undefined => (column === 1 ? styles.kind : undefined);
