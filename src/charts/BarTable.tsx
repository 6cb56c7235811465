import { Table } from '../ui/Table.tsx';
import { TableFrame } from '../ui/TableFrame.tsx';
import { useSay } from '../ui/words.tsx';
import styles from './BarFilter.module.css';
import type { BarValue } from './bar-value.ts';

interface BarTableProps {
  readonly title: string;
  readonly of: string;
  readonly unit: string;
  readonly bars: readonly BarValue[];
}

const COUNT = new Intl.NumberFormat('en');
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The numbers behind bars. */
export function BarTable({ title, of, unit, bars }: BarTableProps) {
  const say = useSay();
  return (
    <TableFrame label={say(`${title} as a table`)} className={styles.frame}>
      <Table
        caption={title}
        isCaptionHidden
        columns={[{ title: capital(of) }, { title: capital(unit), isNumber: true }]}
        rows={bars.map(({ label, count }) => ({ key: label, cells: [label, COUNT.format(count)] }))}
        className={styles.table}
      />
    </TableFrame>
  );
}
