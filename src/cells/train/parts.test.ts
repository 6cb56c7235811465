import { expect, it } from 'vitest';
import { describeParts } from './parts.ts';

const SIZES = { trainRatings: 9000, validationRatings: 1000, testRatings: 0 };

it('says which part is which: validation doubles as the test only where nothing is decided by it', () => {
  expect(describeParts(SIZES, 0)).toMatch(/9,000 train and 1,000 are held out\. They double as the test/);
  expect(describeParts(SIZES, 3)).toContain('so they are no test');
  expect(describeParts({ ...SIZES, testRatings: 500 }, 3)).toMatch(/1,000 are checked after every epoch, and 500 are the test/);
});
