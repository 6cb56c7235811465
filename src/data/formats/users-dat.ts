import { LARGEST_ID } from './id-column.ts';
import { linesOf } from './latin.ts';
import { malformed, quote } from './malformed.ts';
import type { UserRecord } from './user-record.ts';

/** By the README of MovieLens 1M. */
const AGES: ReadonlyMap<string, string> = new Map([
  ['1', 'under 18'],
  ['18', '18–24'],
  ['25', '25–34'],
  ['35', '35–44'],
  ['45', '45–49'],
  ['50', '50–55'],
  ['56', '56 and over'],
]);

const OCCUPATIONS = [
  'other or not specified',
  'academic/educator',
  'artist',
  'clerical/admin',
  'college/grad student',
  'customer service',
  'doctor/health care',
  'executive/managerial',
  'farmer',
  'homemaker',
  'K-12 student',
  'lawyer',
  'programmer',
  'retired',
  'sales/marketing',
  'scientist',
  'self-employed',
  'technician/engineer',
  'tradesman/craftsman',
  'unemployed',
  'writer',
] as const;

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
