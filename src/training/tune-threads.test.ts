import { describe, expect, test } from 'vitest';
import { createRandom } from '../core/random.ts';
import { tuneThreads } from './tune-threads.ts';

/** Runs stretches of ten steps on a machine where a step takes so long with a number of threads; the numbers in use, stretch by stretch. */
function runStretches(
  count: number,
  begun: number,
  most: number,
  millisecondsOf: (threads: number, stretch: number, sinceChange: number) => number,
): readonly number[] {
  let used = begun;
  let changedAt = 0;
  let stretch = 0;
  const use = (threads: number): void => {
    if (threads !== used) changedAt = stretch + 1;
    used = threads;
  };
  const tuning = tuneThreads({ most, used, use });
  const inUse: number[] = [];
  for (; stretch < count; stretch++) {
    inUse.push(used);
    tuning.note(10, 10 * millisecondsOf(used, stretch, stretch - changedAt));
  }
  return inUse;
}

const shareOf = (threads: number, all: readonly number[]): number => all.filter((each) => each === threads).length / all.length;

describe('the number of threads while a run goes on', () => {
  test.each([1, 2, 4])('becomes the faster one, when begun with %i', (begun) => {
    const many = runStretches(800, begun, 4, (threads) => 8 / threads);
    expect(shareOf(4, many.slice(100))).toBeGreaterThan(0.9);
    const one = runStretches(800, begun, 4, (threads) => 4 * threads);
    expect(shareOf(1, one.slice(100))).toBeGreaterThan(0.9);
  });

  test('is soon the faster one of two, though a thread that is woken is slow at first', () => {
    const used = runStretches(60, 1, 2, (threads, _, since) => (threads === 2 && since === 0 ? 9 : 8 / threads));
    expect(used.slice(0, 16)).toEqual([1, 1, 1, 1, 1, 1, ...Array(9).fill(2), 1]);
    expect(shareOf(2, used.slice(16))).toBeGreaterThan(0.8);
  });

  test('is tried ever more rarely where it is right', () => {
    const used = runStretches(2000, 2, 2, (threads) => 8 / threads);
    expect(shareOf(2, used)).toBeGreaterThan(0.95);
    // Still from time to time: the machine may have got something else to do.
    expect(used.slice(-200)).toContain(1);
  });

  test('follows a machine that has got something else to do', () => {
    const used = runStretches(800, 2, 2, (threads, stretch) => (stretch < 100 ? 8 / threads : 8 * threads));
    expect(shareOf(2, used.slice(0, 100))).toBeGreaterThan(0.8);
    expect(shareOf(1, used.slice(400))).toBeGreaterThan(0.9);
  });

  test('goes by the mean of stretches that differ widely', () => {
    const random = createRandom(1, 'stretches');
    // Two threads are slower than one in a third of the stretches, and faster in the mean.
    const used = runStretches(2000, 1, 2, (threads) => (threads === 1 ? 5 : random.next() < 0.33 ? 6 : 2.6));
    expect(shareOf(2, used.slice(200))).toBeGreaterThan(0.7);
  });

  test('stays where another saves next to nothing', () => {
    expect(
      shareOf(
        2,
        runStretches(400, 2, 2, (threads) => 8 - 0.1 * (2 - threads)),
      ),
    ).toBeGreaterThan(0.9);
  });

  test('is none to choose of a trainer with one thread, and nothing is learned from stretches of a few milliseconds', () => {
    expect(runStretches(100, 1, 1, () => 8)).toEqual(Array(100).fill(1));
    expect(runStretches(100, 2, 2, () => 0.5)).toEqual(Array(100).fill(2));
  });
});
