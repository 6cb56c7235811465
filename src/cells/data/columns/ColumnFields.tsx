import type { ColumnMapping } from '../../../core/column-mapping.ts';
import type { TimeFormat } from '../../../core/table-format.ts';
import { ROLES, type Role } from '../sources/column-roles.ts';
import styles from './fields.module.css';
import { SelectField } from './SelectField.tsx';
import { TIMES } from './words.ts';

interface ColumnFieldsProps {
  readonly columns: readonly string[];
  readonly mapping: Partial<ColumnMapping>;
  readonly time: TimeFormat;
  readonly onColumn: (role: Role, column: number | undefined) => void;
  readonly onTime: (time: TimeFormat) => void;
}

/** Which column holds what, and how its times are written. */
export function ColumnFields({ columns, mapping, time, onColumn, onTime }: ColumnFieldsProps) {
  const all = columns.map((label, at) => ({ value: String(at), label }));
  return (
    <fieldset className={styles.fields} aria-label="Which column holds what">
      {ROLES.map(({ role, label, required }) => (
        <SelectField
          key={role}
          label={label}
          value={String(mapping[role] ?? '')}
          options={[{ value: '', label: required ? 'Choose a column' : 'None' }, ...all]}
          onChange={(value) => onColumn(role, value === '' ? undefined : Number(value))}
        />
      ))}
      {mapping.timestamp !== undefined && (
        <SelectField label="Times are written as" value={time} options={TIMES} onChange={onTime} />
      )}
    </fieldset>
  );
}
