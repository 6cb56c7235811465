import { describe, expect, it } from 'vitest';
import { barLengths, labelled, roomFor } from './bar-lengths.ts';
import { describeSelection, moveTo, rangeOf, toggle } from './selection.ts';

describe('lengths', () => {
  it('are in proportion to the counts, or to their logarithms; what is there is seen', () => {
    expect(barLengths([0, 5, 10], 'linear')).toEqual([0, 0.5, 1]);
    expect(barLengths([0, 9, 99], 'log')).toEqual([0, 0.5, 1]);
    expect(barLengths([1, 1_000_000], 'linear')[0]).toBe(0.01);
    expect(barLengths([0, 0], 'log')).toEqual([0, 0]);
  });

  it('are labelled as far as there is room', () => {
    expect([...labelled(4, 12)]).toEqual([0, 1, 2, 3]);
    expect([...labelled(22, 12)]).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20]);
    expect(labelled(60, 12).size).toBe(12);
  });

  it('have room for as many labels as do not touch, the longest of them', () => {
    const setting = { digit: 7.5, gap: 5 };
    expect(roomFor(['0–10', '90–100'], 300, setting)).toBe(6);
    expect(roomFor(['1', '2', '3'], 300, setting)).toBe(24);
    expect(roomFor(['0.5'], 300, setting)).toBe(13);
    expect(roomFor(['2014-03-01'], 40, setting)).toBe(1);
  });
});

describe('a selection', () => {
  it('takes bars in and out, in their order', () => {
    expect(toggle([3], 1)).toEqual([1, 3]);
    expect(toggle([1, 3], 3)).toEqual([1]);
    expect(rangeOf(4, 2)).toEqual([2, 3, 4]);
  });

  it('is described with neighbours joined', () => {
    expect(describeSelection([0, 1, 2, 4], ['a', 'b', 'c', 'd', 'e'])).toBe('a to c, e');
  });

  it('is moved to by the keys of a list box, never beyond its ends', () => {
    expect([moveTo('ArrowRight', 3, 5), moveTo('ArrowRight', 4, 5), moveTo('Home', 3, 5), moveTo('End', 0, 5)]).toEqual([
      4, 4, 0, 4,
    ]);
    expect(moveTo('a', 3, 5)).toBeUndefined();
  });
});
