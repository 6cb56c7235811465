import { AGES, OCCUPATIONS } from '../../core/demographics.ts';
import { LARGEST_ID } from './id-column.ts';
import { linesOf } from './latin.ts';
import { malformed, quote } from './malformed.ts';
import type { UserRecord } from './user-record.ts';

/** Reads the users.dat of MovieLens 1M: UserID::Gender::Age::Occupation::Zip-code. Throws a LabError with the line. */
export function parseUsersDat(bytes: Uint8Array, file: string): readonly UserRecord[] {
  return linesOf(bytes).flatMap((text, at) => {
    if (text === '') return [];
    const fields = text.split('::');
    if (fields.length !== 5) throw malformed(file, at + 1, `there are ${fields.length} fields between “::”, not 5`);
    const [id, gender, age, occupation, zip] = fields as [string, string, string, string, string];
    const place = /^\d+$/.test(occupation) ? OCCUPATIONS[Number(occupation)] : undefined;
    return [
      {
        id: userNumber(id, file, at + 1),
        gender: checkGender(gender, file, at + 1),
        age: AGES.get(age) ?? age,
        occupation: place ?? occupation,
        zip,
      },
    ];
  });
}

export function userNumber(id: string, file: string, line: number): number {
  if (!/^\d+$/.test(id) || Number(id) > LARGEST_ID) throw malformed(file, line, `${quote(id)} is not a user id`);
  return Number(id);
}

export function checkGender(gender: string, file: string, line: number): string {
  if (gender !== 'F' && gender !== 'M') throw malformed(file, line, `${quote(gender)} is neither F nor M`);
  return gender;
}
