import { expect, test } from 'vitest';
import type { EndState } from '../../../lab/train-run.ts';
import { createTrialStates } from './trial-states.ts';

const stateOf = (numbers: number): EndState => {
  const table = { user: new Float32Array(numbers) };
  return { checkpoint: { state: { weights: table, first: table, second: {}, steps: 1 } } } as unknown as EndState;
};

test('states are held as long as they are asked for', () => {
  const states = createTrialStates();
  for (const place of [0, 1, 2]) states.keep(place, stateOf(10));
  states.keepOnly([0, 2, 7]);
  expect([0, 1, 2, 7].map((place) => states.take(place) !== undefined)).toEqual([true, false, true, false]);
  expect(states.take(0)).toBeUndefined();
});

test('what there is no room for is not held', () => {
  const states = createTrialStates(8 * 25);
  for (const place of [0, 1, 2]) states.keep(place, stateOf(10));
  expect(states.take(2)).toBeUndefined();
  states.keepOnly([1]);
  states.keep(2, stateOf(10));
  expect([1, 2].every((place) => states.take(place))).toBe(true);
});
