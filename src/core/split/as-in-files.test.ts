import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildRatings } from '../join-ratings.ts';
import { DEFAULTS } from '../settings/tuned.ts';
import { splitRatings } from '../split.ts';
import { asInFiles } from './as-in-files.ts';
import { TEST, TRAIN, VALIDATION } from './parts.ts';

const given = fc
  .array(fc.constantFrom(TRAIN, TEST), { minLength: 3, maxLength: 200 })
  .map((parts) => Uint8Array.of(TRAIN, TRAIN, ...parts));

test('the test part stays as it is; a share of the others, drawn by the seed, is validated on', () => {
  fc.assert(
    fc.property(given, fc.double({ min: 0.01, max: 0.5, noNaN: true }), fc.nat(), (given, validationShare, seed) => {
      const parts = asInFiles(given, { validationShare }, seed);
      expect(parts.map((part) => Number(part === TEST))).toEqual(given.map((part) => Number(part === TEST)));
      const training = given.filter((part) => part === TRAIN).length;
      const held = parts.filter((part) => part === VALIDATION).length;
      expect(Math.abs(held - training * validationShare)).toBeLessThanOrEqual(1);
      expect(asInFiles(given, { validationShare }, seed)).toEqual(parts);
    }),
  );
});

test('a file to validate on is that part', () => {
  const given = Uint8Array.of(TRAIN, VALIDATION, TEST, TRAIN);
  expect(asInFiles(given, { validationShare: 0.5 }, 1)).toBe(given);
});

const columns = (parts?: Uint8Array) => ({
  users: Int32Array.of(1, 1, 2, 2, 1),
  movies: Int32Array.of(1, 2, 1, 2, 1),
  stars: Float32Array.of(3, 4, 5, 3, 2),
  timestamps: null,
  parts,
});

test('a rating that is left out takes its part with it', () => {
  const ratings = buildRatings(columns(Uint8Array.of(TEST, VALIDATION, TRAIN, TRAIN, TRAIN)), []);
  const { train, validation, test: held } = splitRatings(ratings, { ...DEFAULTS.dot, split: 'files' });
  expect([[...train], [...validation], [...held]]).toEqual([[1, 2, 3], [0], []]);
});

test('without such files there is no such split', () => {
  expect(() => splitRatings(buildRatings(columns(), []), { ...DEFAULTS.dot, split: 'files' })).toThrow(
    /did not come in separate files/,
  );
});
