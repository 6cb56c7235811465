import type { WideMapping } from '../../../core/column-mapping.ts';
import styles from './fields.module.css';
import { NumberField } from './NumberField.tsx';
import { SelectField } from './SelectField.tsx';

interface WideFieldsProps {
  readonly columns: readonly string[];
  readonly wide: WideMapping;
  readonly onChange: (wide: WideMapping) => void;
}

/** How a table with a row for each user, or each item, is read. */
export function WideFields({ columns, wide, onChange }: WideFieldsProps) {
  const all = columns.map((label, at) => ({ value: String(at), label }));
  return (
    <fieldset className={styles.fields} aria-label="Which column holds what">
      <SelectField
        label="Name of the row"
        value={wide.label === null ? '' : String(wide.label)}
        options={[{ value: '', label: 'None: use the row number' }, ...all]}
        onChange={(label) => onChange({ ...wide, label: label === '' ? null : Number(label) })}
      />
      <SelectField
        label="First column of ratings"
        value={String(wide.first)}
        options={all}
        onChange={(first) => onChange({ ...wide, first: Number(first) })}
      />
      <NumberField label="Stands for “not rated”" value={wide.blank} onChange={(blank) => onChange({ ...wide, blank })} />
    </fieldset>
  );
}
