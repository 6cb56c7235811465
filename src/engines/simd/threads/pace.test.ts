import { describe, expect, test } from 'vitest';
import { createPace, type Way } from './pace.ts';

/** Runs pieces whose cost depends on the way and the piece's number; returns how many went each way. */
function runPieces(pace: ReturnType<typeof createPace>, pieces: number, cost: (way: Way, piece: number) => number) {
  const went = { together: 0, alone: 0 };
  for (let piece = 0; piece < pieces; piece++) {
    const way = pace.next;
    went[way]++;
    pace.note(cost(way, piece));
  }
  return went;
}

describe('createPace', () => {
  test.each(['together', 'alone'] as const)('stays with the faster way: %s', (faster) => {
    const went = runPieces(createPace(), 5000, (way) => (way === faster ? 1 : 2));
    expect(went[faster] / 5000).toBeGreaterThan(0.95);
  });

  test('changes over when the other becomes the faster', () => {
    const pace = createPace();
    runPieces(pace, 3000, (way) => (way === 'together' ? 1 : 2));
    const went = runPieces(pace, 3000, (way) => (way === 'together' ? 5 : 2));
    expect(went.alone / 3000).toBeGreaterThan(0.9);
  });

  test('does not spend much on trying a way that is very slow', () => {
    let spent = 0;
    runPieces(createPace(), 5000, (way) => {
      const cost = way === 'together' ? 50 : 1;
      spent += cost;
      return cost;
    });
    expect(spent).toBeLessThan(5000 * 1.25);
  });
});
