import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toExactUnit } from './exact-sum.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

it('gives sums that do not depend on how they are grouped', () => {
  const values = fc.array(fc.double({ min: 0, max: 1e4, noNaN: true }), { minLength: 2, maxLength: 50 });
  fc.assert(
    fc.property(values, fc.nat(), (drawn, at) => {
      const exact = drawn.map(toExactUnit);
      const cut = at % exact.length;
      expect(sum(exact.slice(0, cut)) + sum(exact.slice(cut))).toBe(sum(exact));
    }),
  );
});

it('is nearer than any digit that is shown, and leaves what is no number', () => {
  expect(Math.abs(toExactUnit(Math.PI) - Math.PI)).toBeLessThan(4e-9);
  expect(toExactUnit(Number.NaN)).toBeNaN();
  expect(toExactUnit(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
});
