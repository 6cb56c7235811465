import { expect, test } from 'vitest';
import { letterOf } from './math-letters.ts';

test('capitals of an alphabet are letters of their own', () => {
  expect([letterOf('double-struck', 'R'), letterOf('double-struck', 'E')]).toEqual(['ℝ', '𝔼']);
  expect([letterOf('script', 'L'), letterOf('script', 'N')]).toEqual(['ℒ', '𝒩']);
});

test('all else stays as it is', () => {
  expect([letterOf('normal', 'R'), letterOf('script', 'ab'), letterOf('script', 'l')]).toEqual([null, null, null]);
});
