import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LossName, lossSlope } from './loss.ts';

const LOSSES: Readonly<Record<LossName, (d: number) => number>> = {
  squared: (d) => d ** 2,
  absolute: Math.abs,
  huber: (d) => (Math.abs(d) <= 1 ? d ** 2 / 2 : Math.abs(d) - 0.5),
};

test.each(Object.entries(LOSSES) as [LossName, (d: number) => number][])(
  'the slope of %s is its finite difference',
  (name, loss) => {
    const away = fc.double({ min: -5, max: 5, noNaN: true }).filter((d) => [-1, 0, 1].every((bend) => Math.abs(d - bend) > 1e-3));
    fc.assert(
      fc.property(away, (d) => {
        expect(lossSlope(name, d)).toBeCloseTo((loss(d + 1e-5) - loss(d - 1e-5)) / 2e-5, 5);
      }),
    );
  },
);
