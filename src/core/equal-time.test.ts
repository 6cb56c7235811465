import { describe, expect, test } from 'vitest';
import { bestWithin, epochsWithin, forSeconds } from './equal-time.ts';
import { resolve } from './settings/defaults.ts';

describe('a configuration for seconds', () => {
  test('goes on until they are used up, whatever its epochs and its patience were', () => {
    const wanted = { timeBudget: 10, patience: 0, epochs: 200 };
    expect(forSeconds(resolve({ epochs: 3, patience: 2, timeBudget: 99 }), 10)).toMatchObject(wanted);
  });

  test.each([
    { schedule: 'cosine', epochs: 3 },
    { schedule: 'one-cycle', epochs: 3 },
    { warmup: 0.1, epochs: 3 },
  ] as const)('keeps its epochs where its rates are stretched over them: %o', (overrides) => {
    expect(forSeconds(resolve(overrides), 10)).toMatchObject({ timeBudget: 10, epochs: 3 });
  });
});

describe('what counts within the time', () => {
  const epochs = [
    { seconds: 2, validationError: 0.9 },
    { seconds: 2, validationError: 0.8 },
    { seconds: 2, validationError: 0.7 },
  ];

  test('are the epochs that ended in it, not the one in which it was used up', () => {
    expect(epochsWithin(epochs, 5)).toHaveLength(2);
    expect(epochsWithin(epochs, 4)).toHaveLength(2);
    expect(epochsWithin(epochs, 1)).toHaveLength(0);
  });

  test('is the best of these', () => {
    expect(bestWithin(epochs, 5)?.validationError).toBe(0.8);
    expect(bestWithin(epochs, 1)).toBeUndefined();
  });
});
