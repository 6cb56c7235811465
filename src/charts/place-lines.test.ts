import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clearPlace, type Line } from './clear-place.ts';
import { type PointLabel, placeLabelsOff } from './place-lines.ts';

const ROOM = { width: 500, height: 200, plotWidth: 400 };
const label = (x: number, y: number, more: Partial<PointLabel> = {}): PointLabel => ({
  x,
  left: x + 9,
  y,
  width: 70,
  height: 17,
  isMark: false,
  ...more,
});

const crossesText = (line: Line, { left, top, width, height }: { left: number; top: number; width: number; height: number }) => {
  for (let x = Math.max(left, line[0]?.x ?? 0); x <= Math.min(left + width, line.at(-1)?.x ?? 0); x += 0.5) {
    const after = line.findIndex((corner) => corner.x >= x);
    const [a, b] = [line[Math.max(0, after - 1)], line[after]];
    if (!a || !b) continue;
    const y = b.x === a.x ? b.y : a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x);
    if (y > top + 0.01 && y < top + height - 0.01) return true;
  }
  return false;
};

it('puts the label of the lowest point below the line that goes on from it', () => {
  const line = [0, 100, 200, 300, 400].map((x) => ({ x, y: 150 - Math.abs(x - 200) / 8 }));
  const [place] = placeLabelsOff([label(200, 150, { isMark: true })], [line], ROOM);
  expect(place).toMatchObject({ top: 158 });
  expect(crossesText(line, place as never)).toBe(false);
});

it('moves the label of a line that has not reached the end off a level that crosses it', () => {
  const level = [
    { x: 0, y: 100 },
    { x: 400, y: 100 },
  ];
  const [place] = placeLabelsOff([label(150, 102)], [level], ROOM);
  expect(crossesText(level, place as never)).toBe(false);
  expect(Math.abs((place?.top ?? 0) + 8.5 - 102)).toBeLessThanOrEqual(16);
});

it('leaves a label where it belongs when nothing is in the way', () => {
  expect(placeLabelsOff([label(150, 100)], [], ROOM)).toEqual([{ left: 159, top: 91.5, width: 70, height: 17 }]);
});

it('keeps labels apart, whatever they are of', () => {
  const one = fc.record({
    x: fc.integer({ min: 0, max: 400 }),
    y: fc.integer({ min: 0, max: 200 }),
    isMark: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 4 }), (points) => {
      const places = placeLabelsOff(
        points.map(({ x, y, isMark }) => label(x, y, { isMark: isMark && x < 380 })),
        [],
        ROOM,
      );
      for (const [at, a] of places.entries())
        for (const b of places.slice(at + 1)) {
          const overlap = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
          if (a.left < b.left + b.width && b.left < a.left + a.width) expect(overlap).toBeLessThanOrEqual(1e-9);
        }
    }),
  );
});

it('takes the place with the fewest faults where every one has some', () => {
  const place = (top: number) => ({ left: 0, top, width: 10, height: 10 });
  const across = (y: number): Line => [
    { x: 0, y },
    { x: 10, y },
  ];
  expect(clearPlace([place(0), place(20)], [across(5), across(6), across(25)], [])).toEqual(place(20));
  expect(clearPlace([place(0), place(20)], [across(5)], [place(22)])).toEqual(place(0));
});
