import { describe, expect, test } from 'vitest';
import { calledAt, controlBytes, ENDED } from './control.ts';
import { callTo, dismiss, fail, openRound, takeShares, waitForAll, waitForRound } from './rounds.ts';

const words = (shares: number): Int32Array => new Int32Array(new SharedArrayBuffer(controlBytes(shares)));

/** The shares that a thread gets of a round, in order. */
function sharesTaken(control: Int32Array, round: number, own: number, shares: number): number[] {
  const taken: number[] = [];
  takeShares(control, round, own, shares, (share) => taken.push(share));
  return taken;
}

describe('a round', () => {
  test('is done whole by whoever is there, one’s own share first', () => {
    const control = words(3);
    for (let round = 1; round <= 3; round++) {
      expect(openRound(control)).toBe(round);
      expect(sharesTaken(control, round, 1, 3)).toEqual([1, 2, 0]);
      expect(() => waitForAll(control, 3, 1)).not.toThrow();
    }
  });

  test('gives every share once', () => {
    const control = words(4);
    const round = openRound(control);
    const both: number[][] = [];
    takeShares(control, round, 0, 4, (share) => {
      if (share === 0) both.push(sharesTaken(control, round, 2, 4));
      else both.push([share]);
    });
    expect(both).toEqual([[2, 3, 1]]);
  });

  test('has nothing left for a thread that comes when it is over, and neither has the next that is open', () => {
    const control = words(2);
    const late = openRound(control);
    sharesTaken(control, late, 0, 2);
    openRound(control);
    expect(sharesTaken(control, late, 1, 2)).toEqual([]);
    expect(sharesTaken(control, late + 1, 1, 2)).toEqual([1, 0]);
  });

  test('goes on counting beyond 31 bits', () => {
    const control = words(1).fill(0x7fffffff);
    control[ENDED] = 0;
    const round = openRound(control);
    expect(round).toBe(-0x80000000);
    expect(sharesTaken(control, round, 0, 1)).toEqual([0]);
  });

  test('is given up when a thread keeps its share', () => {
    const control = words(2);
    openRound(control);
    expect(() => waitForAll(control, 2, 5)).toThrow('A training thread no longer answers');
  });

  test('ends, and says so, when a thread fails', () => {
    const control = words(2);
    const round = openRound(control);
    takeShares(control, round, 0, 2, (share) => share === 1 && fail(control));
    expect(() => waitForAll(control, 2, 5)).toThrow('A training thread has failed');
  });
});

describe('waiting for a round', () => {
  const called = calledAt(2, 1);

  test('ends at once where one was called to one since', () => {
    const control = words(2);
    callTo(control, called, openRound(control));
    expect(waitForRound(control, called, 0)).toBe(1);
  });

  test('ends for good when all are sent home', () => {
    const control = words(2);
    dismiss(control, [called]);
    expect(waitForRound(control, called, 0)).toBeNull();
  });
});
