import { expect, test } from 'vitest';
import { type Dot, layOutDots } from './dots.ts';

const SIZE = { width: 280, height: 180 };
const dot = (x: number, y: number): Dot => ({ x, y, label: String(x) });

test('dots stand within the plot, evenly on their scale, the greatest at the top', () => {
  const { dots, plot } = layOutDots([dot(0.001, 0.9), dot(0.01, 0.8), dot(0.1, 1)], { title: 'rate', isLog: true }, SIZE);
  const [first, second, third] = dots.map(({ left }) => left);
  expect((first ?? 0) + (third ?? 0)).toBeCloseTo(2 * (second ?? 0), 6);
  for (const { left, top } of dots) {
    expect(left).toBeGreaterThanOrEqual(plot.left);
    expect(left).toBeLessThanOrEqual(plot.right);
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(SIZE.height);
  }
  expect(dots[2]?.top).toBeLessThan(dots[1]?.top ?? 0);
});

test.each([
  ['evenly', (at: number) => at],
  ['crowded at the start', (at: number) => at ** 3],
  ['crowded at the end', (at: number) => 1 - 0.5 ** at],
])('values that are written stand apart, the first and the last among them: %s', (_, xOf) => {
  const points = Array.from({ length: 20 }, (_, at) => ({ x: xOf(at), y: at, label: `0.00${at + 100}` }));
  const { xTicks } = layOutDots(points, { title: 'x', isLog: false }, SIZE);
  expect([xTicks[0]?.text, xTicks.at(-1)?.text]).toEqual(['0.00100', '0.00119']);
  const shift = { start: 0, middle: 0.5, end: 1 };
  const spans = xTicks.map(({ at, anchor, text }) => [
    at - shift[anchor] * 7 * text.length,
    at + (1 - shift[anchor]) * 7 * text.length,
  ]);
  for (const [at, [from]] of spans.slice(1).entries()) expect(from).toBeGreaterThan(spans[at]?.[1] as number);
});

test.each([
  ['without dots', []],
  ['where all are equal', [dot(3, 1), dot(3, 1)]],
])('%s every place is a number', (_, points) => {
  const { dots, xTicks, yTicks } = layOutDots(points, { title: 'x', isLog: false }, SIZE);
  const places = [...dots.flatMap(({ left, top }) => [left, top]), ...[...xTicks, ...yTicks].map(({ at }) => at)];
  expect(places.filter((place) => !Number.isFinite(place))).toEqual([]);
});
