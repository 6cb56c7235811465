import { expect, test } from 'vitest';
import { pointColours } from './point-colours.ts';

/** Each property has its own number for red. */
const read = (name: string) => [Number(name.at(-1)) * (name.startsWith('--scale') ? 10 : 1), 0, 0] as const;
const redAndOpacity = (bytes: Uint8Array) =>
  Array.from({ length: bytes.length / 4 }, (_, at) => [bytes[4 * at], bytes[4 * at + 3]]);

test('classes have a colour each, the last is what is none of them', () => {
  const colours = { kind: 'classes', names: ['Drama', 'War', 'Other'], classes: Uint8Array.of(0, 1, 2) } as const;
  expect(redAndOpacity(pointColours(colours, 3, null, read)).map(([red]) => red)).toEqual([1, 2, 9]);
});

test('values go from the lowest to the highest colour, by their logarithm where that is said; what is unknown is grey', () => {
  const values = Float32Array.of(1, 10, 100, 1000, Number.NaN);
  const colours = { kind: 'values', values, low: 1, high: 100, isLogarithmic: true } as const;
  expect(redAndOpacity(pointColours(colours, 5, null, read)).map(([red]) => red)).toEqual([10, 30, 50, 50, 9]);
});

test('what was not selected is dim; without colours all are grey', () => {
  expect(redAndOpacity(pointColours(null, 3, Int32Array.of(1), read))).toEqual([
    [9, 26],
    [9, 215],
    [9, 26],
  ]);
});
