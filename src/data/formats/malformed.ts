import { LabError } from '../../core/errors.ts';

/** The largest raw id that an Int32Array holds. */
export const LARGEST_ID = 2 ** 31 - 1;

/** Where a file is wrong, as an error with file, line and remedy. Lines count from 1. */
export function malformed(file: string, line: number, problem: string): LabError {
  return new LabError('data-malformed', `${file}, line ${line}: ${problem}.`, 'Mend that line, or use another copy of the data.');
}
