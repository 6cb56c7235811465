import { linesOf } from './latin.ts';
import { malformed } from './malformed.ts';
import type { UserRecord } from './user-record.ts';
import { checkGender, userNumber } from './users-dat.ts';

/** Reads the u.user of MovieLens 100K: id|age|gender|occupation|zip. Throws a LabError with the line. */
export function parseUUser(bytes: Uint8Array, file: string): readonly UserRecord[] {
  return linesOf(bytes).flatMap((text, at) => {
    if (text === '') return [];
    const fields = text.split('|');
    if (fields.length !== 5) throw malformed(file, at + 1, `there are ${fields.length} fields between “|”, not 5`);
    const [id, age, gender, occupation, zip] = fields as [string, string, string, string, string];
    return [{ id: userNumber(id, file, at + 1), gender: checkGender(gender, file, at + 1), age, occupation, zip }];
  });
}
