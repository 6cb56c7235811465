import type { ColumnMapping, MappingQuestion } from '../../../core/column-mapping.ts';
import { Table } from '../../../ui/Table.tsx';
import { TableFrame } from '../../../ui/TableFrame.tsx';
import styles from './ColumnMappingForm.module.css';
import { ROLES } from './column-roles.ts';

interface FirstRowsProps extends Pick<MappingQuestion, 'columns' | 'sample'> {
  readonly title: string;
  readonly mapping: Partial<ColumnMapping>;
}

/** The first rows of a file, and what each column holds. */
export function FirstRows({ title, columns, sample, mapping }: FirstRowsProps) {
  const head = columns.map((column, at) => {
    const role = ROLES.find((candidate) => mapping[candidate.role] === at)?.label;
    return {
      title: (
        <span data-role={role}>
          {column}
          <span className={styles.badge}>{role}</span>
        </span>
      ),
    };
  });
  return (
    <TableFrame label={title} className={styles.preview}>
      <Table
        caption={title}
        isCaptionHidden
        columns={head}
        rowHeader={null}
        rows={sample.map((row, line) => ({ key: line, cells: columns.map((_, at) => row[at]) }))}
      />
    </TableFrame>
  );
}
