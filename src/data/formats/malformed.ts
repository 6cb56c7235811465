import { LabError } from '../../core/errors.ts';

/** Where a file is wrong, as an error with file, line and remedy. Lines count from 1. */
export function malformed(
  file: string,
  line: number,
  problem: string,
  remedy = 'Correct that line, or use another copy of the data.',
): LabError {
  return new LabError('data-malformed', `${file}, line ${line}: ${problem}.`, remedy);
}

/** A piece of a file as a sentence shows it. */
export const quote = (text: string): string => `“${text.length > 30 ? `${text.slice(0, 30)}…` : text}”`;
