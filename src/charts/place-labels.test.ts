import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type LabelBox, placeLabels } from './place-labels.ts';

const BOTTOM = 400;
const box = fc.record({
  left: fc.integer({ min: 0, max: 300 }),
  width: fc.integer({ min: 1, max: 120 }),
  height: fc.integer({ min: 10, max: 50 }),
  y: fc.double({ min: -100, max: 500, noNaN: true }),
});
/** At most 8 × 50 pixels high together, so that every set fits. */
const boxes = fc.array(box, { maxLength: 8 });

const sharesColumn = (a: LabelBox, b: LabelBox) => a.left < b.left + b.width && b.left < a.left + a.width;

it('keeps boxes within the bounds and apart from each other', () => {
  fc.assert(
    fc.property(boxes, (wanted) => {
      const placed = placeLabels(wanted, BOTTOM).map((top, index) => ({ ...(wanted[index] as LabelBox), top }));
      for (const { top, height } of placed) {
        expect(top).toBeGreaterThanOrEqual(0);
        expect(top + height).toBeLessThanOrEqual(BOTTOM + 1e-9);
      }
      for (const [index, a] of placed.entries()) {
        for (const b of placed.slice(index + 1)) {
          const overlap = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
          if (sharesColumn(a, b)) expect(overlap).toBeLessThanOrEqual(1e-9);
        }
      }
    }),
  );
});

it('keeps the order of the wanted places within a column', () => {
  const column = fc.array(
    box.map((one) => ({ ...one, left: 0 })),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(column, (wanted) => {
      const tops = placeLabels(wanted, BOTTOM);
      const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a]?.y ?? 0) - (wanted[b]?.y ?? 0));
      const sorted = order.map((index) => tops[index] ?? 0);
      expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
    }),
  );
});

it('leaves boxes alone that do not touch', () => {
  const above = { left: 0, width: 10, height: 20, y: 50 };
  expect(placeLabels([{ ...above, y: 100 }, above], BOTTOM)).toEqual([90, 40]);
  expect(placeLabels([above, { ...above, left: 10 }], BOTTOM)).toEqual([40, 40]);
});

it('shares the shift between two boxes with the same wanted place', () => {
  const one = { left: 0, width: 10, height: 20, y: 100 };
  expect(placeLabels([one, one], BOTTOM)).toEqual([80, 100]);
});

it('starts at the top where there is not enough room', () => {
  const one = { left: 0, width: 10, height: 20, y: 15 };
  expect(placeLabels([one, one], 30)).toEqual([0, 20]);
});
