import { describe, expect, it } from 'vitest';
import { type EndingRules, endingOf } from './ending.ts';

/** Epochs of ten seconds with these validation errors. */
const epochs = (...errors: readonly number[]) =>
  errors.map((validationError, at) => ({ epoch: at + 1, validationError, seconds: 10 }));
const RULES: EndingRules = { epochs: 100, patience: 0, timeBudget: 0 };

describe('a run without limits', () => {
  it('goes on until its epochs are done, however bad they are', () => {
    expect(endingOf([], RULES)).toBeNull();
    expect(endingOf(epochs(1, 2, 3, 4, 5, 6), RULES)).toBeNull();
    expect(endingOf(epochs(1, 2, 3), { ...RULES, epochs: 3 })).toBe('done');
  });
});

describe('patience', () => {
  const rules = { ...RULES, patience: 2 };

  it('is over after so many epochs in a row without a better one', () => {
    expect(endingOf(epochs(0.9, 0.91), rules)).toBeNull();
    expect(endingOf(epochs(0.9, 0.91, 0.92), rules)).toBe('early');
    expect(endingOf(epochs(0.9, 0.91, 0.89), rules)).toBeNull();
    expect(endingOf(epochs(0.9, 0.91, 0.89, 0.895, 0.893), rules)).toBe('early');
  });

  it('counts an equal error as no better', () => {
    expect(endingOf(epochs(0.9, 0.9, 0.9), rules)).toBe('early');
  });

  it('has nothing to go by where nothing is held out', () => {
    const unmeasured = [1, 2, 3, 4].map((epoch) => ({ epoch, validationError: null, seconds: 10 }));
    expect(endingOf(unmeasured, rules)).toBeNull();
  });

  it('does not speak of the last epoch, which ends the run anyway', () => {
    expect(endingOf(epochs(0.9, 0.91, 0.92), { ...rules, epochs: 3 })).toBe('done');
  });
});

describe('a time budget', () => {
  it('ends the run with the epoch that uses it up', () => {
    const rules = { ...RULES, timeBudget: 25 };
    expect(endingOf(epochs(1, 1), rules)).toBeNull();
    expect(endingOf(epochs(1, 1, 1), rules)).toBe('out-of-time');
  });
});
