import { LabError } from '../core/errors.ts';

/** `problem` goes on from “The file”. */
export const unreadableWeights = (problem: string, cause?: unknown): LabError =>
  new LabError(
    'weights-unreadable',
    `The file ${problem}.`,
    'Open a file of weights from the Take away cell, or from a job of it.',
    {
      cause,
    },
  );

export const CUT_OFF = 'is damaged or cut off';

/** How many values a shape has. Throws a LabError where it is no shape, or of more values than a file could hold. */
export function countOf(shape: unknown): number {
  const isShape = Array.isArray(shape) && shape.every((size) => Number.isSafeInteger(size) && size >= 0);
  const count = isShape ? (shape as number[]).reduce((product, size) => product * size, 1) : Number.NaN;
  if (!Number.isSafeInteger(count)) throw unreadableWeights(CUT_OFF);
  return count;
}

/** 64-bit integers as numbers. Throws a LabError where one is too large to be exact. */
export function wholeNumbers(values: BigInt64Array): readonly number[] {
  const numbers = Array.from(values, Number);
  if (numbers.every(Number.isSafeInteger)) return numbers;
  throw unreadableWeights('has ids that are too large');
}
