import type { TableFormat } from '../../../core/table-format.ts';
import type { FilePreview } from '../../../core/table-preview.ts';
import styles from './fields.module.css';
import { NumberField } from './NumberField.tsx';
import { SelectField } from './SelectField.tsx';
import { DECIMALS, ENCODINGS, FIRST_ROWS, LINE_ENDS, SEPARATORS, SIGNS } from './words.ts';

interface FormatFieldsProps {
  readonly preview: FilePreview;
  readonly onChange: (change: Partial<TableFormat>) => void;
}

/** How the file is written. JSON has an encoding alone. */
export function FormatFields({ preview: { kind, format, encodingSign }, onChange }: FormatFieldsProps) {
  return (
    <fieldset className={styles.fields} aria-label="How the file is written">
      <SelectField
        label="Encoding"
        value={format.encoding}
        options={ENCODINGS}
        help={SIGNS[encodingSign]}
        onChange={(encoding) => onChange({ encoding })}
      />
      {kind !== 'json' && <TableFields format={format} onChange={onChange} />}
    </fieldset>
  );
}

interface TableFieldsProps {
  readonly format: TableFormat;
  readonly onChange: FormatFieldsProps['onChange'];
}

const TableFields = ({ format, onChange }: TableFieldsProps) => (
  <>
    <SelectField
      label="Between columns"
      value={format.separator}
      options={SEPARATORS}
      onChange={(separator) => onChange({ separator })}
    />
    <SelectField
      label="End of a line"
      value={format.carriageReturns ? 'cr' : 'lf'}
      options={LINE_ENDS}
      onChange={(end) => onChange({ carriageReturns: end === 'cr' })}
    />
    <NumberField label="Lines to skip" value={format.skip} isWhole onChange={(skip) => onChange({ skip: skip ?? 0 })} />
    <SelectField
      label="First row"
      value={format.hasHeader ? 'header' : 'rating'}
      options={FIRST_ROWS}
      onChange={(row) => onChange({ hasHeader: row === 'header' })}
    />
    <SelectField label="Decimal sign" value={format.decimal} options={DECIMALS} onChange={(decimal) => onChange({ decimal })} />
  </>
);
