import { Fragment, type ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Table.module.css';
import { InWords, useSay } from './words.tsx';

export interface TableColumn {
  /** Empty where the column has no heading. */
  readonly title: ReactNode;
  /** Numbers stand at the right, digit below digit. */
  readonly isNumber?: boolean;
  /** Left out where the page is narrow. */
  readonly isSpare?: boolean;
}

export interface TableRow {
  /** Unique within the table. */
  readonly key: string | number;
  /** As many as there are columns. */
  readonly cells: readonly ReactNode[];
  /** A sentence on the row, below it and as wide as the table. */
  readonly note?: ReactNode;
}

interface TableProps {
  /** The name of the table. */
  readonly caption: string;
  /** Where what surrounds the table says its name already, the caption is for screen readers alone. */
  readonly isCaptionHidden?: boolean;
  readonly columns: readonly TableColumn[];
  /** Where a picture beside the numbers explains itself, the headings are for screen readers alone. */
  readonly isHeadHidden?: boolean;
  readonly rows: readonly TableRow[];
  /** The column whose cells name their rows; null where none does. */
  readonly rowHeader?: number | null;
  /** The cells of a last row that sums up. */
  readonly total?: readonly ReactNode[];
  /** What stands there where there is no row. */
  readonly empty?: string;
  /** May set --table-width, --table-edge and --row-padding. */
  readonly className?: string | undefined;
}

/** Rows and columns with headings. */
export function Table({ caption, columns, rows, rowHeader = 0, total, empty, className, ...hidden }: TableProps) {
  const say = useSay();
  return (
    <table className={classes(styles.table, className)}>
      <caption className={hidden.isCaptionHidden ? 'visually-hidden' : styles.caption}>{say(caption)}</caption>
      <thead className={classes(hidden.isHeadHidden && 'visually-hidden')}>
        <tr>
          {columns.map(({ title, ...column }, at) =>
            title === '' ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns are known by their place
              <td key={at} className={columnClass(column)} />
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns are known by their place
              <th key={at} scope="col" className={columnClass(column)}>
                {typeof title === 'string' ? say(title) : title}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells, note }) => (
          <Fragment key={key}>
            <Row cells={cells} columns={columns} rowHeader={rowHeader} hasNote={note !== undefined} />
            {note !== undefined && (
              <tr>
                <td colSpan={columns.length} className={styles.note}>
                  <InWords>{note}</InWords>
                </td>
              </tr>
            )}
          </Fragment>
        ))}
        {rows.length === 0 && empty && (
          <tr>
            <td colSpan={columns.length} className={styles.empty}>
              {say(empty)}
            </td>
          </tr>
        )}
      </tbody>
      {total && (
        <tfoot>
          <Row cells={total} columns={columns} rowHeader={rowHeader} />
        </tfoot>
      )}
    </table>
  );
}

interface RowProps {
  readonly cells: readonly ReactNode[];
  readonly columns: readonly TableColumn[];
  readonly rowHeader: number | null;
  readonly hasNote?: boolean;
}

function Row({ cells, columns, rowHeader, hasNote = false }: RowProps) {
  return (
    <tr className={hasNote ? styles.noted : undefined}>
      {columns.map((column, at) =>
        at === rowHeader ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns are known by their place
          <th key={at} scope="row" className={columnClass(column)}>
            {cells[at]}
          </th>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns are known by their place
          <td key={at} className={columnClass(column)}>
            {cells[at]}
          </td>
        ),
      )}
    </tr>
  );
}

const columnClass = ({ isNumber, isSpare }: Omit<TableColumn, 'title'>): string | undefined =>
  classes(isNumber && styles.number, isSpare && styles.spare) || undefined;
