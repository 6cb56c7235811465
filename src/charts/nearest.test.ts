import { expect, test } from 'vitest';
import { nearestTrack } from './nearest.ts';

const dots = [
  { id: 'a', points: [[0, 0]] },
  { id: 'b', points: [[10, 0]] },
] as const;

test('of dots it is the nearest within reach', () => {
  expect(nearestTrack(dots, 4, 0, 20)).toBe('a');
  expect(nearestTrack(dots, 6, 0, 20)).toBe('b');
  expect(nearestTrack(dots, 6, 30, 20)).toBeUndefined();
});

test('of lines it is the one that passes by, not the one with the nearest end', () => {
  const lines = [
    {
      id: 'across',
      points: [
        [0, 0],
        [100, 0],
      ],
    },
    {
      id: 'above',
      points: [
        [50, 9],
        [60, 9],
      ],
    },
  ] as const;
  expect(nearestTrack(lines, 50, 3, 20)).toBe('across');
});

test('a gap in a line is nowhere', () => {
  const line = { id: 'a', points: [[0, 0], null, [100, 0]] } as const;
  expect(nearestTrack([line], 50, 0, 20)).toBeUndefined();
  expect(nearestTrack([line], 99, 0, 20)).toBe('a');
});
