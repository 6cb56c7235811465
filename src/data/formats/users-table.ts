import type { BesideLayout } from '../../core/data-source.ts';
import { plainName } from './column-names.ts';
import { idOrNull } from './id-column.ts';
import { malformed } from './malformed.ts';
import { isMissing } from './missing.ts';
import type { UserRecord } from './user-record.ts';
import { wholeTable } from './whole-table.ts';

const NAMES: Readonly<Record<keyof UserRecord, readonly string[]>> = {
  id: ['userid', 'user', 'id', 'uid', 'username'],
  gender: ['gender', 'sex'],
  age: ['age', 'agegroup'],
  occupation: ['occupation', 'job', 'profession'],
  zip: ['zip', 'zipcode', 'postcode', 'postalcode'],
};

type UserColumns = Readonly<Record<keyof UserRecord, number>>;

/** The columns of a table of users by their names, −1 for what it does not have. Null where it tells nothing of them. */
export function userColumns(columns: readonly string[]): UserColumns | null {
  const plain = columns.map(plainName);
  const find = (names: readonly string[]): number => names.map((name) => plain.indexOf(name)).find((at) => at >= 0) ?? -1;
  const at = {
    id: find(NAMES.id),
    gender: find(NAMES.gender),
    age: find(NAMES.age),
    occupation: find(NAMES.occupation),
    zip: find(NAMES.zip),
  };
  const isSaid = at.gender >= 0 || at.age >= 0 || at.occupation >= 0;
  return at.id >= 0 && isSaid ? at : null;
}

export interface ParsedUsers {
  readonly records: readonly UserRecord[];
  /** Null where it is that of a release by GroupLens. */
  readonly layout: BesideLayout | null;
}

const GENDERS: Readonly<Record<string, string>> = { f: 'F', female: 'F', w: 'F', woman: 'F', m: 'M', male: 'M', man: 'M' };
const UNKNOWN = 'unknown';

/** Reads users of any tabular form. Throws a LabError where no column tells anything of them. */
export function parseUsers(bytes: Uint8Array, file: string): ParsedUsers {
  const table = wholeTable(bytes);
  const at = table?.format.hasHeader ? userColumns(table.columns) : null;
  if (table === null || at === null) throw malformed(file, 1, 'no column is called gender, age or occupation');
  const text = (fields: readonly string[], column: number): string => {
    const written = fields[column]?.trim() ?? '';
    return isMissing(written) ? UNKNOWN : written.slice(0, 60);
  };
  const records = table.rows.flatMap(({ fields }) => {
    const id = idOrNull(fields[at.id] ?? '', 'user');
    if (id === null) return [];
    const gender = text(fields, at.gender);
    const age = text(fields, at.age);
    return [
      {
        id,
        gender: GENDERS[gender.toLowerCase()] ?? gender,
        age: age.replace(/\.0$/, ''),
        occupation: text(fields, at.occupation),
        zip: text(fields, at.zip),
      },
    ];
  });
  return { records, layout: { file, format: table.format, at } };
}
