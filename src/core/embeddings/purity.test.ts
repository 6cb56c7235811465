import { describe, expect, test } from 'vitest';
import { mix32 } from '../random.ts';
import { neighbourPurity } from './purity.ts';

/** Rows around two directions, with a class each, and how many there are of each. */
function clusters(perCluster: number, classOf: (row: number) => readonly number[]) {
  const rows = 2 * perCluster;
  const values = Float32Array.from({ length: rows * 2 }, (_, at) => {
    const row = Math.floor(at / 2);
    const angle = (row < perCluster ? 0 : Math.PI / 2) + 0.001 * row;
    return at % 2 === 0 ? Math.cos(angle) : Math.sin(angle);
  });
  const lists = Array.from({ length: rows }, (_, row) => classOf(row));
  const offsets = new Int32Array(rows + 1);
  for (const [row, list] of lists.entries()) offsets[row + 1] = (offsets[row] as number) + list.length;
  return [
    { values, rows, width: 2 },
    { offsets, rows: Int32Array.from(lists.flat()) },
  ] as const;
}

const ALL = { neighbours: 5, sample: 1000, seed: 1 };

describe('neighbour purity', () => {
  test('is 1 where each cluster has its class, and chance is known', () => {
    const found = neighbourPurity(...clusters(20, (row) => [row < 20 ? 0 : 1]), ALL);
    expect(found).toEqual({ share: 1, expected: 19 / 39, measured: 40, neighbours: 5 });
  });

  test('is near chance where classes do not follow the clusters', () => {
    const found = neighbourPurity(...clusters(200, (row) => [mix32(row) % 2]), ALL);
    expect(Math.abs((found?.share ?? 0) - (found?.expected ?? 0))).toBeLessThan(0.08);
  });

  test('one class in common is enough, and rows without a class are left out', () => {
    const found = neighbourPurity(...clusters(10, (row) => (row % 2 === 0 ? [row, 99] : [])), ALL);
    expect(found).toEqual({ share: 1, expected: 1, measured: 10, neighbours: 5 });
  });

  test('is the same for the same seed, and unknown for fewer than two rows', () => {
    const args = clusters(50, (row) => [row % 3]);
    expect(neighbourPurity(...args, { ...ALL, sample: 10 })).toEqual(neighbourPurity(...args, { ...ALL, sample: 10 }));
    expect(neighbourPurity(...clusters(2, (row) => (row === 0 ? [1] : [])), ALL)).toBeNull();
  });
});
