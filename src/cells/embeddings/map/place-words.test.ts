import { expect, test } from 'vitest';
import { placeWords } from './place-words.ts';

test.each([
  [[0.314, -2], '0.31 to the right of the centre, 2.00 below it'],
  [[-1, 0.5], '1.00 to the left of the centre, 0.50 above it'],
] as const)('%j', (place, words) => expect(placeWords(place)).toBe(words));
