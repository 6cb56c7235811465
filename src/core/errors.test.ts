import { describe, expect, test } from 'vitest';
import { LabError, toErrorData } from './errors.ts';

test('a LabError keeps code, sentence and remedy, and survives a structured clone as data', () => {
  const cause = new Error('deep');
  const error = new LabError('no-data', 'Nothing is loaded.', 'Load the data.', { cause });
  expect(error).toBeInstanceOf(Error);
  expect(error.cause).toBe(cause);
  const data = toErrorData(error);
  expect(data).toEqual({ code: 'no-data', message: 'Nothing is loaded.', remedy: 'Load the data.' });
  expect(structuredClone(data)).toEqual(data);
});

describe('anything else is a crash that says what was thrown', () => {
  test.each([
    [new TypeError('x is not a function'), 'x is not a function'],
    ['a string', 'a string'],
    [undefined, 'undefined'],
    [{ code: 'no-data', message: 'looks like one', remedy: 'but is not' }, '[object Object]'],
  ])('%o', (thrown, told) => {
    const { code, message, remedy } = toErrorData(thrown);
    expect(code).toBe('crashed');
    expect(message).toBe(`Something went wrong inside Matinee: ${told}`);
    expect(remedy).toMatch(/^[A-Z].*\.$/);
  });
});

test('an array that the browser has no memory for is not a fault of ours', () => {
  expect(toErrorData(new RangeError('Array buffer allocation failed'))).toMatchObject({
    code: 'no-memory',
    remedy: 'Use fewer factors, a smaller batch or less data, or close other tabs and programs.',
  });
});
