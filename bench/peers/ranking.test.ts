import { expect, test } from 'vitest';
import { describeStandings, describeThreads, type Standing } from './ranking.mjs';

const standing = (side: Standing['side'], name: string, secondsPerEpoch: number | null, work = 'dot', threads = 2): Standing => {
  return {
    work,
    model: work === 'MLP' ? 'mlp' : 'dot',
    side,
    name,
    secondsPerEpoch,
    threads,
    remark: '',
    bustle: { busy: 0.04, load: 0.25 },
  };
};

const STANDINGS = [
  standing('matinee', 'Matinee simd', 0.2),
  standing('matinee', 'Matinee simd, not isolated', 0.3, 'dot', 1),
  standing('stock', 'stock tfjs webgl, batch 512', 100),
  standing('stock', 'stock tfjs webgl, batch 2048', 110),
  standing('stock', 'stock tfjs wasm, batch 64', null),
  standing('pytorch', 'PyTorch CPU', 1),
  standing('pytorch fused', 'PyTorch CPU, fused Adam', 0.8),
  standing('matinee', 'Matinee simd', 4, 'MLP'),
];

const cells = (line: string): string[] => line.split('|').map((cell) => cell.trim());

test('ratios are against the same work in PyTorch, and against stock tfjs with the same model at its best batch', () => {
  const [, , first, second, stock, , failed, pytorch, , mlp] = describeStandings(STANDINGS).split('\n').map(cells);
  expect(first?.slice(4, 9)).toEqual(['0.2', '5 ×', '4 ×', '500 ×', '4 %, load 0.3']);
  expect(second?.slice(4, 8)).toEqual(['0.3', '3.33 ×', '2.67 ×', '333 ×']);
  expect(stock?.slice(4, 8)).toEqual(['100', '0.01 ×', '0.008 ×', '1 ×']);
  expect(failed?.slice(4, 8)).toEqual(['–', '–', '–', '–']);
  expect(pytorch?.slice(4, 7)).toEqual(['1', '1 ×', '0.8 ×']);
  expect(mlp?.slice(4, 8)).toEqual(['4', '–', '–', '–']);
});

test('threads are compared where one thread was measured too', () => {
  expect(describeThreads(STANDINGS)).toBe('dot: 2 threads are 1.5 × as fast as 1');
});
