import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldSplit } from './folds.ts';
import { gatherParts, type Split } from './parts.ts';

const parts = fc
  .array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 200 })
  .map((all) => gatherParts(Uint8Array.from(all)));
const all = ({ train, validation, test }: Split): number[] => [...train, ...validation, ...test].sort((a, b) => a - b);

test('every rating outside the test part is held out once, and trained on in all other folds', () => {
  fc.assert(
    fc.property(parts, fc.integer({ min: 2, max: 12 }), fc.nat(), (split, of, seed) => {
      fc.pre(split.train.length + split.validation.length >= of);
      const folds = Array.from({ length: of }, (_, i) => foldSplit(split, seed, { at: i + 1, of }));
      const heldOut = folds.flatMap(({ validation }) => [...validation]).sort((a, b) => a - b);
      expect(heldOut).toEqual([...split.train, ...split.validation].sort((a, b) => a - b));
      for (const fold of folds) {
        expect(all(fold)).toEqual(all(split));
        expect(fold.test).toEqual(split.test);
      }
      const sizes = folds.map(({ validation }) => validation.length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }),
  );
});

const SPLIT = gatherParts(Uint8Array.from({ length: 40 }, (_, at) => at % 3));

test('folds follow from the seed, not from how the ratings were divided before', () => {
  const fold = { at: 2, of: 4 };
  const { train, validation, test } = SPLIT;
  expect(foldSplit({ train: validation, validation: train, test }, 7, fold)).toEqual(foldSplit(SPLIT, 7, fold));
  expect(foldSplit(SPLIT, 8, fold).validation).not.toEqual(foldSplit(SPLIT, 7, fold).validation);
});

test('more folds than ratings are refused with both numbers', () => {
  const few = gatherParts(Uint8Array.from([0, 1, 2, 2]));
  expect(() => foldSplit(few, 1, { at: 1, of: 3 })).toThrow(
    expect.objectContaining({ code: 'no-split', message: expect.stringMatching(/3 folds .*there are 2/) }),
  );
});
